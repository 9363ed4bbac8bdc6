package dev.migrator.internal.execution.failure;

import dev.migrator.internal.dialect.error.ServerError;
import org.jspecify.annotations.Nullable;
import org.springframework.util.StringUtils;

/**
 * What a person does about the cause of a failure before the same is done again: fixes
 * the script only where the script may be at fault.
 */
public final class Remedy {

	private Remedy() {
	}

	/**
	 * Says it.
	 * @param error what the server said, or {@code null} if it was not the server
	 * @param what what is fixed where the script is at fault
	 * @param again what is done then, such as {@code start again}
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
