package dev.migrator.testing.property;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class GeneratorTests {

	@Test
	void sameSeedGivesTheSameValueWhateverTheJdk() {
		assertThat(Generator.integers().list(0, 6).next(new RandomSource(1))).containsExactly(-1859071605, 1923211304,
				-1413942506, Integer.MIN_VALUE);
		assertThat(Generator.strings(8).next(new RandomSource(0))).isEqualTo("Jn\uC3E2\u0111;`\uDBA6\uDE01\u021D");
	}

	@Test
	void valuesAreThoseThatAreGivenAndComeAsOftenAsTheyAreGiven() {
		List<String> values = values(Generator.of("a", "a", "a", "b"));

		assertThat(values).containsOnly("a", "b");
		assertThat(values.stream().filter("a"::equals)).hasSizeBetween(1300, 1700);
	}

	@Test
	void numbersReachBothTheirBounds() {
		assertThat(values(Generator.integers(3, 6))).containsOnly(3, 4, 5, 6);
	}

	@Test
	void integersAreOfEverySizeAndAtTheEdges() {
		assertThat(values(Generator.integers())).contains(0, 1, -1, Integer.MIN_VALUE, Integer.MAX_VALUE)
			.anyMatch((number) -> number > 1 && number <= 100)
			.anyMatch((number) -> number > 1_000_000)
			.anyMatch((number) -> number < -1_000_000 && number > Integer.MIN_VALUE);
	}

	@Test
	void listsAreOfEveryLength() {
		assertThat(values(Generator.integers().list(2, 9))).extracting(List::size)
			.containsOnly(2, 3, 4, 5, 6, 7, 8, 9)
			.satisfies((sizes) -> assertThat(Set.copyOf(sizes)).hasSize(8));
	}

	@Test
	void stringsAreOfAllOfUnicode() {
		List<String> texts = values(Generator.strings(20));

		assertThat(texts).contains("").anyMatch((text) -> text.codePointCount(0, text.length()) == 20);
		Set<Integer> characters = texts.stream()
			.flatMap((text) -> text.codePoints().boxed())
			.collect(Collectors.toSet());
		assertThat(characters).contains(0, (int) '\n', (int) '"', (int) '\\', 0x7F, 0x2028, 0xFEFF)
			.anyMatch((character) -> Character.getType(character) == Character.SURROGATE)
			.anyMatch((character) -> Character.isLetter(character) && character > 0xFFFF)
			.anyMatch((character) -> Character.isLetter(character) && character > 0x3000 && character < 0xD800);
	}

	@Test
	void elementsAreLeftOutAndTheOthersStay() {
		Generator<List<Long>> numbers = ((Generator<Long>) RandomSource::nextLong).list(3, 5);
		RandomSource all = new RandomSource(7);
		List<Long> five = numbers.next(all);
		assertThat(five).hasSize(5);

		List<Long> three = numbers.next(new RandomSource(7, Set.copyOf(all.elements())));

		assertThat(three).isEqualTo(five.subList(2, 5));
	}

	@Test
	void whatIsLeftOutOfAnElementLeavesTheOthers() {
		Generator<List<List<Long>>> lists = ((Generator<Long>) RandomSource::nextLong).list(1, 3).list(2, 2);
		RandomSource all = new RandomSource(5);
		List<List<Long>> before = lists.next(all);
		assertThat(before.get(0)).hasSizeGreaterThan(1);

		List<List<Long>> after = lists.next(new RandomSource(5, Set.of(all.elements().get(0))));

		assertThat(after.get(0)).isEqualTo(before.get(0).subList(1, before.get(0).size()));
		assertThat(after.get(1)).isEqualTo(before.get(1));
	}

	private static <T> List<T> values(Generator<T> generator) {
		return LongStream.range(0, 2000).mapToObj((seed) -> generator.next(new RandomSource(seed))).toList();
	}

}
