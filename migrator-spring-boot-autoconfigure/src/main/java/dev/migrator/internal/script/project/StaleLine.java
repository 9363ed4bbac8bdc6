package dev.migrator.internal.script.project;

import java.util.ArrayList;
import java.util.List;

import dev.migrator.internal.problem.Printable;
import org.jspecify.annotations.Nullable;

/**
 * Writes one line with the differences between the sources and the build.
 */
final class StaleLine {

	private static final int SHOWN = 5;

	private final List<String> parts = new ArrayList<>();

	/**
	 * Adds a kind of difference with its names, if there are any.
	 */
	StaleLine add(String what, List<String> names) {
		if (!names.isEmpty()) {
			int more = names.size() - SHOWN;
			this.parts.add(what + ": " + Printable.line(String.join(", ", names.stream().limit(SHOWN).toList()))
					+ ((more > 0) ? " and " + more + " more" : ""));
		}
		return this;
	}

	/**
	 * The line, or {@code null} if nothing differs.
	 */
	@Nullable String between(String begin, String end) {
		return this.parts.isEmpty() ? null : begin + String.join("; ", this.parts) + end;
	}

}
