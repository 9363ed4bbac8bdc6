package dev.migrator.internal.script.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;

import dev.migrator.internal.script.text.FoundScript;
import dev.migrator.internal.script.text.ParsedScript;

/**
 * An index of files, which will be in a jar together with them.
 */
public final class PackedIndex {

	private final List<IndexedScript> scripts = new ArrayList<>();

	/**
	 * Adds a script.
	 * @param file its file
	 * @param parsed what is in it
	 * @throws UncheckedIOException if the file cannot be read
	 */
	public void add(FoundScript file, ParsedScript parsed) {
		try {
			byte[] content = file.resource().getContentAsByteArray();
			CRC32 crc = new CRC32();
			crc.update(content);
			this.scripts.add(new IndexedScript(file.path(), content.length, crc.getValue(), parsed));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Returns the content of the index.
	 * @return the content; nothing if there are so few scripts that they are read anyway
	 */
	public Optional<byte[]> content() {
		return (this.scripts.size() < KnownScripts.SMALL) ? Optional.empty()
				: Optional.of(ScriptIndex.content(this.scripts));
	}

}
