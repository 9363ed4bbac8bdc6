package dev.migrator.operation;

import java.util.Arrays;
import java.util.function.Supplier;

import dev.migrator.problem.MigratorException;
import dev.migrator.schema.InvalidDefinitionException;
import org.jspecify.annotations.Nullable;

/**
 * Asks an operation that may be a user's own. A mistake in it is told with the name of
 * its class and the method.
 */
public final class CustomAnswer {

	private CustomAnswer() {
	}

	/**
	 * Asks.
	 * @param <T> what the method returns
	 * @param operation the operation
	 * @param method the method, for the message: {@code reverse()}
	 * @param question calls the method
	 * @return the answer
	 * @throws InvalidDefinitionException if a user's own operation fails, or returns
	 * {@code null}
	 */
	public static <T> T of(Operation operation, String method, Supplier<@Nullable T> question) {
		T answer = ask(operation, method, question);
		if (answer == null) {
			throw new InvalidDefinitionException(
					"The operation %s returns null from %s.".formatted(operation.getClass().getName(), method),
					"Return " + (method.startsWith("reverse") ? "Optional.empty() if nothing undoes it."
							: "what the Javadoc of CustomOperation says."));
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
	 * The line of the class itself, wherever the exception comes from.
	 */
	private static String placeOf(Operation operation, RuntimeException failure) {
		return Arrays.stream(failure.getStackTrace())
			.filter((frame) -> frame.getClassName().equals(operation.getClass().getName()))
			.map((frame) -> " (%s:%s)".formatted(frame.getFileName(), frame.getLineNumber()))
			.findFirst()
			.orElse("");
	}

}
