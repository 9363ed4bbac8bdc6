package dev.migrator.script.writing;

import java.util.ArrayList;
import java.util.List;

import dev.migrator.problem.Printable;
import org.jspecify.annotations.Nullable;

/**
 * Entities in the sources of a project that are not what its application was built with.
 *
 * @param notBuilt source files of which the application has no class
 * @param newer source files that were written after the class was built
 */
public record EntitySources(List<String> notBuilt, List<String> newer) {

	/** What was built is as new as its sources, or they are not there. */
	public static final EntitySources SAME = new EntitySources(List.of(), List.of());

	private static final int SHOWN = 5;

	public EntitySources {
		notBuilt = List.copyOf(notBuilt);
		newer = List.copyOf(newer);
	}

	/**
	 * Says it in one line, with what to do.
	 * @return the line, or {@code null} if there is nothing to say
	 */
	public @Nullable String line() {
		List<String> parts = new ArrayList<>();
		add(parts, "not built yet", this.notBuilt);
		add(parts, "newer than their classes", this.newer);
		return parts.isEmpty() ? null : "The model is what the application was built with. Entities "
				+ String.join("; ", parts) + ". Build it, then run this again.";
	}

	private static void add(List<String> parts, String what, List<String> files) {
		if (!files.isEmpty()) {
			int more = files.size() - SHOWN;
			parts.add(what + ": " + Printable.line(String.join(", ", files.stream().limit(SHOWN).toList()))
					+ ((more > 0) ? " and " + more + " more" : ""));
		}
	}

}
