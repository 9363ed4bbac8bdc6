package dev.migrator.testing.property;

import java.util.Collection;
import java.util.Objects;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * A property that does not hold: for which input, why, and how to try it again.
 */
final class PropertyError extends AssertionError {

	private static final int MAX_LENGTH = 4000;

	private final transient @Nullable Object input;

	private final @Nullable Long seed;

	private PropertyError(String message, Attempt<?> failed, @Nullable Long seed) {
		super(message, failed.thrown());
		this.input = failed.input();
		this.seed = seed;
	}

	static PropertyError of(Attempt<?> knownInput) {
		return new PropertyError("The known input failed:%s".formatted(reason(knownInput)), knownInput, null);
	}

	static PropertyError of(String which, long seed, RunningMethod test, Attempt<?> failed, Attempt<?> smallest) {
		String origin = smallest.leftOut().isEmpty() ? ""
				: "%n%nmade smaller from%n%n  %s".formatted(text(failed.input()));
		return new PropertyError("%s failed, with seed %d:%s%s%n%nTry it again with%n%n  %s%n".formatted(which, seed,
				reason(smallest), origin, test.command(seed)), smallest, seed);
	}

	private static String reason(Attempt<?> attempt) {
		Throwable thrown = Objects.requireNonNull(attempt.thrown());
		String reason = (thrown instanceof AssertionError && thrown.getMessage() != null) ? thrown.getMessage()
				: thrown.toString();
		return "%n%n%s%n%nThe input is%n%n  %s".formatted(reason.strip().indent(2).stripTrailing(),
				text(attempt.input()));
	}

	/**
	 * Text that can be read in every log, and is a literal in a test.
	 */
	private static String text(@Nullable Object input) {
		String text = shown(input);
		return (text.length() <= MAX_LENGTH) ? text
				: text.substring(0, MAX_LENGTH) + "... (%d characters)".formatted(text.length());
	}

	private static String shown(@Nullable Object input) {
		if (input instanceof Collection<?> collection) {
			return collection.stream().map(PropertyError::shown).collect(Collectors.joining(", ", "[", "]"));
		}
		if (input instanceof String text) {
			return escaped('"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"');
		}
		return escaped(String.valueOf(input));
	}

	private static String escaped(String text) {
		return text.chars()
			.mapToObj((c) -> (c >= ' ' && c <= '~') ? Character.toString(c) : "\\u%04X".formatted(c))
			.collect(Collectors.joining())
			// javac reads these as the end of the line
			.replace("\\u000A", "\\n")
			.replace("\\u000D", "\\r");
	}

	@Nullable Object input() {
		return this.input;
	}

	@Nullable Long seed() {
		return this.seed;
	}

}
