package dev.migrator.internal.autogenerate.schemafile;

import java.util.Optional;

import javax.sql.DataSource;

import dev.migrator.autogenerate.UnreadableModelException;
import dev.migrator.internal.dialect.address.ServerLogin;
import dev.migrator.internal.dialect.connection.ConnectionRefusedException;
import dev.migrator.internal.dialect.connection.ServerConnection;
import dev.migrator.internal.dialect.error.SqlFailure;
import dev.migrator.internal.dialect.inspection.NamedSchema;
import dev.migrator.internal.dialect.scratch.SchemaScript;
import dev.migrator.internal.dialect.scratch.ScratchDatabase;
import dev.migrator.internal.dialect.scratch.ScratchSchema;
import dev.migrator.internal.execution.watch.StoppableWork;
import org.jspecify.annotations.Nullable;

/**
 * Chooses where the file is run: in a database of its own where the role may create one,
 * else in a schema of its own if the file leaves it to the session which schema is meant.
 */
final class ScratchChoice {

	private static final String IN_DATABASE = "It is run in a database of its own, which has the default schema and the "
			+ "extensions of the real one as far as the role may create them, and nothing else: what the file uses, it "
			+ "has to create (CREATE SCHEMA, CREATE EXTENSION IF NOT EXISTS).";

	private final String file;

	private final ServerConnection connection;

	private final StoppableWork work;

	private final Class<? extends DataSource> dataSource;

	ScratchChoice(String file, ServerConnection connection, StoppableWork work,
			Class<? extends DataSource> dataSource) {
		this.file = file;
		this.connection = connection;
		this.work = work;
		this.dataSource = dataSource;
	}

	/**
	 * Opens it.
	 * @param login what opens other databases of the server, if that is known
	 * @param script the file
	 * @throws UnreadableModelException with the reasons, if it can be run nowhere
	 */
	ChosenScratch open(Optional<ServerLogin> login, SchemaScript script) {
		String noDatabase = whyNoDatabase(login);
		if (noDatabase == null) {
			try {
				return new ChosenScratch(database(login.orElseThrow(), script), IN_DATABASE);
			}
			catch (SqlFailure | ConnectionRefusedException ex) {
				noDatabase = ex.descriptionInOneLine();
			}
		}
		Optional<NamedSchema> named = script.firstNamedSchema(this.connection);
		boolean permitted = ScratchSchema.permitted(this.connection);
		if (named.isPresent() || !permitted) {
			throw nowhere(noDatabase, whyNoSchema(named, permitted), permitted);
		}
		return new ChosenScratch(ScratchSchema.create(this.connection), inSchema(noDatabase));
	}

	private ScratchDatabase database(ServerLogin login, SchemaScript script) {
		ScratchDatabase scratch = ScratchDatabase.create(this.connection, login);
		this.work.also(scratch.connection());
		try {
			scratch.prepare(script);
			return scratch;
		}
		catch (RuntimeException ex) {
			scratch.close();
			throw ex;
		}
	}

	private @Nullable String whyNoDatabase(Optional<ServerLogin> login) {
		if (!ScratchDatabase.permitted(this.connection)) {
			return "the role %s may not create databases.".formatted(role());
		}
		return login.isPresent() ? null
				: "of a DataSource of this kind (%s) the login for another database is not known."
					.formatted(this.dataSource.getName());
	}

	private String whyNoSchema(Optional<NamedSchema> named, boolean permitted) {
		String where = named.map(
				(found) -> "%s:%s %s, and that would be the real one.".formatted(this.file, found.line(), found.what()))
			.orElse("");
		String role = permitted ? "" : "the role %s may not create schemas in this database.".formatted(role());
		return where + ((!where.isEmpty() && !role.isEmpty()) ? " Besides, " : "") + role;
	}

	private UnreadableModelException nowhere(String noDatabase, String noSchema, boolean permitted) {
		String schema = permitted ? "Or leave schemas out of the file: names without one mean the default schema."
				: "Or let the role create schemas (GRANT CREATE ON DATABASE %s TO %s), if the file names none."
					.formatted(database(), role());
		return new UnreadableModelException("""
				%s describes the schema, but there is no place to run it and read it back:

				  In a scratch database: %s
				  In a scratch schema: %s""".formatted(this.file, noDatabase, noSchema), """
				Let the role create databases (ALTER ROLE %s CREATEDB), or name one that may with migrator.url, \
				migrator.username and migrator.password; on the database of a developer is enough. %s"""
			.formatted(role(), schema), null);
	}

	private static String inSchema(String noDatabase) {
		return "It is run in a schema of its own, where nothing else is visible, not even an extension in the schema of "
				+ "the application; a role that may create databases has them. Not in a scratch database: "
				+ noDatabase;
	}

	private String role() {
		return this.connection.role();
	}

	private String database() {
		return this.connection.database();
	}

}
