package dev.migrator.problem;

import java.util.stream.Collectors;

import dev.migrator.internal.problem.Printable;
import org.jspecify.annotations.Nullable;

/**
 * Root of everything that the migrator refuses or fails to do. The text is written for
 * the person who has to act on it: {@link #description()} says what is wrong, where and
 * why, {@link #action()} what to do about it. Both may have several lines, neither ends
 * with a line break, and neither ever holds a secret or a control character. A value in
 * them that may have line breaks is {@linkplain Printable#line(String) shown in a line}.
 */
public abstract class MigratorException extends RuntimeException {

	private final String description;

	private final String action;

	/**
	 * Refuses something.
	 * @param description what is wrong, where, and why
	 * @param action what to do
	 */
	protected MigratorException(String description, String action) {
		this(description, action, null);
	}

	/**
	 * Refuses something, or fails.
	 * @param description what is wrong, where, and why
	 * @param action what to do
	 * @param cause what was thrown, or {@code null}
	 */
	protected MigratorException(String description, String action, @Nullable Throwable cause) {
		super(Printable.text(description) + "\n\n" + Printable.text(action), cause);
		this.description = Printable.text(description);
		this.action = Printable.text(action);
	}

	/**
	 * What is wrong, where, and why.
	 * @return the description, never empty
	 */
	public final String description() {
		return this.description;
	}

	/**
	 * What went wrong, for the middle of other text.
	 * @return the description without line breaks
	 */
	public final String descriptionInOneLine() {
		return description().lines()
			.map(String::strip)
			.filter((line) -> !line.isEmpty())
			.collect(Collectors.joining(" "));
	}

	/**
	 * What to do: the command, the property or the edit that mends it.
	 * @return the action, never empty
	 */
	public final String action() {
		return this.action;
	}

}
