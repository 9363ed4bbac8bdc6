package dev.migrator.internal.script.index;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.migrator.internal.problem.Sha256;
import dev.migrator.internal.problem.WholeFile;
import dev.migrator.internal.script.text.PackedFile;
import dev.migrator.internal.script.text.PackedFolder;
import dev.migrator.internal.script.text.ParsedScript;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/**
 * A folder of a jar with its indexes: the packed one, and that of the user's cache, which
 * is read when the first does not know a script.
 */
final class KnownFolder {

	private static final Log logger = LogFactory.getLog(KnownFolder.class);

	private final Optional<Path> cached;

	private final ScriptIndex packed;

	private @Nullable ScriptIndex kept;

	private final List<IndexedScript> all = new ArrayList<>();

	private boolean complete = true;

	KnownFolder(PackedFolder folder, Optional<Path> cache) {
		this.cached = cache.map((files) -> files.resolve("scripts-" + Sha256.of(folder.url()).substring(0, 16)));
		this.packed = packed(folder);
	}

	private static ScriptIndex packed(PackedFolder folder) {
		try {
			byte[] index = folder.index();
			return (index != null) ? ScriptIndex.read(index) : ScriptIndex.empty();
		}
		catch (IOException ex) {
			logger.debug("The index of " + folder.url() + " is not used: it cannot be read", ex);
			return ScriptIndex.empty();
		}
	}

	private ScriptIndex kept() {
		if (this.kept == null) {
			this.kept = this.cached.filter(Files::isRegularFile).map(KnownFolder::read).orElseGet(ScriptIndex::empty);
		}
		return this.kept;
	}

	private static ScriptIndex read(Path file) {
		try {
			return ScriptIndex.read(Files.readAllBytes(file));
		}
		catch (IOException ex) {
			logger.debug("The index " + file + " is not used: it cannot be read", ex);
			return ScriptIndex.empty();
		}
	}

	@Nullable ParsedScript find(String path, PackedFile file) {
		ParsedScript parsed = this.packed.find(path, file.size(), file.crc());
		if (parsed == null) {
			parsed = kept().find(path, file.size(), file.crc());
		}
		if (parsed != null) {
			this.all.add(new IndexedScript(path, file.size(), file.crc(), parsed));
		}
		return parsed;
	}

	void add(String path, PackedFile file, ParsedScript parsed) {
		this.all.add(new IndexedScript(path, file.size(), file.crc(), parsed));
		this.complete = false;
	}

	void keep() {
		if (!this.complete) {
			this.cached.ifPresent(this::write);
		}
	}

	private void write(Path file) {
		try {
			WholeFile.write(file, (out) -> out.write(ScriptIndex.content(this.all)));
		}
		catch (IOException ex) {
			logger.debug("No index of scripts is kept for the next start: " + file + " cannot be written", ex);
		}
	}

}
