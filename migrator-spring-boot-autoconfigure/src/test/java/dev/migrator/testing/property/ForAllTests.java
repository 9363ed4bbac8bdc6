package dev.migrator.testing.property;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

class ForAllTests {

	private static final RunningMethod TEST = new RunningMethod(ForAllTests.class, "x");

	private static final Seeds FIXED = Seeds.fixed(TEST);

	private static final Generator<List<Integer>> NUMBERS = Generator.integers(0, 1000).list(0, 20);

	private static final Check<List<Integer>> NONE_ABOVE_900 = (numbers) -> assertThat(numbers).as("numbers")
		.allMatch((number) -> number <= 900);

	@Test
	void propertyThatHoldsIsTriedAsOftenAsItSays() {
		List<List<Integer>> tried = new ArrayList<>();

		ForAll.of(NUMBERS).tries(50).check(tried::add, TEST, FIXED);

		assertThat(tried).hasSize(50);
		assertThat(Set.copyOf(tried)).hasSizeGreaterThan(30);
	}

	@Test
	void sameSeedsGiveTheSameInputsAndEachTestHasItsOwn() {
		assertThat(inputs(FIXED)).isEqualTo(inputs(Seeds.fixed(TEST)));
		assertThat(inputs(FIXED))
			.doesNotContainAnyElementsOf(inputs(Seeds.fixed(new RunningMethod(String.class, "x"))));
		assertThat(inputs(FIXED)).doesNotContainAnyElementsOf(inputs(Seeds.drawn()));
		assertThat(inputs(Seeds.drawn())).doesNotContainAnyElementsOf(inputs(Seeds.drawn()));
	}

	private static List<Long> inputs(Seeds seeds) {
		List<Long> inputs = new ArrayList<>();
		ForAll.of(RandomSource::nextLong).tries(20).check(inputs::add, TEST, seeds);
		return inputs;
	}

	@Test
	void failureSaysForWhichInputWhyAndHowToTryItAgain() {
		PropertyError error = errorOf(ForAll.of(NUMBERS).tries(50), FIXED);

		assertThat(error).hasMessageMatching("""
				(?s)Try \\d+ of 50 failed, with seed SEED:

				  \\[numbers] .*

				The input is

				  \\[\\d+]

				made smaller from

				  \\[\\d+, .*]

				Try it again with

				  mvn -pl migrator-spring-boot-autoconfigure test -Dtest='ForAllTests#x' -Dmigrator.test.seed=SEED
				""".replace("SEED", String.valueOf(error.seed()))).hasCauseInstanceOf(AssertionError.class);
		assertThat(error.getMessage()).contains(String.valueOf(error.getCause().getMessage()).strip().lines().toList());
	}

	@Test
	void failureIsFoundAgainByItsSeedAlone() {
		PropertyError error = errorOf(ForAll.of(NUMBERS), FIXED);

		PropertyError again = errorOf(ForAll.of(NUMBERS).alsoWith(List.of(901)),
				Seeds.again(Objects.requireNonNull(error.seed())));

		assertThat(again.seed()).isEqualTo(error.seed());
		assertThat(again.input()).isEqualTo(error.input());
	}

	@Test
	void onlyWhatTheFailureNeedsIsLeftInItsInput() {
		PropertyError error = errorOf(ForAll.of(NUMBERS), FIXED);

		assertThat(error.input()).asInstanceOf(InstanceOfAssertFactories.list(Integer.class))
			.singleElement()
			.satisfies((number) -> assertThat(number).isGreaterThan(900));
	}

	@Test
	void inputThatFailsInAnotherWayIsNotTakenForASmallerOne() {
		PropertyError error = errorOf(ForAll.of(NUMBERS), (numbers) -> {
			if (numbers.isEmpty()) {
				throw new IllegalStateException("another failure");
			}
			assertThat(numbers).hasSizeLessThan(3);
		}, FIXED);

		assertThat(error).hasMessageNotContaining("another failure").hasCauseInstanceOf(AssertionError.class);
		assertThat((List<?>) error.input()).hasSize(3);
	}

	@Test
	void exceptionIsAFailure() {
		PropertyError error = errorOf(ForAll.of(NUMBERS), (numbers) -> {
			throw new IOException("gone");
		}, FIXED);

		assertThat(error).hasMessageContaining("java.io.IOException: gone").hasRootCauseMessage("gone");
	}

	@Test
	void inputThatFailedOnceIsTriedFirst() {
		PropertyError error = errorOf(ForAll.of(NUMBERS).alsoWith(List.of(1)).alsoWith(List.of(901, 2)), FIXED);

		assertThat(error).hasMessageStartingWith("The known input failed").hasMessageContaining("[901, 2]");
		assertThat(error.input()).isEqualTo(List.of(901, 2));
	}

	@Test
	void seedThatFailedOnceIsTriedFirst() {
		long seed = Objects.requireNonNull(errorOf(ForAll.of(NUMBERS), FIXED).seed());

		PropertyError error = errorOf(ForAll.of(NUMBERS).alsoWithSeeds(seed), Seeds.drawn());

		assertThat(error).hasMessageStartingWith("The known seed failed, with seed " + seed);
	}

	@Test
	void whatDoesNotFitIsPassedOverAndAnotherIsTried() {
		List<Integer> tried = new ArrayList<>();

		ForAll.of(Generator.integers(0, 1)).tries(100).check((number) -> {
			assumeTrue(number == 1);
			tried.add(number);
		}, TEST, FIXED);

		assertThat(tried).hasSize(100);
	}

	@Test
	void propertyForWhichNothingFitsFails() {
		assertThatExceptionOfType(AssertionError.class)
			.isThrownBy(() -> ForAll.of(NUMBERS).tries(10).check((numbers) -> assumeTrue(false), TEST, FIXED))
			.withMessageStartingWith("51 inputs were passed over and 0 tried");
	}

	@Test
	void knownInputThatDoesNotFitFails() {
		ForAll<List<Integer>> property = ForAll.of(NUMBERS).alsoWith(List.of(7));

		assertThat(errorOf(property, (numbers) -> assumeTrue(!numbers.equals(List.of(7))), FIXED))
			.hasMessageStartingWith("The known input failed");
	}

	@Test
	void propertyWithoutATryIsRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> ForAll.of(NUMBERS).tries(0));
	}

	@Test
	void textInAFailureIsALiteral() {
		ForAll<List<String>> property = ForAll.of(Generator.strings(3).list(0, 3))
			.alsoWith(List.of("a\"\\", "\uD800\n"));

		assertThat(errorOf(property, (texts) -> assertThat(texts).isEmpty(), FIXED))
			.hasMessageContaining("\n  [\"a\\\"\\\\\", \"\\uD800\\n\"]");
	}

	private static PropertyError errorOf(ForAll<List<Integer>> property, Seeds seeds) {
		return errorOf(property, NONE_ABOVE_900, seeds);
	}

	private static <T> PropertyError errorOf(ForAll<T> property, Check<T> check, Seeds seeds) {
		return Objects
			.requireNonNull(catchThrowableOfType(PropertyError.class, () -> property.check(check, TEST, seeds)));
	}

}
