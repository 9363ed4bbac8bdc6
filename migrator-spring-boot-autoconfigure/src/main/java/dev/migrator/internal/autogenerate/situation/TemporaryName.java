package dev.migrator.internal.autogenerate.situation;

import java.util.function.Predicate;
import java.util.stream.IntStream;

import dev.migrator.internal.dialect.lexer.NameText;
import dev.migrator.schema.NameRule;

/**
 * A temporary name, for one of several objects that exchange their names.
 *
 * @param of the name of the object
 */
public record TemporaryName(String of) {

	/**
	 * Returns a name that is free.
	 * @param taken whether a name is in use
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
