package dev.migrator.internal.script.project;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Entities in the sources of a project that are not what its application was built with.
 *
 * @param notBuilt source files of which the application has no class
 * @param newer source files that were written after the class was built here; a build
 * tool that compares contents may leave the class as it is
 */
public record EntitySources(List<String> notBuilt, List<String> newer) {

	/** What was built is as new as its sources, or they are not there. */
	public static final EntitySources SAME = new EntitySources(List.of(), List.of());

	public EntitySources {
		notBuilt = List.copyOf(notBuilt);
		newer = List.copyOf(newer);
	}

	/**
	 * Says it in one line, with what to do.
	 * @return the line, or {@code null} if there is nothing to say
	 */
	public @Nullable String line() {
		return new StaleLine().add("not built yet", this.notBuilt)
			.add("newer than their classes, so perhaps edited", this.newer)
			.between("The model is what the application was built with. Entities ", ". Build it, then run this again.");
	}

}
