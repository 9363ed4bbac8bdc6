package dev.migrator.internal.script.project;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Entities in the sources of a project that differ from those that its application was
 * built with.
 *
 * @param notBuilt source files without a class in the application
 * @param newer source files that were written after the class was built here; a build
 * tool that compares contents may keep the old class
 */
public record EntitySources(List<String> notBuilt, List<String> newer) {

	/** The build is as new as its sources, or there are no sources. */
	public static final EntitySources SAME = new EntitySources(List.of(), List.of());

	public EntitySources {
		notBuilt = List.copyOf(notBuilt);
		newer = List.copyOf(newer);
	}

	/**
	 * Returns one line with the differences and the advice.
	 * @return the line, or {@code null} if there are no differences
	 */
	public @Nullable String line() {
		return new StaleLine().add("not built yet", this.notBuilt)
			.add("newer than their classes, perhaps changed since the build", this.newer)
			.between("The model is the one that the application was built with. Entities ",
					". Build it, then run this command again.");
	}

}
