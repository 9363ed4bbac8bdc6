package dev.migrator.internal.script.writing;

import java.nio.file.Path;
import java.util.List;

/**
 * A revision script that was written and read back.
 *
 * @param id the id of the revision
 * @param path the file, absolute
 * @param downRevisions the full ids of what it follows, none for a base
 * @param message the message as it was written
 * @param hooks what the hooks said that ran after it was written
 * @param builtIn whether the application has to be built with it: it is no file of a
 * location {@code file:...}, where it is found as it is
 */
public record CreatedRevision(String id, Path path, List<String> downRevisions, String message, List<HookOutput> hooks,
		boolean builtIn) {

	public CreatedRevision {
		downRevisions = List.copyOf(downRevisions);
		hooks = List.copyOf(hooks);
	}

}
