package dev.migrator.revision;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static dev.migrator.revision.Graphs.graph;
import static dev.migrator.revision.Graphs.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class RangeTests {

	private static final RevisionGraph LINE = graph("a", "b <- a", "c <- b", "d <- c", "e <- d");

	private static final RevisionGraph FORK = graph("a", "b <- a", "c1 <- b as one", "d1 <- c1", "c2 <- b as two",
			"d2 <- c2");

	private static final RevisionGraph MERGE = graph("a", "b1 <- a", "b2 <- a", "m <- b1, b2", "n <- m");

	@ParameterizedTest
	@CsvSource(textBlock = """
			:,          e d c b a
			:heads,     e d c b a
			base:head,  e d c b a
			b:d,        d c b
			c:c,        c
			d:,         e d
			:b,         b a
			:base,      ''
			head-1:,    e d
			""")
	void bothEndsAreShownAndAMissingOneMeansAll(String range, String expected) {
		assertThat(range(LINE, rows(), range)).isEqualTo(expected);
	}

	@ParameterizedTest
	@CsvSource(textBlock = """
			b:+2,          d c b
			-2:d,          d c b
			-2:,           e d c
			-1:head-1,     d c
			:+2,           b a
			base+2:+1,     c b
			-99:b,         b a
			d:+99,         e d
			d-99:b,        b a
			d+99:,         e
			""")
	void stepsAreCountedFromTheOtherEndAndStopAtTheLastRevision(String range, String expected) {
		assertThat(range(LINE, rows(), range)).isEqualTo(expected);
	}

	@ParameterizedTest
	@CsvSource(textBlock = """
			current:,           e d c
			:current,           c b a
			current:current,    c
			current-1:current,  c b
			current:+1,         d c
			-1:current,         c b
			current+1:,         e d
			-1:+1,              d c b
			current-1:current+1,d c b
			current-99:current, c b a
			current:current+99, e d c
			""")
	void currentIsWhereTheDatabaseIsAtEitherEnd(String range, String expected) {
		assertThat(range(LINE, rows("c"), range)).isEqualTo(expected);
	}

	@Test
	void nothingAppliedIsBelowTheBases() {
		assertThat(range(LINE, rows(), "current:")).isEqualTo("e d c b a");
		assertThat(range(LINE, rows(), ":current")).isEmpty();
		assertThat(range(LINE, rows(), ":current+2")).isEqualTo("b a");
		assertThat(range(LINE, rows(), "-1:+1")).isEqualTo("a");
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "current:", ":current", "current-1:d", "a:current+1", "-1:+1", "one@current:", "-2:current" })
	void rangeSaysThatItNeedsADatabase(String range) {
		assertThat(RevisionRange.parse(range).needsDatabase()).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { ":", "a:", ":+2", "-2:", "-2:d", "b:+2", "one@base:head" })
	void rangeThatNamesItsEndsNeedsNoDatabase(String range) {
		assertThat(RevisionRange.parse(range).needsDatabase()).isFalse();
	}

	@Test
	void rowThatNoScriptKnowsOnlyMattersToARangeThatNeedsTheRows() {
		assertThat(range(LINE, rows("gone"), "d:")).isEqualTo("e d");
		assertThatExceptionOfType(UnknownRowsException.class).isThrownBy(() -> range(LINE, rows("gone"), "current:"));
	}

	@Test
	void mergeBringsBothItsSidesAndAForkBothItsBranches() {
		assertThat(range(MERGE, rows(), "a:m")).isEqualTo("m b2 b1 a");
		assertThat(range(MERGE, rows(), "b1:")).isEqualTo("n m b1");
		assertThat(range(FORK, rows(), "b:")).isEqualTo("d2 c2 d1 c1 b");
		assertThat(range(FORK, rows(), "c1:")).isEqualTo("d1 c1");
		assertThat(range(FORK, rows(), "b:one@head")).isEqualTo("d1 c1 b");
	}

	@Test
	void branchAtTheStartNarrowsAMissingEnd() {
		assertThat(range(FORK, rows(), "one@base:")).isEqualTo("d1 c1 b a");
		assertThat(range(FORK, rows(), "two@-1:")).isEqualTo("d2 c2");
		assertThat(range(FORK, rows(), "b:two@+1")).isEqualTo("c2 b");
		assertThat(range(FORK, rows(), ":two@+1")).isEqualTo("a");
	}

	@Test
	void branchNarrowsWhatIsCurrent() {
		assertThat(range(FORK, rows("d1", "c2"), "two@current:")).isEqualTo("d2 c2");
		assertThat(range(FORK, rows("d1", "c2"), "two@-1:two@+1")).isEqualTo("d2 c2 b");
		assertThat(range(graph("x1 as x", "x2 <- x1", "y needs x1"), rows("y"), "x@current:")).isEqualTo("x2 x1");
	}

	@Test
	void severalRowsBeginARangeWhereTheyLieBelowItsEnd() {
		assertThat(range(FORK, rows("d1", "c2"), "current:")).isEqualTo("d2 c2 d1");
		assertThat(range(FORK, rows("d1", "c2"), "current:d2")).isEqualTo("d2 c2");
		assertThat(range(FORK, rows("c1", "c2"), "b:current")).isEqualTo("c2 c1 b");
	}

	@Test
	void whatDependsOnTheStartStandsOnIt() {
		RevisionGraph graph = graph("x1", "x2 <- x1", "y1", "y2 <- y1 needs x2", "x3 <- x2");

		assertThat(range(graph, rows(), "x1:")).isEqualTo("x3 y2 x2 x1");
		assertThat(range(graph, rows(), "x1:y2")).isEqualTo("y2 x2 x1");
		assertThat(range(graph, rows(), "y1:")).isEqualTo("y2 y1");
		assertThat(range(graph, rows(), ":y2")).isEqualTo("y2 y1 x2 x1");
	}

	@Test
	void rangeWithoutAColonIsRefused() {
		assertRefused(LINE, rows(), "c", """
				`c` is not a range: it has no colon.

				A range is [start]:[end], such as ae10:head, ae10: or :ae10.""");
		assertRefused(LINE, rows(), "a:b:c", """
				`a:b:c` is not a range: it has more than one colon.

				A range is [start]:[end], such as ae10:head, ae10: or :ae10.""");
	}

	@Test
	void stepsThatLeadAwayFromTheOtherEndAreRefused() {
		assertRefused(LINE, rows(), "+2:", """
				`+2` as the start of a range counts from the other end, and leads up, away from it.

				Say from where it counts: current+2 from the database, ae10+2 from a revision.""");
		assertRefused(LINE, rows(), ":-2", """
				`-2` as the end of a range counts from the other end, and leads down, away from it.

				Say from where it counts: current-2 from the database, ae10-2 from a revision.""");
	}

	@Test
	void endsThatAreNotOnOneLineAreRefused() {
		assertRefused(LINE, rows(), "d:b", """
				`d:b` begins above its end: d is above b.

				Write the lower one first: b:d.""");
		assertRefused(FORK, rows(), "c1:d2", """
				`c1:d2` is not one line: d2 is not above c1.

				Show one of them: c1: or :d2.""");
		assertRefused(LINE, rows(), "b:current", """
				`b:current` ends below the first revision, but begins at b, which is above that.

				Leave out the start or the end.""");
	}

	@Test
	void stepsThatCouldLeadToSeveralRevisionsAreRefused() {
		assertThatExceptionOfType(AmbiguousTargetException.class).isThrownBy(() -> range(MERGE, rows(), "-2:n"))
			.satisfies((ex) -> assertThat(ex.choices()).containsExactly("b1", "b2"));
		assertThatExceptionOfType(AmbiguousTargetException.class)
			.isThrownBy(() -> range(FORK, rows("d1", "c2"), "current-1:"))
			.satisfies((ex) -> assertThat(ex.choices()).containsExactly("d1-1", "c2-1"));
		assertThatExceptionOfType(MultipleHeadsException.class).isThrownBy(() -> range(FORK, rows(), "-2:"))
			.satisfies((ex) -> assertThat(ex.choices()).containsExactly("one@head", "two@head"));
	}

	@Test
	void emptyGraphHasAnEmptyHistory() {
		assertThat(range(graph(), rows(), ":")).isEmpty();
		assertThat(range(graph(), rows(), "-3:")).isEmpty();
		assertThat(range(graph(), rows(), ":+3")).isEmpty();
	}

	@Test
	void dependenciesAreFoundByLabelToo() {
		RevisionGraph graph = graph("x as ex", "y", "z <- y needs ex, y");

		assertThat(graph.dependencies("z")).extracting(Revision::id).containsExactly("x", "y");
		assertThat(graph.dependencies("x")).isEmpty();
	}

	@Test
	void onlyTargetsThatMeanTheDatabaseNeedIt() {
		Set<String> needing = new TreeSet<>(
				List.of("current", "+1", "-1", "one@-1", "head", "heads", "base", "ae10+2", "one@head"));
		needing.removeIf((target) -> !Planner.needsDatabase(target));

		assertThat(needing).containsExactly("+1", "-1", "current", "one@-1");
	}

	private static void assertRefused(RevisionGraph graph, List<String> rows, String range, String message) {
		assertThatExceptionOfType(InvalidTargetException.class).isThrownBy(() -> range(graph, rows, range))
			.withMessage(message)
			.satisfies((ex) -> assertThat(ex.target()).isEqualTo(range));
	}

	private static String range(RevisionGraph graph, List<String> rows, String range) {
		return String.join(" ",
				new Planner(graph).range(rows, RevisionRange.parse(range)).stream().map(Revision::id).toList());
	}

}
