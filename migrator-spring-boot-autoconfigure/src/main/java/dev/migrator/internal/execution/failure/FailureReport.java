package dev.migrator.internal.execution.failure;

import java.sql.SQLException;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import dev.migrator.execution.ScriptFailedException;
import dev.migrator.internal.dialect.error.Secrets;
import dev.migrator.internal.dialect.error.ServerError;
import dev.migrator.internal.execution.words.FailurePlace;
import dev.migrator.internal.execution.words.ScriptTitle;
import dev.migrator.internal.problem.Shortened;
import dev.migrator.internal.script.ScriptBody;
import org.jspecify.annotations.Nullable;

/**
 * Turns the place of a failure into a report for a user.
 */
public final class FailureReport {

	private static final List<String> OTHERS = List.of("java.", "jdk.", "sun.", "org.springframework.",
			"org.postgresql.", "com.zaxxer.", FailureReport.class.getPackageName() + ".");

	private FailureReport() {
	}

	/**
	 * Reports a statement that failed.
	 */
	public static ScriptFailedException of(ScriptTitle script, ScriptBody body, FailurePlace place, ServerError error,
			String action, Throwable cause) {
		if (!place.ofAuthor()) {
			return new ScriptFailedException(script, "while " + place.purpose() + after(place.after(), body), place, 0,
					error, error.describe(), action, error.shownCause("", cause));
		}
		int line = place.line() + body.firstLine() - 1;
		String where = "in %sstatement %s of %s, line %s".formatted(operation(place.operation(), body),
				place.statement(), place.statements(), line);
		return new ScriptFailedException(script, where, place, line, error,
				place.excerpt(error) + "\n\n" + error.describe(place.sql()), action,
				error.shownCause(place.sql(), cause));
	}

	private static String after(@Nullable FailurePlace done, ScriptBody body) {
		if (done == null) {
			return "";
		}
		if (done.statement() == 0) {
			return ", after " + operation(done.operation(), body) + "a data change";
		}
		return ", after %sstatement %s of %s, line %s".formatted(operation(done.operation(), body), done.statement(),
				done.statements(), done.line() + body.firstLine() - 1);
	}

	/**
	 * Reports a data change that failed.
	 * @param quotedRows finds out whether the values that an error quotes may be secrets
	 */
	public static ScriptFailedException of(ScriptTitle script, ScriptBody body, int operation, Throwable failure,
			String action, UnaryOperator<ServerError> quotedRows) {
		Throwable cause = (failure instanceof DataChangeException && failure.getCause() != null) ? failure.getCause()
				: failure;
		ServerError said = serverError(cause);
		ServerError error = (said != null) ? quotedRows.apply(said) : null;
		String text = ((error != null) ? error.describe() : "  " + describe(cause)) + at(cause);
		String where = "in %sa data change".formatted(operation(operation, body));
		return new ScriptFailedException(script, where, null, 0, error,
				"    " + body.operations().get(operation).describe() + "\n\n" + text, action,
				(error != null) ? error.shownCause("", cause) : cause);
	}

	/**
	 * Returns the advice for a lost connection.
	 */
	public static String startAgain(@Nullable ServerError error) {
		return (error != null && !error.givenUpOver().isEmpty()) ? "Fix the script and start again" : "Start again";
	}

	private static String operation(int index, ScriptBody body) {
		int count = body.operations().size();
		return (count > 1) ? "operation %s of %s, ".formatted(index + 1, count) : "";
	}

	private static String describe(Throwable failure) {
		String message = (failure.getMessage() != null) ? ": " + failure.getMessage() : "";
		return Shortened.of(Secrets.mask(failure.getClass().getSimpleName() + message));
	}

	/**
	 * Returns the line of the author's code: the first that belongs neither to a library
	 * nor to the migrator.
	 */
	private static String at(Throwable failure) {
		return Stream.of(failure.getStackTrace())
			.filter((frame) -> OTHERS.stream().noneMatch(frame.getClassName()::startsWith))
			.findFirst()
			.map((frame) -> "\n  at " + frame)
			.orElse("");
	}

	private static @Nullable ServerError serverError(Throwable failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof SQLException exception) {
				return ServerError.of(exception);
			}
		}
		return null;
	}

}
