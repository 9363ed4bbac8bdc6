package dev.migrator.internal.autogenerate.situation;

import java.util.function.Predicate;
import java.util.stream.IntStream;

import dev.migrator.internal.dialect.lexer.NameText;
import dev.migrator.schema.NameRule;

/**
 * A name for a moment, for one of several objects that change their names with each
 * other.
 *
 * @param of the name that the object has
 */
public record TemporaryName(String of) {

	/**
	 * One that is free.
	 * @param taken whether something has a name
	 */
	public String free(Predicate<String> taken) {
		return IntStream.iterate(1, (number) -> number + 1)
			.mapToObj((number) -> "_swap" + ((number > 1) ? number : ""))
			.map((end) -> NameText.cut(this.of, NameRule.MAX_BYTES - end.length()) + end)
			.filter(taken.negate())
			.findFirst()
			.orElseThrow();
	}

}
