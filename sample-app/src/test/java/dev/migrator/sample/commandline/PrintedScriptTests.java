package dev.migrator.sample.commandline;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.stream.Stream;

import dev.migrator.internal.dialect.connection.ServerConnection;
import dev.migrator.internal.dialect.connection.SqlPiece;
import dev.migrator.internal.dialect.connection.SqlPiece.StatementGroup;
import dev.migrator.internal.dialect.connection.SqlPieces;
import dev.migrator.internal.dialect.lexer.SqlToken.SqlStatement;
import dev.migrator.sample.Database;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The whole history as a script does what running it does.
 */
class PrintedScriptTests {

	private static final String SCHEMA = """
			select string_agg(line, E'\\n' order by line) from (
			    select table_name || '.' || column_name || ' ' || udt_name || ' ' || is_nullable || ' '
			        || coalesce(column_default, '') as line
			    from information_schema.columns where table_schema = 'public'
			    union all
			    select indexdef from pg_indexes where schemaname = 'public'
			    union all
			    select conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) || ' ' || convalidated
			    from pg_constraint where connamespace = 'public'::regnamespace
			    union all
			    select t.typname || ' ' || string_agg(enumlabel, ',' order by enumsortorder) from pg_type t
			    join pg_enum e on e.enumtypid = t.oid group by t.typname
			    union all
			    select 'row ' || version_num from migrator_version
			    union all
			    select 'exercise ' || name from exercises
			) lines (line)""";

	private final Database ran = Database.create();

	private final Database printed = Database.create();

	@Test
	void statementByStatementThroughTheDriver() {
		compare(this::runWithTheDriver);
	}

	@Test
	void withPsql(@TempDir Path folder) {
		Assumptions.assumeTrue(psqlIsThere(), "psql is not installed");
		compare((script) -> runWithPsql(script, folder.resolve("script.sql")));
	}

	private void compare(Consumer<String> runner) {
		Command up = Command.migrator(Database.nowhere(), "upgrade", "heads", "--sql");
		assertThat(up.exitCode()).as(up.err()).isZero();
		assertThat(up.err()).isEmpty();
		Command.migrator(this.ran, "upgrade", "heads");

		runner.accept(up.out());

		assertThat(this.printed.column(SCHEMA)).isEqualTo(this.ran.column(SCHEMA));
		assertThat(Command.migrator(this.printed, "check").exitCode()).isZero();

		Command down = Command.migrator(Database.nowhere(), "downgrade", "heads:base", "--sql");
		assertThat(down.exitCode()).as(down.err()).isZero();

		runner.accept(down.out());

		assertThat(this.printed.versionRows()).isEmpty();
		assertThat(this.printed.column("select tablename from pg_tables where schemaname = 'public'"))
			.containsExactlyInAnyOrder("migrator_version", "migrator_history");
		assertThat(this.printed.column("select typname from pg_type t where typnamespace = 'public'::regnamespace "
				+ "and typtype = 'e' union all select proname from pg_proc where pronamespace = 'public'::regnamespace"))
			.isEmpty();
	}

	@Test
	void aFolderOrALinkIsNotReplaced(@TempDir Path folder) throws IOException {
		Path target = Files.writeString(folder.resolve("target.sql"), "");
		Path link = Files.createSymbolicLink(folder.resolve("link.sql"), target);

		assertThat(Command.migrator(Database.nowhere(), "stamp", "3fa4", "--sql", "-o", link.toString()).exitCode())
			.isZero();
		assertThat(link).isSymbolicLink();
		assertThat(target).content().contains("3fa41c7d9e02");

		Command refused = Command.migrator(Database.nowhere(), "stamp", "3fa4", "--sql", "-o", folder.toString());
		assertThat(refused.exitCode()).isEqualTo(1);
		assertThat(refused.err()).contains("it is a folder");
	}

	@Test
	void aScriptGoesIntoAFileAsAWhole(@TempDir Path folder) throws IOException {
		Path file = folder.resolve("up.sql");

		Command up = Command.migrator(Database.nowhere(), "upgrade", "3fa4:8b06", "--sql", "--output", file.toString());

		assertThat(up.exitCode()).as(up.err()).isZero();
		assertThat(up.out()).isEmpty();
		assertThat(Files.readString(file)).contains("CREATE TABLE workouts", "COMMIT;");

		Command refused = Command.migrator(Database.nowhere(), "upgrade", "nope", "--sql", "--output",
				folder.resolve("none.sql").toString());

		assertThat(refused.exitCode()).isEqualTo(1);
		assertThat(folder).isDirectoryNotContaining("glob:**none.sql");
		try (Stream<Path> files = Files.list(folder)) {
			assertThat(files).containsExactly(file);
		}
	}

	private void runWithTheDriver(String script) {
		try (ServerConnection connection = ServerConnection.open(this.printed.dataSource(), (notice) -> {
		})) {
			SqlPieces pieces = new SqlPieces(new StringReader(script));
			for (SqlPiece piece = pieces.next(); piece != null; piece = pieces.next()) {
				StatementGroup group = (StatementGroup) piece;
				for (SqlStatement statement : group.find()) {
					connection.send(statement.in(group.text()));
				}
			}
		}
	}

	private void runWithPsql(String script, Path file) {
		try {
			Files.writeString(file, script);
			Process process = new ProcessBuilder("psql", "-X", "-q", "-v", "ON_ERROR_STOP=1", "-h", "localhost", "-p",
					Integer.toString(this.printed.port()), "-U", "postgres", "-d", this.printed.name(), "-f",
					file.toString())
				.redirectErrorStream(true)
				.start();
			String output = new String(process.getInputStream().readAllBytes());
			assertThat(process.waitFor()).as(output).isZero();
		}
		catch (IOException | InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static boolean psqlIsThere() {
		try {
			return new ProcessBuilder("psql", "--version").start().waitFor() == 0;
		}
		catch (IOException | InterruptedException ex) {
			return false;
		}
	}

}
