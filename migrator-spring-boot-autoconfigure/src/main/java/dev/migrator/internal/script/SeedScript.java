package dev.migrator.internal.script;

import java.util.List;

import dev.migrator.internal.script.text.Checksum;
import dev.migrator.internal.script.text.FoundScript;
import dev.migrator.internal.script.text.ScriptChangedException;
import dev.migrator.internal.script.text.SqlSection;
import dev.migrator.operation.ExecuteSql;
import org.springframework.core.io.Resource;

/**
 * A SQL file with data that the application wants to find, such as examples for
 * development. It is no revision: it has no header and no sections, all of it is SQL. The
 * SQL is read again when it is asked for.
 */
public final class SeedScript {

	private final FoundScript found;

	private final ParsedScript.Section whole;

	SeedScript(FoundScript found, ParsedScript.Section whole) {
		this.found = found;
		this.whole = whole;
	}

	/**
	 * What the script is known by: its path inside the location.
	 * @return the path, with slashes, such as {@code demo/users.sql}
	 */
	public String path() {
		return this.found.path();
	}

	/**
	 * Where the script is: its location as configured and its path inside.
	 * @return the location, such as {@code classpath:db/seed/demo/users.sql}
	 */
	public String location() {
		return this.found.description();
	}

	/**
	 * Checksum of the whole script.
	 * @return the checksum
	 */
	public Checksum checksum() {
		return new Checksum(SqlSection.CHECKSUM_VERSION, this.whole.facts().checksum());
	}

	/**
	 * What the script does. Throws {@link ScriptChangedException} when it is opened or
	 * read to its end and is no longer what it was.
	 * @return one operation
	 */
	public ScriptBody body() {
		Resource resource = this.found.resource();
		return new ScriptBody(List.of(new ExecuteSql(() -> SectionReader.openWhole(location(), resource, this.whole))),
				1);
	}

	@Override
	public String toString() {
		return location();
	}

}
