package dev.migrator.internal.autogenerate.schemafile;

import java.util.Optional;

import javax.sql.DataSource;

import dev.migrator.autogenerate.UnreadableModelException;
import dev.migrator.internal.dialect.address.ServerLogin;
import dev.migrator.internal.dialect.connection.ConnectionRefusedException;
import dev.migrator.internal.dialect.connection.ServerConnection;
import dev.migrator.internal.dialect.error.SqlFailure;
import dev.migrator.internal.dialect.scratch.ScratchDatabase;
import dev.migrator.internal.dialect.scratch.ScratchSchema;
import dev.migrator.internal.execution.watch.StoppableWork;

/**
 * Chooses where the file is run: in a scratch database if the role may create one,
 * otherwise in a scratch schema if the file does not name a schema.
 */
final class ScratchChoice {

	private static final String IN_DATABASE = "The file runs in a scratch database. It has only the default schema, and those "
			+ "extensions of the real database that the role may create. The file must create everything else that it uses "
			+ "(CREATE SCHEMA, CREATE EXTENSION IF NOT EXISTS).";

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
	 * Opens the chosen place.
	 * @param login the login that opens other databases of the server, if it is known
	 * @param parts the files
	 * @throws UnreadableModelException with the reasons, if the file cannot be run
	 * anywhere
	 */
	ChosenScratch open(Optional<ServerLogin> login, SchemaParts parts) {
		String noDatabase = ScratchDatabase.obstacle(this.connection, login, this.dataSource).orElse(null);
		if (noDatabase == null) {
			try {
				return new ChosenScratch(database(login.orElseThrow(), parts), IN_DATABASE);
			}
			catch (SqlFailure | ConnectionRefusedException ex) {
				noDatabase = ex.descriptionInOneLine();
			}
		}
		Optional<String> named = parts.firstNamedSchema(this.connection);
		boolean permitted = ScratchSchema.permitted(this.connection);
		if (named.isPresent() || !permitted) {
			throw nowhere(noDatabase, whyNoSchema(named, permitted), permitted);
		}
		return new ChosenScratch(ScratchSchema.create(this.connection), inSchema(noDatabase));
	}

	private ScratchDatabase database(ServerLogin login, SchemaParts parts) {
		ScratchDatabase scratch = ScratchDatabase.create(this.connection, login);
		this.work.also(scratch.connection());
		try {
			scratch.begin(parts::creates);
			return scratch;
		}
		catch (RuntimeException ex) {
			scratch.close();
			throw ex;
		}
	}

	private String whyNoSchema(Optional<String> named, boolean permitted) {
		String where = named.map((found) -> found + ", which would be the real one.").orElse("");
		String role = permitted ? "" : "the role %s cannot create schemas in this database.".formatted(role());
		return where + ((!where.isEmpty() && !role.isEmpty()) ? " Also, " : "") + role;
	}

	private UnreadableModelException nowhere(String noDatabase, String noSchema, boolean permitted) {
		String schema = permitted ? "Or remove schemas from the file: names without a schema mean the default schema."
				: "Or allow the role to create schemas (GRANT CREATE ON DATABASE %s TO %s), if the file refers to no schema."
					.formatted(database(), role());
		return new UnreadableModelException("""
				%s describes the schema, but it cannot be run and read back anywhere:

				  In a scratch database: %s
				  In a scratch schema: %s""".formatted(this.file, noDatabase, noSchema),
				"""
						Allow the role to create databases (ALTER ROLE %s CREATEDB), or configure such a role with migrator.url, \
						migrator.username and migrator.password; the database of a developer is enough. %s"""
					.formatted(role(), schema),
				null);
	}

	private static String inSchema(String noDatabase) {
		return "The file runs in a scratch schema. Nothing else is visible there, not even an extension in the schema of "
				+ "the application. With a role that may create databases, the file runs in a scratch database, "
				+ "where they are visible. That was not possible here: " + noDatabase;
	}

	private String role() {
		return this.connection.role();
	}

	private String database() {
		return this.connection.database();
	}

}
