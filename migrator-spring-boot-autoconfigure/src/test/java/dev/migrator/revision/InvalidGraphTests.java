package dev.migrator.revision;

import java.util.Arrays;
import java.util.List;

import dev.migrator.revision.GraphProblem.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static dev.migrator.revision.Graphs.graph;
import static dev.migrator.revision.Graphs.revision;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class InvalidGraphTests {

	@Test
	void aDuplicateIdNamesBothSources() {
		Revision copy = new Revision("a", List.of(), List.of(), List.of(), "", "copy.sql");

		InvalidRevisionGraphException problem = catchThrowableOfType(InvalidRevisionGraphException.class,
				() -> RevisionGraph.of(List.of(revision("a"), copy)));

		assertThat(problem).hasMessage(
				"""
						Revision a exists twice: in a.sql and in copy.sql.

						Give one of them another id, or remove it if it is a copy. If you renamed or moved the file, the build output still has the old one: make a clean build.""");
		assertThat(problem.problems()).singleElement().satisfies((only) -> {
			assertThat(only.kind()).isEqualTo(Kind.DUPLICATE_ID);
			assertThat(only.revisions()).containsExactly("a", "a");
			assertThat(only.sources()).containsExactly("a.sql", "copy.sql");
		});
	}

	@Test
	void theLengthOfAnIdIsCountedAsTheServerCountsIt() {
		assertThat(graph("\uD83D\uDE80".repeat(128)).size()).isOne();
		assertThat(problem("\uD83D\uDE80".repeat(129)).description()).endsWith("has 129 characters, more than 128.");
	}

	@Test
	void halfOfACharacterIsNoneOfAnId() {
		assertThat(problem("a\uD83D").description())
			.endsWith("has half of a surrogate pair, which is not a character.");
		assertThat(problem("a as \uDE80").description())
			.endsWith("has half of a surrogate pair, which is not a character.");
	}

	@Test
	void aLabelBelongsToOneRevision() {
		assertThat(problem("a as one", "b <- a as one").description())
			.isEqualTo("The branch label one is declared by a (a.sql) and by b (b.sql).");
		assertThat(problem("a", "b <- a as a").description())
			.isEqualTo("The branch label a of b (b.sql) is the id of a revision (a.sql).");
		assertThat(graph("a as one, one").size()).isOne();
	}

	@Test
	void aMissingDownRevisionNamesThoseNearIt() {
		GraphProblem problem = problem("ab52a8c0fcb8", "abc123def456 <- ab52a8c0fcb9");

		assertThat(problem.kind()).isEqualTo(Kind.MISSING_DOWN_REVISION);
		assertThat(problem.description()).isEqualTo("Revision abc123def456 (abc123def456.sql) revises ab52a8c0fcb9, "
				+ "which does not exist. Did you mean `ab52a8c0fcb8`?");
	}

	@Test
	void aDownRevisionIsAnId() {
		assertThat(problem("a as one", "b <- one").description())
			.isEqualTo("Revision b (b.sql) revises one, which is not an id but the label of a (a.sql).");
	}

	@Test
	void aMissingDependencyNamesIdsAndLabelsNearIt() {
		GraphProblem problem = problem("a as billing", "b <- a needs biling");

		assertThat(problem.kind()).isEqualTo(Kind.MISSING_DEPENDENCY);
		assertThat(problem.description())
			.isEqualTo("Revision b (b.sql) depends on biling, which does not exist. Did you mean `billing`?");
	}

	@Test
	void aRevisionDoesNotFollowItself() {
		assertThat(problem("a", "b <- b").description()).isEqualTo("Revision b (b.sql) revises itself.");
		assertThat(problem("a", "b <- a needs b").description()).isEqualTo("Revision b (b.sql) depends on itself.");
		assertThat(problem("a", "b <- a needs one as one").kind()).isEqualTo(Kind.SELF_LOOP);
	}

	@Test
	void idsWithinIdsAreNoLoop() {
		assertThat(graph("aa", "aaa <- aa", "aaaa <- aaa needs aa").heads()).containsExactly("aaaa");
	}

	@Test
	void aCycleNamesOnlyItsMembers() {
		GraphProblem problem = problem("base1", "a <- base1, c", "b <- a", "c <- b", "above <- c", "other");

		assertThat(problem.kind()).isEqualTo(Kind.CYCLE);
		assertThat(problem.revisions()).containsExactly("a", "c", "b");
		assertThat(problem.description()).isEqualTo("""
				These revisions wait for each other in a circle:
				    a (a.sql) revises c
				    c (c.sql) revises b
				    b (b.sql) revises a""");
	}

	@Test
	void aCycleIsFoundFromAbove() {
		assertThat(problem("top <- c", "a", "c <- b", "b <- a, c").revisions()).containsExactly("c", "b");
		assertThat(problem("top <- b", "a", "c <- b", "b <- a, c").revisions()).containsExactly("c", "b");
	}

	@Test
	void aDependencyCycleSaysWhoDepends() {
		GraphProblem problem = problem("a", "b <- a needs y", "x", "y <- x needs b");

		assertThat(problem.kind()).isEqualTo(Kind.DEPENDENCY_CYCLE);
		assertThat(problem.description()).isEqualTo("""
				These revisions wait for each other in a circle:
				    b (b.sql) depends on y
				    y (y.sql) depends on b""");
	}

	@ParameterizedTest
	@ValueSource(strings = { "head", "heads", "base", "current", "", "a@b", "a-b", "a+b", "a:b", "a,b", "a\tb",
			"a\u00a0b", "a\u0000b" })
	void whatTargetsCannotNameIsNoIdAndNoLabel(String name) {
		Revision named = new Revision(name, List.of(), List.of(), List.of(), "", "named.sql");
		Revision labelled = new Revision("a", List.of(), List.of(), List.of(name), "", "labelled.sql");

		assertThat(problem(List.of(named)).kind()).isEqualTo(Kind.ILLEGAL_ID);
		assertThat(problem(List.of(labelled)).kind()).isEqualTo(Kind.ILLEGAL_LABEL);
		assertThat(problem(List.of(labelled)).sources()).containsExactly("labelled.sql");
	}

	@Test
	void anIdHasUpTo128Characters() {
		assertThat(graph("x".repeat(128)).size()).isOne();
		assertThat(problem("x".repeat(129)).description()).contains("has 129 characters, more than 128");
		assertThat(graph("AE-1".replace('-', '.')).heads()).containsExactly("AE.1");
	}

	@Test
	void allProblemsAreNamedAtOnce() {
		InvalidRevisionGraphException problem = catchThrowableOfType(InvalidRevisionGraphException.class,
				() -> graph("a <- b", "b <- a", "c <- gone", "head", "d as one", "e as one", "f <- f"));

		assertThat(problem.problems()).extracting(GraphProblem::kind)
			.containsExactly(Kind.ILLEGAL_ID, Kind.DUPLICATE_LABEL, Kind.MISSING_DOWN_REVISION, Kind.SELF_LOOP,
					Kind.CYCLE);
		assertThat(problem.description())
			.startsWith("The revisions do not form a graph, for 5 reasons:\n\n  - head.sql:")
			.contains("\n        a (a.sql) revises b");
		assertThat(problem.action().lines()).hasSize(5);
	}

	@Test
	void anEmptyNameIsToBeLeftOut() {
		Revision revision = new Revision("a", List.of(""), List.of(), List.of(), "", "dev.example.A");

		GraphProblem problem = problem(List.of(revision));

		assertThat(problem.kind()).isEqualTo(GraphProblem.Kind.MISSING_DOWN_REVISION);
		assertThat(problem.description())
			.isEqualTo("Revision a (dev.example.A) revises \"\", which is not a revision.");
		assertThat(problem.action()).startsWith("Leave revises out");
	}

	private static GraphProblem problem(String... revisions) {
		return problem(Arrays.stream(revisions).map(Graphs::revision).toList());
	}

	private static GraphProblem problem(List<Revision> revisions) {
		InvalidRevisionGraphException exception = catchThrowableOfType(InvalidRevisionGraphException.class,
				() -> RevisionGraph.of(revisions));
		assertThat(exception.problems()).hasSize(1);
		return exception.problems().get(0);
	}

}
