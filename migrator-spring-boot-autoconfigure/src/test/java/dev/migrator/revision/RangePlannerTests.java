package dev.migrator.revision;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static dev.migrator.revision.Graphs.graph;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Plans from one place to another, without a database.
 */
class RangePlannerTests {

	private final RangePlanner planner = new RangePlanner(
			graph("a", "b <- a", "c1 <- b as one", "c2 <- b as two", "d1 <- c1", "d2 <- c2"));

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "heads | | a b c1 c2 d1 d2 | d1 d2", ":b | | a b | b", "b: | b | c1 c2 d1 d2 | d1 d2",
					"a:b | a | b | b", " a : b | a | b | b", "b:one@head | b | c1 d1 | d1",
					"c1,c2:heads | c1 c2 | d1 d2 | d1 d2", "b,a:c1 | b | c1 | c1", "c1:+1 | c1 | d1 | d1",
					"+2 | | a b | b", "one-1:c1 | b | c1 | c1", "base:a | | a | a", "c1:c2 | c1 | c2 | c1 c2",
					"d1,d2:heads | d1 d2 | | d1 d2", "b:b | b | | b", "heads:c1@head | d1 d2 | | d1 d2" })
	void upgradeGoesFromStartToEnd(String range, String from, String steps, String to) {
		assertPlan(this.planner.upgrade(range), from, steps, to);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "c1:b | c1 | c1 | b", "d1,d2:b | d1 d2 | d2 d1 c2 c1 | b",
					"heads:base | d1 d2 | d2 d1 c2 c1 b a |", "d1:-1 | d1 | d1 | c1",
					"d1,d2:one@b | d1 d2 | d1 c1 | d2", "b:b | b | | b" })
	void downgradeGoesFromStartToEnd(String range, String from, String steps, String to) {
		assertPlan(this.planner.downgrade(range), from, steps, to);
	}

	@Test
	void stampStartsAtTheBaseUnlessOneOfItsTargetsSaysWhere() {
		assertThat(this.planner.stamp(List.of("b")).from()).isEmpty();
		assertThat(this.planner.stamp(List.of()).to()).containsExactly("d1", "d2");
		assertThat(this.planner.stamp(List.of("b:c1", "c2")))
			.satisfies((plan) -> assertThat(plan.from()).containsExactly("b"))
			.satisfies((plan) -> assertThat(plan.to()).containsExactly("c1", "c2"));
		assertThatExceptionOfType(InvalidTargetException.class)
			.isThrownBy(() -> this.planner.stamp(List.of("b:c1", "b:c2")))
			.satisfies((ex) -> assertThat(ex.description())
				.isEqualTo("`b:c1` and `b:c2` both give the start of the script."));
	}

	@ParameterizedTest
	@ValueSource(strings = { "b:a", "d1:b", "c1:base" })
	void upgradeThatLeadsDownIsRefused(String range) {
		assertThatExceptionOfType(InvalidTargetException.class).isThrownBy(() -> this.planner.upgrade(range))
			.satisfies((ex) -> assertThat(ex.description()).startsWith("`" + range + "` leads down: "))
			.satisfies((ex) -> assertThat(ex.action()).startsWith("To go down, downgrade " + range));
	}

	@ParameterizedTest
	@ValueSource(strings = { "a:b:c1", "", " ", "+1:b", "a,:b", "a:-1", "a:c1,c2" })
	void whatIsNoRangeIsRefused(String range) {
		assertThatExceptionOfType(InvalidTargetException.class).isThrownBy(() -> this.planner.upgrade(range));
	}

	@ParameterizedTest
	@ValueSource(strings = { "b", ":b", "d1:", "a:c1", "c1:+1" })
	void downgradeWantsBothEndsAndTheLowerOneLast(String range) {
		assertThatExceptionOfType(InvalidTargetException.class).isThrownBy(() -> this.planner.downgrade(range));
	}

	private static void assertPlan(Plan plan, String from, String steps, String to) {
		assertThat(plan.from()).isEqualTo(words(from));
		assertThat(plan.steps().stream().map((step) -> step.revision().id()).toList()).isEqualTo(words(steps));
		assertThat(plan.to()).isEqualTo(words(to));
	}

	private static List<String> words(String text) {
		return (text != null) ? List.of(text.split(" ")) : List.of();
	}

	@Test
	void whereTheDatabaseIsHasToBeWritten() {
		assertThatExceptionOfType(InvalidTargetException.class)
			.isThrownBy(() -> new RangePlanner(graph("a", "b <- a")).upgrade("current:heads"))
			.withMessage(
					"""
							`current` means the state of a database, but this command does not read one.

							Write what `migrator current` shows, with commas between several: ab52a8c0fcb8,c3d4e5f60718:heads.""");
	}

}
