package dev.migrator.internal.execution.failure;

import dev.migrator.internal.dialect.error.ServerError;
import org.jspecify.annotations.Nullable;
import org.springframework.util.StringUtils;

/**
 * Describes what a person does about the cause of a failure before the next try. Advises
 * to fix the script only if the script may be the cause.
 */
public final class Remedy {

	private Remedy() {
	}

	/**
	 * Describes it.
	 * @param error the error of the server, or {@code null} if the failure did not come
	 * from the server
	 * @param what the thing to fix if the script is the cause
	 * @param again the next action, such as {@code start again}
	 * @return a sentence without its period
	 */
	public static String of(@Nullable ServerError error, String what, String again) {
		if (error == null) {
			return "Fix " + what + " and " + again;
		}
		if (error.forbidden()) {
			return "Give the role the right, or fix " + what + ", and " + again;
		}
		if (error.rowsViolate()) {
			return "Fix the rows, or " + what + ", and " + again;
		}
		return error.fromOutside() ? StringUtils.capitalize(again) : "Fix " + what + " and " + again;
	}

}
