package dev.migrator.internal.script.writing;

import java.nio.file.Path;
import java.util.List;

/**
 * A new revision script that was written and read back.
 *
 * @param id the id of the revision
 * @param path the file, absolute
 * @param downRevisions the full ids of the revisions that it follows, none for a base
 * @param message the message as it was written
 * @param hooks the output of the hooks that ran after it was written
 * @param builtIn whether the application must be built to find it; false for a file of a
 * location {@code file:...}
 */
public record CreatedRevision(String id, Path path, List<String> downRevisions, String message, List<HookOutput> hooks,
		boolean builtIn) {

	public CreatedRevision {
		downRevisions = List.copyOf(downRevisions);
		hooks = List.copyOf(hooks);
	}

}
