package dev.migrator.operation;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * Writes the advice to drop an object as the reverse of the directive that created it.
 */
final class ReverseAdvice {

	private ReverseAdvice() {
	}

	/**
	 * Returns the advice for a drop directive that has only a name.
	 * @param create the directive that creates it
	 * @param names its first arguments
	 */
	static String there(String create, Object... names) {
		String arguments = Arrays.stream(names).map((name) -> "\"" + name + "\", ").collect(Collectors.joining());
		return "Say what was there: op.reverse((was) -> was.%s(%s...))".formatted(create, arguments);
	}

}
