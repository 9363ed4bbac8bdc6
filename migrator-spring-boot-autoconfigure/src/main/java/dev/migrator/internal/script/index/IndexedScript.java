package dev.migrator.internal.script.index;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

import dev.migrator.internal.script.text.ParsedScript;
import dev.migrator.internal.script.text.ParsedScript.Section;
import dev.migrator.internal.script.text.ScriptHeader;
import dev.migrator.internal.script.text.SqlSection;
import dev.migrator.revision.Direction;
import org.jspecify.annotations.Nullable;

/**
 * A script in an index: a line of fields with tabs between them.
 *
 * @param path the path inside the folder of the index
 * @param size the size of the content, in bytes
 * @param crc the CRC-32 of the content
 * @param parsed what is in it
 */
record IndexedScript(String path, long size, long crc, ParsedScript parsed) {

	private static final String SAME = "=";

	/**
	 * Reads a line.
	 * @param fields the fields of the line
	 * @return the script
	 * @throws IllegalArgumentException if the line was not written by {@link #line()}
	 * @throws IndexOutOfBoundsException as well
	 */
	static IndexedScript of(Fields fields) {
		String path = fields.escapedText();
		long size = fields.number();
		long crc = fields.number();
		ScriptHeader header = header(fields);
		Map<Direction, Section> sections = new EnumMap<>(Direction.class);
		while (fields.left()) {
			sections.put(Direction.valueOf(fields.next()), new Section(fields.number(), fields.number(),
					new SqlSection((int) fields.number(), (int) fields.number(), fields.next())));
		}
		return new IndexedScript(path, size, crc, new ParsedScript(header, sections));
	}

	private static ScriptHeader header(Fields fields) {
		String revision = fields.next();
		List<String> downRevisions = fields.list();
		List<String> dependsOn = fields.list();
		List<String> labels = fields.list();
		String created = fields.next();
		boolean transactional = Boolean.parseBoolean(fields.next());
		String message = fields.escapedText();
		String whole = fields.escapedText();
		return new ScriptHeader(revision, downRevisions, dependsOn, labels, message,
				whole.equals(SAME) ? message : whole.substring(SAME.length()), time(created), transactional);
	}

	private static @Nullable Instant time(String text) {
		if (text.isEmpty()) {
			return null;
		}
		int period = text.indexOf('.');
		return Instant.ofEpochSecond(Long.parseLong(text.substring(0, period)),
				Long.parseLong(text.substring(period + 1)));
	}

	/**
	 * Returns whether the script is still the one of which this was written.
	 */
	boolean isOf(long presentSize, long presentCrc) {
		return this.size == presentSize && this.crc == presentCrc;
	}

	/**
	 * Returns the script as a line, without its end: always the same line, so that a
	 * build that packs it can be repeated.
	 */
	String line() {
		ScriptHeader header = this.parsed.header();
		StringJoiner line = new StringJoiner("\t");
		line.add(Fields.escaped(this.path)).add(String.valueOf(this.size)).add(String.valueOf(this.crc));
		line.add(header.revision()).add(String.join(",", header.downRevisions()));
		line.add(String.join(",", header.dependsOn())).add(String.join(",", header.branchLabels()));
		Instant created = header.created();
		line.add((created == null) ? "" : created.getEpochSecond() + "." + created.getNano());
		line.add(String.valueOf(header.transactional())).add(Fields.escaped(header.message()));
		line.add(header.wholeMessage().equals(header.message()) ? SAME : "+" + Fields.escaped(header.wholeMessage()));
		for (Direction direction : Direction.values()) {
			Section section = this.parsed.sections().get(direction);
			if (section != null) {
				SqlSection facts = section.facts();
				line.add(direction.name()).add(String.valueOf(section.markerEnd())).add(String.valueOf(section.end()));
				line.add(String.valueOf(facts.startLine()))
					.add(String.valueOf(facts.statements()))
					.add(facts.checksum());
			}
		}
		return line.toString();
	}

}
