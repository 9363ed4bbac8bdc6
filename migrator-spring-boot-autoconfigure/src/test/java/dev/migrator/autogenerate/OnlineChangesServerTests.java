package dev.migrator.autogenerate;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.stream.Stream;

import dev.migrator.autogenerate.GeneratedSqlServerTests.Example;
import dev.migrator.execution.ScriptFailedException;
import dev.migrator.internal.autogenerate.comparison.SchemaComparison;
import dev.migrator.internal.autogenerate.online.OnlineChanges;
import dev.migrator.internal.schema.SchemaObjects;
import dev.migrator.testing.Postgres;
import dev.migrator.testing.Strength;
import dev.migrator.testing.TestDatabase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static dev.migrator.autogenerate.Schemas.schema;
import static dev.migrator.schema.Types.integer;
import static dev.migrator.schema.Types.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Each kind of change in two revisions, on a server, with rows: both lead to the wanted
 * schema, and their downgrades back.
 */
@Tag("server")
@Tag("strength")
class OnlineChangesServerTests {

	private final TestDatabase database = Postgres.newDatabase();

	private final TestDatabase wanted = Postgres.newDatabase();

	@ParameterizedTest
	@MethodSource("examples")
	void upgradesLeadToTheWantedSchemaAndDowngradesBack(Example example, @TempDir Path folder) {
		SchemaObjects from = schema(example.from());
		SchemaObjects to = schema(example.to());
		ComparisonSettings settings = ComparisonSettings.builder()
			.removals(EnumSet.allOf(Droppable.class))
			.renames(example.renames().stream().map(Rename::of).toList())
			.build();
		GeneratedSqlServerTests.run(this.database, Schemas.differences(SchemaObjects.none(), from));
		GeneratedSqlServerTests.run(this.wanted, Schemas.differences(SchemaObjects.none(), to));
		if (!example.rows().isEmpty()) {
			GeneratedSqlServerTests.run(this.database, example.rows());
		}

		OnlineRevisions revisions = OnlineRevisions
			.of(OnlineChanges.of(new SchemaComparison(settings).compare(from, to).changes(), from))
			.filledIn(example::filledIn);

		revisions.assertLeadThereAndBack(this.database, this.wanted, folder);
	}

	@Test
	void fillThatWasForgottenIsWrittenBehindWhatIsDone(@TempDir Path folder) {
		this.database.execute("create table users (age integer)");
		this.database.execute("insert into users values (null)");
		SchemaObjects from = schema((op) -> op.createTable("users", (t) -> t.column("age", integer())));
		SchemaObjects to = schema((op) -> op.createTable("users", (t) -> t.column("age", integer()).notNull()));
		OnlineRevisions revisions = OnlineRevisions.of(OnlineChanges.of(Schemas.differences(from, to).changes(), from));

		assertThatExceptionOfType(ScriptFailedException.class)
			.isThrownBy(() -> revisions.migrator(this.database, folder).upgrade())
			.withMessageContaining("users_age_not_null_check");
		revisions
			.filledIn((sql) -> sql.replace("NOT VALID;\n", "NOT VALID;\nUPDATE users SET age = 1 WHERE age IS NULL;\n"))
			.migrator(this.database, folder)
			.upgrade();

		assertThat(this.database.column("select age from users")).containsExactly("1");
		assertThat(this.database.versionRows()).containsExactly("b");
	}

	@Test
	void primaryKeyOfAPartitionedTableWaitsUntilItsColumnIsFilled(@TempDir Path folder) {
		this.database.execute("create table logs (id integer, code text) partition by range (id)");
		this.database.execute("create table logs_1 partition of logs for values from (1) to (100)");
		this.database.execute("insert into logs values (1, null)");
		SchemaObjects from = schema((op) -> op.createTable("logs", (t) -> {
			t.column("id", integer());
			t.column("code", text());
			t.partitionBy("RANGE (id)");
		}));
		SchemaObjects to = schema((op) -> op.createTable("logs", (t) -> {
			t.column("id", integer());
			t.column("code", text());
			t.partitionBy("RANGE (id)");
			t.primaryKey("id", "code");
		}));
		OnlineRevisions revisions = OnlineRevisions.of(OnlineChanges.of(Schemas.differences(from, to).changes(), from))
			.filledIn((sql) -> sql.replace("-- UPDATE logs SET code = ... ", "UPDATE logs SET code = 'a' ")
				.replace("-- UPDATE logs SET id = ... ", "UPDATE logs SET id = 2 "));

		revisions.migrator(this.database, folder).upgrade();

		assertThat(revisions.second().upgrade()).endsWith("""
				-- the table is partitioned: no other session can write to it while PostgreSQL does this
				ALTER TABLE logs ADD CONSTRAINT logs_pkey PRIMARY KEY (id, code);""");
		assertThat(this.database.column("select code from logs")).containsExactly("a");
		assertThat(this.database.versionRows()).containsExactly("b");

		revisions.migrator(this.database, folder).downgrade("base");

		assertThat(this.database.versionRows()).isEmpty();
		assertThat(this.database
			.column("select attname from pg_attribute where attrelid = 'logs'::regclass and attnotnull "
					+ "and attnum > 0"))
			.isEmpty();
	}

	static Stream<Example> examples() {
		return Strength.some(Stream.concat(GeneratedSqlServerTests.examples(), OnlineExamples.all()));
	}

}
