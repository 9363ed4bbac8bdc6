package dev.migrator.internal.script.index;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

import dev.migrator.internal.script.text.ParsedScript;
import org.jspecify.annotations.Nullable;

/**
 * The contents of the scripts of a folder: a file in UTF-8, with a line for each, after
 * one that says who wrote it, and how many they are.
 */
final class ScriptIndex {

	/** Another version of the migrator may find something else in a script. */
	private static final String TITLE = "migrator index 1 of "
			+ ScriptIndex.class.getPackage().getImplementationVersion();

	private final Map<String, IndexedScript> scripts;

	private ScriptIndex(Map<String, IndexedScript> scripts) {
		this.scripts = scripts;
	}

	static ScriptIndex empty() {
		return new ScriptIndex(Map.of());
	}

	/**
	 * Reads an index.
	 * @param content its content
	 * @return the index; an empty one if it is not whole, or was written by another
	 * version
	 */
	static ScriptIndex read(byte[] content) {
		Fields fields = new Fields(new String(content, StandardCharsets.UTF_8));
		Map<String, IndexedScript> scripts = new HashMap<>();
		try {
			if (!fields.nextLine() || !fields.next().equals(TITLE)) {
				return empty();
			}
			long count = fields.number();
			while (fields.nextLine()) {
				IndexedScript script = IndexedScript.of(fields);
				scripts.put(script.path(), script);
			}
			return (scripts.size() == count) ? new ScriptIndex(scripts) : empty();
		}
		catch (IllegalArgumentException | IndexOutOfBoundsException ex) {
			return empty();
		}
	}

	/**
	 * Returns the content of an index.
	 * @param scripts the scripts of the folder
	 */
	static byte[] content(Collection<IndexedScript> scripts) {
		StringBuilder text = new StringBuilder();
		text.append(TITLE).append('\t').append(scripts.size()).append('\n');
		scripts.forEach((script) -> text.append(script.line()).append('\n'));
		return text.toString().getBytes(StandardCharsets.UTF_8);
	}

	/**
	 * Looks for a script.
	 * @param path its path inside the folder
	 * @param size the size of its content now
	 * @param crc the CRC-32 of its content now
	 * @return what is in it, or {@code null} if this has to be read
	 */
	@Nullable ParsedScript find(String path, long size, long crc) {
		IndexedScript script = this.scripts.get(path);
		return (script != null && script.isOf(size, crc)) ? script.parsed() : null;
	}

}
