package dev.migrator.revision;

import java.util.List;

import dev.migrator.internal.problem.NearNames;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static dev.migrator.revision.Graphs.graph;
import static dev.migrator.revision.Graphs.planner;
import static dev.migrator.revision.Graphs.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class TargetTests {

	private static final RevisionGraph GRAPH = graph("aaaa1111", "aaaa2222 <- aaaa1111 as billing",
			"aaaa3333 <- aaaa1111 as shipping", "bbbb1111 <- aaaa2222", "c1 <- aaaa3333");

	@ParameterizedTest
	@CsvSource(nullValues = "-",
			value = { "head, -, head, 0", "heads, -, heads, 0", "base, -, base, 0", "ae1027, -, ae1027, 0",
					"billing@head, billing, head, 0", "ae10@heads, ae10, heads, 0", "ae10+2, -, ae10, 2",
					"head-1, -, head, -1", "+2, -, -, 2", "-1, -, -, -1", "billing@-1, billing, -, -1",
					"billing@+1, billing, -, 1", "base+2, -, base, 2", "billing@base+2, billing, base, 2",
					"+10, -, -, 10", "é.x/1, -, é.x/1, 0" })
	void hasABranchASymbolAndAnOffset(String text, @Nullable String branch, @Nullable String symbol, int offset) {
		assertThat(Target.parse(text)).isEqualTo(new Target(text, branch, symbol, offset));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "@", "@head", "billing@", "a@b@c", "a:b", "a:b:c", "::", "a b", " head", "head ",
			"head\n", "+", "-", "a+", "a+1+1", "a+1-1", "+1a", "a-b", "+0", "a-0", "a,b", "--1", "+1@head",
			"a+12345678901" })
	void anythingElseIsRefused(String text) {
		assertThatExceptionOfType(InvalidTargetException.class).isThrownBy(() -> planner(GRAPH).upgrade(rows(), text))
			.satisfies((ex) -> assertThat(ex.target()).isEqualTo(text))
			.withMessageContaining("A target is an id or the beginning of one");
	}

	@Test
	void aRangeIsRefusedAsOne() {
		assertThatExceptionOfType(InvalidTargetException.class)
			.isThrownBy(() -> planner(GRAPH).upgrade(rows(), "aaaa1111:head"))
			.withMessageContaining("has a colon, which makes it a range, but one target is needed");
	}

	@Test
	void currentIsNoPlaceToGo() {
		assertThatExceptionOfType(InvalidTargetException.class)
			.isThrownBy(() -> planner(GRAPH).upgrade(rows(), "current"))
			.withMessageContaining("`current` is the present state of the database");
	}

	@ParameterizedTest
	@CsvSource({ "aaaa1111, aaaa1111", "aaaa2, aaaa2222", "bb, bbbb1111", "billing, aaaa2222", "bill, aaaa2222",
			"c1, c1", "billing@head, bbbb1111", "aaaa3@head, c1", "aaaa3@aaaa1, aaaa1111", "bbbb1111-1, aaaa2222",
			"billing@aaaa1111+1, aaaa2222", "ship@head-1, aaaa3333" })
	void namesAreFoundInFullOrByTheirBeginning(String target, String id) {
		assertThat(GRAPH.resolve(target).id()).isEqualTo(id);
	}

	@Test
	void aBeginningIsSoughtInItsBranchOnly() {
		RevisionGraph graph = graph("root", "abcd1 <- root as one", "abcd2 <- root as two");

		assertThat(graph.resolve("two@abcd").id()).isEqualTo("abcd2");
	}

	/**
	 * Alembic finds ids of three characters and less in full only, and says that it wants
	 * four.
	 */
	@Test
	void aShortNameIsFoundByItsBeginningToo() {
		RevisionGraph graph = graph("v1", "200 <- v1", "201 <- 200 as db");

		assertThat(graph.resolve("v").id()).isEqualTo("v1");
		assertThat(graph.resolve("d").id()).isEqualTo("201");
		assertThatExceptionOfType(AmbiguousRevisionException.class).isThrownBy(() -> graph.resolve("2")).withMessage("""
				`2` is the beginning of 2 names: 200, 201.

				Give more characters of the intended name.""");
	}

	@Test
	void aNameInFullIsNeverTheBeginningOfAnother() {
		RevisionGraph graph = graph("1", "10 <- 1", "100 <- 10");

		assertThat(graph.resolve("1").id()).isEqualTo("1");
		assertThat(graph.resolve("10").id()).isEqualTo("10");
	}

	@Test
	void charactersAreCodePoints() {
		RevisionGraph graph = graph("\uD83D\uDE80\uD83D\uDE81", "abcd\uD83D\uDE80");

		assertThat(graph.resolve("\uD83D\uDE80").id()).isEqualTo("\uD83D\uDE80\uD83D\uDE81");
		assertThat(graph.resolve("\uD83D\uDE80\uD83D\uDE81").id()).isEqualTo("\uD83D\uDE80\uD83D\uDE81");
		assertThat(graph.resolve("abcd").id()).isEqualTo("abcd\uD83D\uDE80");
	}

	@Test
	void namesThatShareHalvesOfLettersAreNotNear() {
		assertThat(NearNames.of("\uD83D\uDE80\uD83D\uDE81\uD83D\uDE82",
				List.of("\uD83D\uDE80\uD83D\uDE84\uD83D\uDE85", "\uD83D\uDE80\uD83D\uDE81\uD83D\uDE86")))
			.containsExactly("\uD83D\uDE80\uD83D\uDE81\uD83D\uDE86");
	}

	@Test
	void aBeginningOfSeveralNamesNamesThem() {
		assertThatExceptionOfType(AmbiguousRevisionException.class).isThrownBy(() -> GRAPH.resolve("aaaa"))
			.withMessage("""
					`aaaa` is the beginning of 3 names: aaaa1111, aaaa2222, aaaa3333.

					Give more characters of the intended name.""")
			.satisfies((ex) -> assertThat(ex.candidates()).containsExactly("aaaa1111", "aaaa2222", "aaaa3333"));
	}

	@Test
	void aBeginningOfSeveralNamesOfOneRevisionIsThatRevision() {
		assertThat(graph("core1", "x <- core1 as core2, core3").resolve("core2").id()).isEqualTo("x");
		assertThat(graph("a1", "x <- a1 as core2, core3").resolve("core").id()).isEqualTo("x");
	}

	@Test
	void anUnknownNameNamesThoseNearIt() {
		assertThatExceptionOfType(UnknownRevisionException.class).isThrownBy(() -> GRAPH.resolve("aaaa1112"))
			.withMessage("""
					There is no revision or branch label `aaaa1112`, and no id of a revision begins with it.

					Did you mean `aaaa1111`? `migrator history` lists all revisions.""")
			.satisfies((ex) -> assertThat(ex.candidates()).containsExactly("aaaa1111"));
		assertThatExceptionOfType(UnknownRevisionException.class).isThrownBy(() -> GRAPH.resolve("biling@head"))
			.satisfies((ex) -> assertThat(ex.candidates()).containsExactly("billing"));
		assertThatExceptionOfType(UnknownRevisionException.class).isThrownBy(() -> GRAPH.resolve("AAAA2222"))
			.satisfies((ex) -> assertThat(ex.candidates()).startsWith("aaaa2222"));
		assertThatExceptionOfType(UnknownRevisionException.class).isThrownBy(() -> GRAPH.resolve("nothing"))
			.satisfies((ex) -> assertThat(ex.candidates()).isEmpty());
	}

	/**
	 * Alembic only says that it cannot locate the revision.
	 */
	@Test
	void aRevisionOutsideTheBranchIsRefusedAsSuch() {
		assertThatExceptionOfType(InvalidTargetException.class)
			.isThrownBy(() -> planner(GRAPH).upgrade(rows(), "billing@c1"))
			.withMessage("""
					c1 is not on branch billing, which is everything below and above aaaa2222 (aaaa2222.sql).

					Leave the branch out: c1.""");
		assertThatExceptionOfType(InvalidTargetException.class).isThrownBy(() -> GRAPH.resolve("shipping@bbbb"))
			.withMessageContaining("bbbb1111 is not on branch shipping");
	}

	@Test
	void showWithoutADatabaseTakesNoTargetThatNeedsOne() {
		assertThatExceptionOfType(InvalidTargetException.class).isThrownBy(() -> GRAPH.resolve("-1"))
			.withMessageContaining("counts from the state of a database");
		assertThatExceptionOfType(InvalidTargetException.class).isThrownBy(() -> GRAPH.resolve("base"))
			.withMessageContaining("is below the first revision");
		assertThatExceptionOfType(MultipleHeadsException.class).isThrownBy(() -> GRAPH.resolve("head"))
			.withMessageContaining("For one of them:\n    billing@head");
	}

}
