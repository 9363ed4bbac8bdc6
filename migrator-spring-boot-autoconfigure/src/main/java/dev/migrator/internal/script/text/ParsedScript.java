package dev.migrator.internal.script.text;

import java.util.Map;

import dev.migrator.revision.Direction;
import org.jspecify.annotations.Nullable;

/**
 * The result of reading an SQL script.
 *
 * @param header what the script says of itself
 * @param sections its sections, without those that a script need not have
 */
public record ParsedScript(ScriptHeader header, Map<Direction, Section> sections) {

	public ParsedScript {
		sections = Map.copyOf(sections);
	}

	public @Nullable SqlSection section(Direction direction) {
		Section section = this.sections.get(direction);
		return (section != null) ? section.facts() : null;
	}

	/**
	 * Returns whether a section is the last one.
	 */
	public boolean endsWith(Section section) {
		return this.sections.values().stream().allMatch((other) -> other.end() <= section.end());
	}

	/**
	 * A section and its place in the script.
	 *
	 * @param markerEnd the offset after its marker, before the line end
	 * @param end the offset of the line of the next marker, or of the end of the script
	 * @param facts the known data of the section
	 */
	public record Section(long markerEnd, long end, SqlSection facts) {

	}

}
