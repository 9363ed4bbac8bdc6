package dev.migrator.internal.script;

import java.util.Map;

import dev.migrator.internal.script.text.ScriptHeader;
import dev.migrator.internal.script.text.SqlSection;
import dev.migrator.revision.Direction;
import org.jspecify.annotations.Nullable;

/**
 * The result of reading an SQL script.
 *
 * @param header the header of the script
 * @param sections its sections; optional ones may be missing
 * @param header what the script says of itself
 * @param sections its sections, without those that a script need not have
 */
record ParsedScript(ScriptHeader header, Map<Direction, Section> sections) {

	ParsedScript {
		sections = Map.copyOf(sections);
	}

	@Nullable SqlSection section(Direction direction) {
		Section section = this.sections.get(direction);
		return (section != null) ? section.facts() : null;
	}

	/**
	 * A section and its place in the script.
	 *
	 * @param markerEnd the offset after its marker, before the line end
	 * @param end the offset of the line of the next marker, or of the end of the script
	 * @param facts the known data of the section
	 */
	record Section(long markerEnd, long end, SqlSection facts) {

	}

	/**
	 * Returns whether a section is the last one.
	 */
	boolean endsWith(Section section) {
		return this.sections.values().stream().allMatch((other) -> other.end() <= section.end());
	}

}
