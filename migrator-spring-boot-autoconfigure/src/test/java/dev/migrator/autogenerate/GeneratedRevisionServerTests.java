package dev.migrator.autogenerate;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import dev.migrator.Migrator;
import dev.migrator.MigratorBuilder;
import dev.migrator.autogenerate.GeneratedSqlServerTests.Example;
import dev.migrator.internal.autogenerate.acceptance.AcceptedFile;
import dev.migrator.internal.autogenerate.revision.JavaRevisionBody;
import dev.migrator.internal.command.development.DevelopmentSettings;
import dev.migrator.internal.dialect.address.ServerLogin;
import dev.migrator.internal.script.JavaRevisionScript;
import dev.migrator.internal.script.writing.NewRevision;
import dev.migrator.internal.script.writing.WritingSettings;
import dev.migrator.testing.CatalogSnapshot;
import dev.migrator.testing.Postgres;
import dev.migrator.testing.Strength;
import dev.migrator.testing.TestDatabase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static dev.migrator.autogenerate.Schemas.schema;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Each kind of change from a model to a revision and through the migrator, with rows: the
 * database has what is wanted afterwards, and is what it was after the way back.
 */
@Tag("server")
@Tag("strength")
class GeneratedRevisionServerTests {

	@TempDir
	private Path folder;

	/**
	 * In the normal run {@link GeneratedSqlServerTests} alone runs its examples.
	 */
	static Stream<Example> examples() {
		return Strength.isThorough() ? Stream.concat(GeneratedSqlServerTests.examples(), ModelChanges.examples())
				: ModelChanges.examples();
	}

	@ParameterizedTest
	@MethodSource("examples")
	void revisionIsGeneratedAndAppliedAndUndone(Example example) throws Exception {
		TestDatabase database = database(example);
		List<String> before = snapshot(database);
		ModelDifferences found = migrator(database, example).build().compareModel(renames(example));

		Path script = migrator(database, example).build()
			.internals()
			.autogeneration()
			.write(NewRevision.of("change"), found)
			.get(0)
			.path();
		String sql = Files.readString(script);
		Files.writeString(script, example.filledIn(sql));
		Migrator migrator = migrator(database, example).build();
		migrator.upgrade();

		assertThat(migrator.compareModel(List.of()).differences().detected()).as(sql).isEmpty();

		migrator.downgrade("base");

		assertThat(snapshot(database)).as(sql).isEqualTo(before);
		Postgres.giveBack(database);
	}

	@Test
	void javaRevisionDoesTheSame() throws Exception {
		List<Example> examples = Strength.some(ModelChanges.examples().filter((example) -> example.fills().isEmpty()))
			.toList();
		List<TestDatabase> databases = new ArrayList<>();
		List<JavaRevisionBody> bodies = new ArrayList<>();
		for (Example example : examples) {
			TestDatabase database = database(example);
			ModelDifferences found = migrator(database, example).build().compareModel(renames(example));
			bodies.add(JavaRevisionBody.of(found.differences()));
			databases.add(database);
		}

		List<JavaRevisionScript> scripts = CompiledRevisions.of(this.folder, bodies);

		for (int i = 0; i < examples.size(); i++) {
			TestDatabase database = databases.get(i);
			String title = examples.get(i).title();
			List<String> before = snapshot(database);
			Migrator migrator = migrator(database, examples.get(i)).javaRevisions(List.of(scripts.get(i))).build();

			migrator.upgrade();
			assertThat(migrator.compareModel(List.of()).differences().detected()).as(title).isEmpty();
			migrator.downgrade("base");
			assertThat(snapshot(database)).as(title).isEqualTo(before);
			Postgres.giveBack(database);
		}
	}

	private static TestDatabase database(Example example) {
		TestDatabase database = Postgres.newDatabase();
		GeneratedSqlServerTests.run(database, Comparing.with(database, schema(example.from())));
		if (!example.rows().isEmpty()) {
			GeneratedSqlServerTests.run(database, example.rows());
		}
		return database;
	}

	private MigratorBuilder migrator(TestDatabase database, Example example) {
		return Migrator.builder(database.dataSource())
			.locations("file:" + this.folder)
			.development(new DevelopmentSettings(WritingSettings.DEFAULTS, Optional::empty,
					(dataSource) -> ServerLogin.of(database.newDataSource()), true, AcceptedFile.DEFAULT))
			.wantedSchema(() -> (server) -> Comparing.complete(schema(example.to())))
			.comparison(Comparing.REMOVING_ALL);
	}

	private static List<Rename> renames(Example example) {
		return example.renames().stream().map(Rename::of).toList();
	}

	private static List<String> snapshot(TestDatabase database) {
		return CatalogSnapshot.of(database)
			.withoutColumnOrder()
			.lines()
			.stream()
			.filter((line) -> !line.contains("migrator_"))
			.toList();
	}

}
