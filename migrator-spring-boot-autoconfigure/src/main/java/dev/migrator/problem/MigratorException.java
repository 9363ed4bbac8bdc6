package dev.migrator.problem;

import java.util.stream.Collectors;

import dev.migrator.internal.problem.Printable;
import org.jspecify.annotations.Nullable;

/**
 * The root of all exceptions of the migrator, for what it refuses and for what fails. The
 * text is written for the person who has to fix the problem: {@link #description()} says
 * what is wrong, where and why, {@link #action()} how to fix it. Both may have several
 * lines, neither ends with a line break, and neither contains a secret or a control
 * character. A value in them that may contain line breaks is
 * {@linkplain Printable#line(String) shown in a line}.
 */
public abstract class MigratorException extends RuntimeException {

	private final String description;

	private final String action;

	/**
	 * Creates an exception without a cause.
	 * @param description what is wrong, where, and why
	 * @param action what to do
	 */
	protected MigratorException(String description, String action) {
		this(description, action, null);
	}

	/**
	 * Creates an exception.
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
	 * Returns what is wrong, where, and why.
	 * @return the description, never empty
	 */
	public final String description() {
		return this.description;
	}

	/**
	 * Returns the description on one line, for use inside other text.
	 * @return the description without line breaks
	 */
	public final String descriptionInOneLine() {
		return description().lines()
			.map(String::strip)
			.filter((line) -> !line.isEmpty())
			.collect(Collectors.joining(" "));
	}

	/**
	 * Returns what to do: the command, the property or the edit that fixes the problem.
	 * @return the action, never empty
	 */
	public final String action() {
		return this.action;
	}

}
