package dev.migrator.testing;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import dev.migrator.internal.dialect.connection.ServerConnection;
import dev.migrator.internal.dialect.connection.SqlPiece;
import dev.migrator.internal.dialect.connection.SqlPiece.CopyPiece;
import dev.migrator.internal.dialect.connection.SqlPiece.StatementGroup;
import dev.migrator.internal.dialect.connection.SqlPieces;
import dev.migrator.internal.dialect.error.SqlFailure;
import dev.migrator.internal.dialect.lexer.SqlToken.SqlStatement;
import org.junit.jupiter.api.Assumptions;

/**
 * Runs a script as somebody would to whom it is given.
 */
public enum ScriptRunner {

	/**
	 * With psql. The test is skipped where it is not installed.
	 */
	PSQL {

		@Override
		public void run(TestDatabase database, String script, String... before) {
			List<String> arguments = new ArrayList<>();
			for (String statement : before) {
				arguments.addAll(List.of("-c", statement));
			}
			psql(database, script, arguments.toArray(String[]::new));
		}

	},

	/**
	 * Statement by statement through the driver, each in a message of its own, without
	 * the commands that are for psql.
	 */
	DRIVER {

		@Override
		public void run(TestDatabase database, String script, String... before) {
			try (ServerConnection connection = ServerConnection.open(database.dataSource(), (notice) -> {
			})) {
				for (String statement : before) {
					connection.send(statement);
				}
				SqlPieces pieces = new SqlPieces(new StringReader(script));
				for (SqlPiece piece = pieces.next(); piece != null; piece = pieces.next()) {
					if (piece instanceof CopyPiece copy) {
						connection.copyIn(copy.text(), copy);
					}
					else if (piece instanceof StatementGroup group) {
						for (SqlStatement statement : group.find()) {
							connection.send(statement.in(group.text()));
						}
					}
				}
			}
			catch (SqlFailure ex) {
				throw new StoppedException(ex.error().describe());
			}
		}

	};

	/**
	 * Runs a script to its end.
	 * @param database where
	 * @param script the script
	 * @param before statements that are run in the same session before it
	 * @throws StoppedException if it stops before its end
	 */
	public abstract void run(TestDatabase database, String script, String... before);

	/**
	 * Whether it is at least of a version.
	 * @param majorVersion the major version of a server
	 * @return {@code false} for an older psql
	 */
	public boolean isAsNewAs(int majorVersion) {
		if (this == DRIVER) {
			return true;
		}
		try {
			Process process = start(new ProcessBuilder("psql", "--version"));
			String version = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
			return Integer.parseInt(version.replaceAll("(?s)\\D*(\\d+).*", "$1")) >= majorVersion;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Runs a script with psql. The test is skipped where it is not installed.
	 * @param database where
	 * @param script the script
	 * @param arguments more arguments of psql
	 * @return what psql printed
	 * @throws StoppedException if it stops before its end
	 */
	public static String psql(TestDatabase database, String script, String... arguments) {
		try {
			Path file = Files.createTempFile("printed", ".sql");
			Path output = Files.createTempFile("printed", ".out");
			Files.writeString(file, script);
			List<String> command = new ArrayList<>(List.of("psql", "-X", "-h", database.host(), "-p",
					Integer.toString(database.port()), "-U", database.user(), "-d", database.name()));
			command.addAll(List.of(arguments));
			command.addAll(List.of("-f", file.toString()));
			ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true)
				.redirectOutput(output.toFile());
			builder.environment().put("PGPASSWORD", database.password());
			int exit = start(builder).waitFor();
			String printed = Files.readString(output, StandardCharsets.UTF_8);
			Files.delete(file);
			Files.delete(output);
			if (exit != 0) {
				throw new StoppedException(printed);
			}
			return printed;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static Process start(ProcessBuilder builder) {
		try {
			return builder.start();
		}
		catch (IOException ex) {
			return Assumptions.abort("psql is not installed");
		}
	}

	/**
	 * Thrown when a script stopped before its end, with what was said.
	 */
	public static class StoppedException extends RuntimeException {

		StoppedException(String message) {
			super(message);
		}

	}

}
