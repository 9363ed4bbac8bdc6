package dev.migrator.internal.script;

import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import dev.migrator.internal.script.text.Checksum;
import dev.migrator.internal.script.text.FoundScript;
import dev.migrator.internal.script.text.ParsedScript;
import dev.migrator.internal.script.text.ScriptChangedException;
import dev.migrator.internal.script.text.ScriptHeader;
import dev.migrator.internal.script.text.SqlSection;
import dev.migrator.operation.ExecuteSql;
import dev.migrator.operation.SqlSource;
import dev.migrator.revision.Direction;
import dev.migrator.revision.Revision;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;

/**
 * A revision script in SQL: its header and the data of its sections. The SQL itself is
 * read again when it is needed.
 */
public final class SqlScript implements Script {

	private final String location;

	private final Resource resource;

	private final ParsedScript parsed;

	private final ScriptHeader header;

	SqlScript(FoundScript found, ParsedScript parsed) {
		this.location = found.description();
		this.resource = found.resource();
		this.parsed = parsed;
		this.header = parsed.header();
	}

	/**
	 * Returns the header of the script.
	 * @return the header
	 */
	public ScriptHeader header() {
		return this.header;
	}

	ParsedScript parsed() {
		return this.parsed;
	}

	@Override
	public Revision revision() {
		return new Revision(this.header.revision(), this.header.downRevisions(), this.header.dependsOn(),
				this.header.branchLabels(), this.header.message(), this.location);
	}

	/**
	 * Returns the location of the script: the configured location and the path inside it,
	 * such as {@code classpath:db/revisions/2026/x.sql}.
	 * @return the location
	 */
	@Override
	public String location() {
		return this.location;
	}

	@Override
	public Optional<URI> place() {
		try {
			return Optional.of(this.resource.getURI());
		}
		catch (IOException ex) {
			return Optional.empty();
		}
	}

	/**
	 * Returns the time when the file, or the jar that contains it, was last modified.
	 * @return the time, if it is known
	 */
	public Optional<Instant> lastModified() {
		try {
			return Optional.of(Instant.ofEpochMilli(this.resource.lastModified()));
		}
		catch (IOException ex) {
			return Optional.empty();
		}
	}

	@Override
	public String name() {
		return this.location.substring(this.location.lastIndexOf('/') + 1);
	}

	@Override
	public String wholeMessage() {
		return this.header.wholeMessage();
	}

	@Override
	public @Nullable Instant created() {
		return this.header.created();
	}

	@Override
	public boolean transactional() {
		return this.header.transactional();
	}

	@Override
	public Checksum checksum() {
		return new Checksum(SqlSection.CHECKSUM_VERSION, upgrade().checksum());
	}

	@Override
	public ScriptBody body(Direction direction) {
		SqlSection section = this.parsed.section(direction);
		if (section == null) {
			throw new IrreversibleRevisionException(this.header.revision(), name(),
					"it has no section -- migrator:downgrade.", "Add that section, empty if there is nothing to undo.",
					null);
		}
		return new ScriptBody(List.of(new ExecuteSql(source(direction))), section.startLine());
	}

	/**
	 * Returns the data of the upgrade section.
	 * @return the section
	 */
	public SqlSection upgrade() {
		return Objects.requireNonNull(this.parsed.section(Direction.UPGRADE));
	}

	/**
	 * Returns the data of the downgrade section. Without one the revision is
	 * irreversible; with an empty one there is nothing to undo.
	 * @return the section, if there is one
	 */
	public Optional<SqlSection> downgrade() {
		return Optional.ofNullable(this.parsed.section(Direction.DOWNGRADE));
	}

	/**
	 * Returns the SQL of a section, exactly as it is written. It is read from the script
	 * whenever it is opened. It throws {@link ScriptChangedException} when it is opened
	 * or read to its end and has changed.
	 */
	SqlSource source(Direction direction) {
		ParsedScript.Section section = Objects.requireNonNull(this.parsed.sections().get(direction));
		boolean last = this.parsed.endsWith(section);
		return () -> SectionReader.open(this.location, this.resource, section, last);
	}

	@Override
	public String toString() {
		return this.header.revision() + " (" + this.location + ")";
	}

}
