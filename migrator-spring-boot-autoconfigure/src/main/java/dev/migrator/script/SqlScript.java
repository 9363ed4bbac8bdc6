package dev.migrator.script;

import java.io.IOException;
import java.io.StringReader;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import dev.migrator.operation.ExecuteSql;
import dev.migrator.revision.Direction;
import dev.migrator.revision.Revision;
import org.jspecify.annotations.Nullable;

import org.springframework.core.io.Resource;

/**
 * A revision script in SQL: its header and what is known of its sections. The SQL itself
 * is read again when it is asked for.
 */
public final class SqlScript implements Script {

	private final String location;

	private final String fileName;

	private final Resource resource;

	private final ScriptHeader header;

	private final SqlSection upgrade;

	private final @Nullable SqlSection downgrade;

	SqlScript(FoundScript found, ParsedScript parsed) {
		this.location = found.description();
		this.fileName = found.fileName();
		this.resource = found.resource();
		this.header = parsed.header();
		this.upgrade = Objects.requireNonNull(parsed.section(Direction.UPGRADE));
		this.downgrade = parsed.section(Direction.DOWNGRADE);
	}

	/**
	 * What the script says of itself.
	 * @return the header
	 */
	public ScriptHeader header() {
		return this.header;
	}

	@Override
	public Revision revision() {
		return new Revision(this.header.revision(), this.header.downRevisions(), this.header.dependsOn(),
				this.header.branchLabels(), this.header.message(), this.fileName);
	}

	/**
	 * Where the script is: its location as configured and its path inside, such as
	 * {@code classpath:db/revisions/2026/x.sql}.
	 * @return the location
	 */
	@Override
	public String location() {
		return this.location;
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
		return new Checksum(SqlSection.CHECKSUM_VERSION, this.upgrade.checksum());
	}

	@Override
	public void check(Direction direction) {
		if (direction == Direction.DOWNGRADE && this.downgrade == null) {
			throw new IrreversibleRevisionException(this.header.revision(), this.fileName,
					"it has no section -- migrator:downgrade.", "Add that section, empty if there is nothing to undo.",
					null);
		}
	}

	@Override
	public ScriptBody body(Direction direction) {
		check(direction);
		SectionText section = read(direction);
		return new ScriptBody(section.statements().isEmpty() ? List.of() : List.of(new ExecuteSql(section.sql())),
				section.startLine());
	}

	/**
	 * The name of the file, without folders.
	 * @return the file name
	 */
	public String fileName() {
		return this.fileName;
	}

	/**
	 * What is known of the upgrade section.
	 * @return the section
	 */
	public SqlSection upgrade() {
		return this.upgrade;
	}

	/**
	 * What is known of the downgrade section: without one the revision is irreversible,
	 * with an empty one there is nothing to do.
	 * @return the section, if there is one
	 */
	public Optional<SqlSection> downgrade() {
		return Optional.ofNullable(this.downgrade);
	}

	/**
	 * Reads a section, exactly as it is written.
	 * @throws ScriptChangedException if the script is no longer what it was, or is gone
	 */
	SectionText read(Direction direction) {
		try {
			String text = text();
			ScriptProblems problems = new ScriptProblems(this.location);
			ParsedScript parsed = SqlScriptParser.parse(new StringReader(text), problems);
			ParsedScript.Section section = parsed.sections().get(direction);
			if (!problems.isEmpty() || section == null || !isUnchanged(parsed)) {
				throw new ScriptChangedException(this.location);
			}
			return SectionText.of(section.textIn(text), section.facts().startLine());
		}
		catch (Utf8Reader.InvalidTextException ex) {
			throw new ScriptChangedException(this.location);
		}
		catch (IOException ex) {
			throw new ScriptChangedException(this.location, ex);
		}
	}

	private boolean isUnchanged(ParsedScript parsed) {
		return this.header.equals(parsed.header()) && this.upgrade.equals(parsed.section(Direction.UPGRADE))
				&& Objects.equals(this.downgrade, parsed.section(Direction.DOWNGRADE));
	}

	private String text() throws IOException {
		try (Utf8Reader reader = new Utf8Reader(this.resource.getInputStream())) {
			StringBuilder text = new StringBuilder();
			char[] buffer = new char[8192];
			int read;
			while ((read = reader.read(buffer, 0, buffer.length)) != -1) {
				text.append(buffer, 0, read);
			}
			return text.toString();
		}
	}

	@Override
	public String toString() {
		return this.header.revision() + " (" + this.location + ")";
	}

}
