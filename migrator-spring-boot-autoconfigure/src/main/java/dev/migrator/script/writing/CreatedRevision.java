package dev.migrator.script.writing;

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
 */
public record CreatedRevision(String id, Path path, List<String> downRevisions, String message,
		List<HookOutput> hooks) {

	public CreatedRevision {
		downRevisions = List.copyOf(downRevisions);
		hooks = List.copyOf(hooks);
	}

}
