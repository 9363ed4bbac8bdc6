package dev.migrator.internal.autogenerate.baseline;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

import dev.migrator.autogenerate.ComparisonSettings;
import dev.migrator.autogenerate.TargetServer;
import dev.migrator.autogenerate.WantedModel;
import dev.migrator.internal.autogenerate.schemafile.SchemaFile;
import dev.migrator.internal.dialect.address.ServerLogin;
import dev.migrator.internal.dialect.connection.ServerConnection;
import dev.migrator.testing.CatalogSnapshot;
import dev.migrator.testing.PgDump;
import dev.migrator.testing.Postgres;
import dev.migrator.testing.TestDatabase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.FileSystemResource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link WrittenSchema}: its SQL makes the same schema again.
 */
@Tag("server")
@Tag("oldest")
class WrittenSchemaServerTests {

	private final TestDatabase database = Postgres.newDatabase();

	@Test
	void everyKindIsMadeAgain() throws IOException {
		this.database.execute(everyKind());
		WrittenSchema written = read(this.database);

		TestDatabase again = Postgres.newDatabase();
		again.execute(written.text());

		assertThat(CatalogSnapshot.of(again).lines())
			.containsExactlyElementsOf(CatalogSnapshot.of(this.database).lines());
		assertThat(PgDump.ofSchema(again)).isEqualTo(PgDump.ofSchema(this.database));
		assertThat(read(again).text()).isEqualTo(written.text());
		assertThat(read(again).files()).isEqualTo(written.files());
		assertThat(written.unwritten()).isEmpty();
	}

	@Test
	void filesAreReadAsTheSameSchema(@TempDir Path folder) throws IOException {
		this.database.execute(everyKind());
		WrittenSchema written = read(this.database);

		new SchemaExport(folder, false).write(written);

		TestDatabase empty = Postgres.newDatabase();
		WantedModel model = new SchemaFile("db/schema", () -> new FileSystemResource(folder), empty::newDataSource,
				ServerLogin::of, "UTC")
			.read(new TargetServer(Postgres.majorVersion(), 0, "public"));
		assertThat(model.schema()).isEqualTo(written.compared());
		assertThat(folder.resolve("tables/users.sql")).content()
			.contains("CREATE TABLE users (", "CREATE POLICY own_rows ON users", "CREATE TRIGGER touch_users");
		assertThat(folder.resolve("functions/add_days.sql")).content().containsSubsequence("(d date", "(d timestamp");
		assertThat(written.files().keySet()).allMatch((path) -> path.matches("[a-z-]+/[A-Za-z0-9_.-]+\\.sql"))
			.contains("tables/other.users.sql", "materialized-views/counts.sql", "tables/events_2026_a.sql")
			.doesNotHaveDuplicates();
	}

	@Test
	void whatIsNotWrittenIsNamed() {
		this.database.execute(
				"""
						create table flyway_schema_history (installed_rank int primary key, version text, description text, type text,
						    script text, checksum int, installed_by text, installed_on timestamp, execution_time int, success boolean);
						create table t (id int); grant select on t to public; create operator === (leftarg = int, rightarg = int,
						    function = int4eq)""");

		WrittenSchema written = read(this.database);

		assertThat(written.files()).containsOnlyKeys("tables/t.sql");
		assertThat(written.unwritten()).containsExactly(
				"table flyway_schema_history (of a tool that migrates the database)", "operator ===(integer,integer)",
				"rights on table t");
	}

	@Test
	void otherFilesAreNotLost(@TempDir Path folder) throws IOException {
		this.database.execute("create table t (id int)");
		Path old = Files.writeString(Files.createDirectory(folder.resolve("views")).resolve("v.sql"), "-- old");
		Path notes = Files.writeString(folder.resolve("notes.txt"), "mine");
		WrittenSchema written = read(this.database);

		assertThatExceptionOfType(ExportException.class)
			.isThrownBy(() -> new SchemaExport(folder, false).write(written))
			.withMessageContaining("files that the export would not write: notes.txt, views/v.sql.");
		assertThat(folder.resolve("tables")).doesNotExist();

		new SchemaExport(folder, true).write(written);
		assertThat(folder.resolve("tables/t.sql")).exists();
		assertThat(old).doesNotExist();
		assertThat(notes).exists();
	}

	@Test
	void differencesAreNamed() {
		this.database.execute("""
				create table t (id int, name text); create table gone (id int);
				create function f() returns int language sql as 'select 1'""");
		TestDatabase other = Postgres.newDatabase();
		other.execute("""
				create table t (id bigint, name text); create view more as select 1 as one;
				create function f() returns int language sql as 'select 2'""");

		assertThat(SchemaDifferences.of(read(this.database), read(other))).hasSize(4)
			.contains("table gone is missing", "table t: `id bigint,` instead of `id integer,`",
					"view more is there too")
			.anyMatch((line) -> line.startsWith("routine f(): "));
		assertThat(SchemaDifferences.of(read(other), read(other))).isEmpty();
	}

	static String everyKind() throws IOException {
		return new ClassPathResource("baseline/every-kind.sql").getContentAsString(StandardCharsets.UTF_8);
	}

	static WrittenSchema read(TestDatabase database) {
		try (ServerConnection connection = ServerConnection.open(database.dataSource(), (notice) -> {
		})) {
			return WrittenSchema.read(connection, ComparisonSettings.DEFAULT, Set.of());
		}
	}

}
