package dev.migrator.internal.script;

import java.util.List;

import dev.migrator.internal.script.text.Checksum;
import dev.migrator.internal.script.text.FoundScript;
import dev.migrator.internal.script.text.ParsedScript;
import dev.migrator.internal.script.text.ScriptChangedException;
import dev.migrator.internal.script.text.SqlSection;
import dev.migrator.operation.ExecuteSql;
import org.springframework.core.io.Resource;

/**
 * An SQL file with data that the application needs, such as examples for development. It
 * is not a revision: it has no header and no sections, only SQL. The SQL is read again
 * when it is needed.
 */
public final class SeedScript {

	private final FoundScript found;

	private final ParsedScript.Section whole;

	SeedScript(FoundScript found, ParsedScript.Section whole) {
		this.found = found;
		this.whole = whole;
	}

	/**
	 * Returns the path of the script inside its location, which identifies it.
	 * @return the path, with slashes, such as {@code demo/users.sql}
	 */
	public String path() {
		return this.found.path();
	}

	/**
	 * Returns the location of the script: the configured location and the path inside it.
	 * @return the location, such as {@code classpath:db/seed/demo/users.sql}
	 */
	public String location() {
		return this.found.description();
	}

	/**
	 * Returns the checksum of the whole script.
	 * @return the checksum
	 */
	public Checksum checksum() {
		return new Checksum(SqlSection.CHECKSUM_VERSION, this.whole.facts().checksum());
	}

	/**
	 * Returns the script as one operation. It throws {@link ScriptChangedException} when
	 * it is opened or read to its end and has changed.
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
