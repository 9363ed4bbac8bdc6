package dev.migrator.internal.dialect.ddl;

import java.util.Arrays;
import java.util.function.Supplier;

import dev.migrator.operation.CustomOperation;
import dev.migrator.operation.Operation;
import dev.migrator.problem.MigratorException;
import dev.migrator.schema.InvalidDefinitionException;
import org.jspecify.annotations.Nullable;

/**
 * Calls the methods of operations that may be a user's own. The message of a failure
 * names the class and the method.
 */
public final class CustomAnswer {

	private CustomAnswer() {
	}

	/**
	 * Calls a method.
	 * @param <T> what the method returns
	 * @param operation the operation
	 * @param method the method, for the message: {@code reverse()}
	 * @param question the call of the method
	 * @return the answer
	 * @throws InvalidDefinitionException if a user's own operation fails or returns
	 * {@code null}
	 */
	public static <T> T of(Operation operation, String method, Supplier<@Nullable T> question) {
		T answer = ask(operation, method, question);
		if (answer == null) {
			throw new InvalidDefinitionException(
					"The operation %s returns null from %s.".formatted(operation.getClass().getName(), method),
					"Return " + (method.startsWith("reverse") ? "Optional.empty() if nothing can undo it."
							: "a value as the Javadoc of CustomOperation describes."));
		}
		return answer;
	}

	private static <T> @Nullable T ask(Operation operation, String method, Supplier<@Nullable T> question) {
		if (!(operation instanceof CustomOperation)) {
			return question.get();
		}
		try {
			return question.get();
		}
		catch (MigratorException ex) {
			throw new InvalidDefinitionException("The operation %s fails in %s: %s"
				.formatted(operation.getClass().getName(), method, ex.description()), ex.action(), ex);
		}
		catch (RuntimeException ex) {
			throw new InvalidDefinitionException("The operation %s fails in %s%s:\n%s"
				.formatted(operation.getClass().getName(), method, placeOf(operation, ex), ex), "Fix that class.", ex);
		}
	}

	/**
	 * Finds the line in the operation's own class, wherever the exception was thrown.
	 */
	private static String placeOf(Operation operation, RuntimeException failure) {
		return Arrays.stream(failure.getStackTrace())
			.filter((frame) -> frame.getClassName().equals(operation.getClass().getName()))
			.map((frame) -> " (%s:%s)".formatted(frame.getFileName(), frame.getLineNumber()))
			.findFirst()
			.orElse("");
	}

}
