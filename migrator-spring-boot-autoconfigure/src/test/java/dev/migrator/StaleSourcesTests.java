package dev.migrator;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import dev.migrator.autogenerate.ModelSources;
import dev.migrator.autogenerate.WantedModel;
import dev.migrator.internal.command.development.DevelopmentSettings;
import dev.migrator.internal.schema.SchemaObjects;
import dev.migrator.internal.script.project.Project;
import dev.migrator.internal.script.writing.NewRevision;
import dev.migrator.result.Finding;
import dev.migrator.result.PendingRevisionsException;
import dev.migrator.result.SourceGoneException;
import dev.migrator.schema.ObjectName;
import dev.migrator.schema.Types;
import dev.migrator.schema.element.Column;
import dev.migrator.schema.element.Table;
import dev.migrator.testing.Postgres;
import dev.migrator.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.io.DefaultResourceLoader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What was built of a source that was deleted does not hold up a new revision.
 */
@ExtendWith(OutputCaptureExtension.class)
class StaleSourcesTests {

	private final TestDatabase database = Postgres.newDatabase();

	@TempDir
	private Path project;

	@BeforeEach
	void build() throws IOException {
		write("a", "-- revision: a\n-- migrator:upgrade\ncreate table kept (id bigint);\n");
		write("b", "-- revision: b\n-- revises: a\n-- migrator:upgrade\ncreate table gone ();\n"
				+ "-- migrator:downgrade\ndrop table gone;\n");
		Files.createDirectories(this.project.resolve("src/main/java"));
	}

	@Test
	void deletedRevisionIsNotAskedToBeApplied() throws IOException {
		migrator().upgrade("a");
		deleteSource();

		assertThat(migrator().check().findings()).isEmpty();
		assertThat(migrator().internals()
			.autogeneration()
			.write(NewRevision.of("next"), migrator().compareModel(List.of()))
			.get(0)
			.downRevisions()).containsExactly("a");
	}

	@Test
	void deletedRevisionThatIsAppliedIsToBeUndoneFirst() throws IOException {
		migrator().upgrade();
		deleteSource();

		assertThatExceptionOfType(SourceGoneException.class).isThrownBy(() -> migrator().compareModel(List.of()))
			.withMessage("""
					A revision is applied, and its source was deleted: b (classpath:db/revisions/b.sql). \
					After the next clean build the application does not know what the database has.

					Undo it while the application still has it (migrator downgrade b@-1), or restore the \
					source. Then generate the revision.""");

		migrator().downgrade("b@-1");
		assertThat(migrator().compareModel(List.of()).isEmpty()).isTrue();
	}

	@Test
	void commandThatUndoesADeletedRevisionLeavesWhatIsBeside() throws IOException {
		write("x", "-- revision: x\n-- revises: a\n-- migrator:upgrade\n-- migrator:downgrade\n");
		migrator().upgrade("b");
		migrator().upgrade("x");
		deleteSource();

		assertThatExceptionOfType(SourceGoneException.class).isThrownBy(() -> migrator().compareModel(List.of()))
			.withMessageContaining("(migrator downgrade b@-1)");
		assertThat(migrator().planDowngrade("b@-1").to()).containsExactly("x");
	}

	@Test
	void deletedRevisionThatMayBePendingIsNotTheReasonForAnother() throws IOException {
		deleteSource();

		assertThatExceptionOfType(PendingRevisionsException.class).isThrownBy(() -> migrator().compareModel(List.of()))
			.satisfies((ex) -> assertThat(ex.pending()).containsExactly("a"));
	}

	@Test
	void differenceIsGeneratedOnlyOnceTheSourcesAreBuilt() throws IOException {
		migrator().upgrade();
		this.database.execute("alter table kept add column more int");
		assertThat(migrator().check().findings()).singleElement()
			.extracting(Finding::action)
			.isEqualTo("Generate a revision: migrator revision --autogenerate -m \"...\"\n"
					+ "To keep tables that are still in use, set migrator.autogenerate.exclude-tables=gone, "
					+ "or remove tables from migrator.autogenerate.drop.");

		source("c", "-- revision: c\n-- revises: b\n-- migrator:upgrade\n");

		assertThat(migrator().check().findings()).singleElement()
			.extracting(Finding::action)
			.isEqualTo("The sources have revisions that the application was not built with: build it, upgrade the "
					+ "database, and run this again.");
	}

	@Test
	void headsThatAreMergedInTheSourcesAreNotMergedAgain(CapturedOutput output) throws IOException {
		write("x", "-- revision: x\n-- revises: a\n-- migrator:upgrade\n");
		assertThat(migrator().checkScripts()).singleElement()
			.extracting(Finding::action)
			.isEqualTo("Merge them: migrator merge b x -m \"merge heads\"");

		source("m", "-- revision: m\n-- revises: b, x\n-- migrator:upgrade\n");

		assertThat(migrator().checkScripts()).singleElement()
			.extracting(Finding::action)
			.isEqualTo("A revision in the sources merges some of them, m: build the application with it.");
		migrator().upgrade("heads");
		assertThat(output).contains("cannot rely on. A revision in the sources merges some of them, m: build");
	}

	@Test
	void projectThatCannotBeFoundIsSaid() {
		Migrator migrator = builder().development(DevelopmentSettings.of(() -> {
			throw Project.missing();
		})).build();

		assertThat(migrator.internals().project().sources().line()).startsWith(
				"The revisions in the sources cannot be read, so these are the revisions that the application was built with: "
						+ "The sources of the application are not here: ");
	}

	private void source(String name, String script) throws IOException {
		Files.writeString(this.project.resolve("src/main/resources/db/revisions/" + name + ".sql"), script);
	}

	private void write(String name, String script) throws IOException {
		for (String folder : List.of("src/main/resources", "target/classes")) {
			Path file = this.project.resolve(folder + "/db/revisions/" + name + ".sql");
			Files.createDirectories(file.getParent());
			Files.writeString(file, script);
		}
	}

	private void deleteSource() throws IOException {
		Files.delete(this.project.resolve("src/main/resources/db/revisions/b.sql"));
	}

	private Migrator migrator() {
		return builder().build();
	}

	private MigratorBuilder builder() {
		Table kept = new Table(ObjectName.of("kept"), List.of(Column.of("id", Types.bigint())), List.of(), List.of(),
				false, null, null);
		WantedModel wanted = WantedModel
			.builder(SchemaObjects.of(List.of(kept), List.of(), List.of()), new ModelSources(List.of(), List.of()))
			.complete(true)
			.build();
		return Migrator.builder(this.database.dataSource())
			.resourceLoader(new DefaultResourceLoader(classes()))
			.development(DevelopmentSettings.of(() -> Optional.of(new Project(this.project))))
			.wantedSchema(() -> (server) -> wanted);
	}

	private ClassLoader classes() {
		try {
			return new URLClassLoader(new URL[] { URI.create(this.project.toUri() + "target/classes/").toURL() }, null);
		}
		catch (MalformedURLException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
