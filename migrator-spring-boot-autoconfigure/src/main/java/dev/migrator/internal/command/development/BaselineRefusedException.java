package dev.migrator.internal.command.development;

import java.util.List;
import java.util.stream.Collectors;

import dev.migrator.internal.script.writing.CreatedRevision;
import dev.migrator.problem.MigratorException;
import dev.migrator.revision.Revision;
import org.jspecify.annotations.Nullable;

/**
 * Thrown if a database cannot get its first revision from its schema.
 */
public final class BaselineRefusedException extends MigratorException {

	private static final long serialVersionUID = 1L;

	/** The number of differences and revisions that are named. */
	private static final int SHOWN = 10;

	private BaselineRefusedException(String description, String action, @Nullable Throwable cause) {
		super(description, action, cause);
	}

	static BaselineRefusedException ofRevisions(List<Revision> revisions) {
		return new BaselineRefusedException(
				"A baseline is the first revision, and there are revisions already: %s. Nothing was written."
					.formatted(shown(revisions.stream()
						.map((revision) -> "%s (%s)".formatted(revision.id(), revision.source()))
						.toList(), ", ")),
				"If this database has what they create, stamp it: migrator stamp heads. If they create only a part "
						+ "of it, generate the rest: migrator revision --autogenerate -m \"...\".",
				null);
	}

	static BaselineRefusedException ofRows(List<String> rows, String table) {
		return new BaselineRefusedException(
				"The database is at %s already (table %s), and there is no script of that. Nothing was written."
					.formatted(shown(rows, ", "), table),
				"Bring the scripts back into the locations of migrator.locations. If they are lost, remove the "
						+ "version rows (migrator stamp --purge base), and run the command again.",
				null);
	}

	static BaselineRefusedException ofNothing(List<String> schemas) {
		return new BaselineRefusedException(
				"The database has no objects in %s. Nothing was written."
					.formatted(schemas.isEmpty() ? "any schema" : "the schemas " + String.join(", ", schemas)),
				"Let migrator.url or the DataSource lead to the database that has the schema, check "
						+ "migrator.autogenerate.include-schemas, or write the first revision for an empty database: "
						+ "migrator migrate -m \"...\".",
				null);
	}

	/**
	 * Returns the refusal where another tool makes a part of the schema.
	 * @param tool its name
	 * @param table its table
	 */
	public static BaselineRefusedException ofOtherTool(String tool, String table) {
		return new BaselineRefusedException("""
				%1$s has run here (%2$s), and runs before the revisions on every new database too. A baseline would \
				create again what %1$s creates there. Nothing was written.""".formatted(tool, table), """
				To go on with %1$s, write only what is new: migrator migrate -m "...". To replace it, take it \
				out of the application first.""".formatted(tool), null);
	}

	static BaselineRefusedException ofFailure(MigratorException failure) {
		return new BaselineRefusedException("""
				The trial of the baseline in a scratch database failed. Nothing was written.

				""" + failure.description(), trialIsWrong(), failure);
	}

	static BaselineRefusedException ofDifferences(String what, List<String> differences) {
		return new BaselineRefusedException("""
				The trial of the baseline in a scratch database failed: %s. Nothing was written.

				%s""".formatted(what, shown(differences, "\n")), trialIsWrong(), null);
	}

	static BaselineRefusedException notStamped(CreatedRevision created, MigratorException failure) {
		return new BaselineRefusedException("""
				The revision %s was written (%s), but this database could not be stamped with it.

				%s""".formatted(created.id(), created.path(), failure.description()),
				"Build the application, and stamp it: migrator stamp " + created.id(), failure);
	}

	private static String trialIsWrong() {
		return "Leave out what cannot be made again (migrator.autogenerate.exclude-tables and the like), or write the "
				+ "revision without a trial (--migrator.autogenerate.trial=false) and correct it. If an object is not "
				+ "written as it is, please report the bug.";
	}

	private static String shown(List<String> all, String separator) {
		int more = all.size() - SHOWN;
		return all.stream().limit(SHOWN).collect(Collectors.joining(separator))
				+ ((more > 0) ? "%sand %s more".formatted(separator, more) : "");
	}

}
