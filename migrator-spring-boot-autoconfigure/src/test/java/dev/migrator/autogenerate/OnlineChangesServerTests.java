package dev.migrator.autogenerate;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;

import dev.migrator.Migrator;
import dev.migrator.autogenerate.GeneratedSqlServerTests.Example;
import dev.migrator.schema.DatabaseSchema;
import dev.migrator.testing.Postgres;
import dev.migrator.testing.TestDatabase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static dev.migrator.autogenerate.Schemas.schema;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Each kind of change in two revisions, on a server, with rows: both lead to the wanted
 * schema, and their downgrades back.
 */
@Tag("server")
class OnlineChangesServerTests {

	@ParameterizedTest
	@MethodSource("examples")
	void upgradesLeadToTheWantedSchemaAndDowngradesBack(Example example, @TempDir Path folder) {
		TestDatabase database = Postgres.newDatabase();
		TestDatabase wanted = Postgres.newDatabase();
		DatabaseSchema from = schema(example.from());
		DatabaseSchema to = schema(example.to());
		ComparisonSettings settings = ComparisonSettings.DEFAULT.withRemovals(EnumSet.allOf(Removal.class))
			.withRenames(example.renames().stream().map(Rename::of).toList());
		GeneratedSqlServerTests.run(database, Schemas.differences(DatabaseSchema.empty(), from));
		GeneratedSqlServerTests.run(wanted, Schemas.differences(DatabaseSchema.empty(), to));
		List<String> before = OnlineRevisions.lines(database);
		if (!example.rows().isEmpty()) {
			GeneratedSqlServerTests.run(database, example.rows());
		}

		OnlineRevisions revisions = OnlineRevisions
			.of(OnlineChanges.of(new SchemaComparison(settings).compare(from, to).changes(), from))
			.filledIn(example::filledIn);
		Migrator migrator = revisions.migrator(database, folder);
		migrator.upgrade();

		assertThat(OnlineRevisions.lines(database)).as(revisions.toString()).isEqualTo(OnlineRevisions.lines(wanted));

		migrator.downgrade("base");

		assertThat(OnlineRevisions.lines(database)).as(revisions.toString()).isEqualTo(before);
	}

	static Stream<Example> examples() {
		return Stream.concat(GeneratedSqlServerTests.examples(), OnlineExamples.all());
	}

}
