package dev.migrator.operation;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * How to drop something that can come back: as the reverse of what created it.
 */
final class ReverseAdvice {

	private ReverseAdvice() {
	}

	/**
	 * The advice for a directive that only says what goes.
	 * @param create the directive that creates it
	 * @param names what it is given first
	 */
	static String there(String create, Object... names) {
		String arguments = Arrays.stream(names).map((name) -> "\"" + name + "\", ").collect(Collectors.joining());
		return "Say what was there: op.reverse((was) -> was.%s(%s...))".formatted(create, arguments);
	}

}
