package dev.migrator.internal.script.index;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.migrator.internal.script.text.FoundScript;
import dev.migrator.internal.script.text.PackedFile;
import dev.migrator.internal.script.text.PackedFolder;
import dev.migrator.internal.script.text.ParsedScript;
import org.jspecify.annotations.Nullable;

/**
 * Knows the found scripts without reading them. Each folder of a jar may have an index:
 * one that was packed into it when the application was processed ahead of time, or one
 * that an earlier start left in the cache of the user. A script is known if the directory
 * of the jar has it with the size and the CRC of the index. Files that are not in a jar
 * are always read: their time and size tell too little.
 * <p>
 * A small folder is read as well: it takes a few milliseconds, and leaves no file in the
 * home of the user.
 */
public final class KnownScripts {

	/** Nothing is known, and nothing is kept. */
	public static final KnownScripts NONE = new KnownScripts(List.of(), Optional.empty());

	static final int SMALL = 100;

	private final Map<PackedFolder, KnownFolder> folders = new HashMap<>();

	/**
	 * Looks for indexes.
	 * @param found the scripts that will be read
	 * @param cache the folder of the user's indexes; nothing if there are none
	 */
	public KnownScripts(List<FoundScript> found, Optional<Path> cache) {
		Map<PackedFolder, Integer> sizes = new HashMap<>();
		for (FoundScript script : found) {
			PackedFile packed = script.packed();
			if (packed != null) {
				sizes.merge(packed.folder(), 1, Integer::sum);
			}
		}
		sizes.forEach((folder, size) -> {
			if (size >= SMALL) {
				this.folders.put(folder, new KnownFolder(folder, cache));
			}
		});
	}

	/**
	 * Looks for a script.
	 * @param script the script
	 * @return what is in it, or {@code null} if this has to be read
	 */
	public @Nullable ParsedScript find(FoundScript script) {
		PackedFile packed = script.packed();
		KnownFolder folder = (packed != null) ? this.folders.get(packed.folder()) : null;
		return (packed != null && folder != null) ? folder.find(script.path(), packed) : null;
	}

	/**
	 * Adds a script that was read.
	 * @param script the script
	 * @param parsed what is in it
	 */
	public void add(FoundScript script, ParsedScript parsed) {
		PackedFile packed = script.packed();
		KnownFolder folder = (packed != null) ? this.folders.get(packed.folder()) : null;
		if (packed != null && folder != null) {
			folder.add(script.path(), packed, parsed);
		}
	}

	/**
	 * Keeps the indexes of the folders in which a script had to be read. Without the
	 * permission to write, nothing is kept.
	 */
	public void keep() {
		this.folders.values().forEach(KnownFolder::keep);
	}

}
