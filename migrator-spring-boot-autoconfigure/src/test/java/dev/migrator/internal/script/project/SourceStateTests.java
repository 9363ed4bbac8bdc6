package dev.migrator.internal.script.project;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Optional;

import dev.migrator.internal.script.writing.NewRevision;
import dev.migrator.internal.script.writing.SourceProject;
import dev.migrator.revision.Revision;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What was built, and what the sources have now.
 */
class SourceStateTests {

	private static final String FOLDER = "src/main/resources/db/revisions/";

	private SourceProject project;

	@BeforeEach
	void build(@TempDir Path directory) {
		this.project = SourceProject.in(directory).script("a").script("b <- a").script("c <- b").build();
	}

	@Test
	void nothingIsSaidWhereTheApplicationIsBuiltOfItsSources() {
		assertThat(this.project.writer().sources()).isEqualTo(SourceState.SAME);
		assertThat(this.project.writer().sources().line()).isNull();
		assertThat(this.project.script("d <- c").writerWithoutSources().sources()).isEqualTo(SourceState.SAME);
	}

	@Test
	void whatIsNotBuiltIsNamed() {
		this.project.script("d <- c").script("e <- d");

		assertThat(this.project.writer().sources().line())
			.isEqualTo("The application was not built from the present sources. Revisions not built yet: "
					+ "d (d.sql), e (e.sql). Clean what was built (mvn clean, gradle clean), build it, then run this command again.");
	}

	@Test
	void whatHasNoSourceAnyMoreIsNamedAndNeverFollowed() throws IOException {
		Files.delete(this.project.path(FOLDER + "c.sql"));

		SourceState state = this.project.writer().sources();

		assertThat(state.withoutSource()).extracting(Revision::id).containsExactly("c");
		assertThat(state.line()).isEqualTo(
				"The application was not built from the present sources. Revisions built, but without a source: c (c.sql). Clean what was built (mvn clean, gradle clean), build it, then run this command again.");
		assertThat(this.project.writer().write(NewRevision.of("next")).downRevisions()).containsExactly("b");
	}

	@Test
	void whatTheLauncherHasBuiltHasASourceSomewhere() throws IOException {
		Files.delete(this.project.path(FOLDER + "c.sql"));
		System.setProperty("dev.migrator.launcher.classes", "built");
		System.setProperty("dev.migrator.launcher.start", "start");
		try {
			assertThat(this.project.writer().sources().line()).isNull();
			assertThat(this.project.writer().write(NewRevision.of("next")).downRevisions()).containsExactly("c");
		}
		finally {
			System.clearProperty("dev.migrator.launcher.classes");
			System.clearProperty("dev.migrator.launcher.start");
		}
	}

	/**
	 * It may come from sources that are somewhere else.
	 */
	@Test
	void whatSourcesStandOnCounts() throws IOException {
		Files.delete(this.project.path(FOLDER + "a.sql"));
		Files.delete(this.project.path(FOLDER + "b.sql"));

		assertThat(this.project.writer().sources().withoutSource()).isEmpty();
		assertThat(this.project.writer().sources().line()).isEqualTo(
				"The application was not built from the present sources. Revisions not found in the sources, although other revisions follow them: a (a.sql), b (b.sql). Clean what was built (mvn clean, gradle clean), build it, then run this command again.");
		assertThat(this.project.writer().write(NewRevision.of("next")).downRevisions()).containsExactly("c");
	}

	@Test
	void severalThatAreGoneAreNamedInTheirOrder() throws IOException {
		Files.delete(this.project.path(FOLDER + "b.sql"));
		Files.delete(this.project.path(FOLDER + "c.sql"));

		assertThat(this.project.writer().sources().withoutSource()).extracting(Revision::id).containsExactly("b", "c");
		assertThat(this.project.writer().write(NewRevision.of("next")).downRevisions()).containsExactly("a");
	}

	@Test
	void sourcesThatCannotBeReadAreSaid() {
		this.project.file(FOLDER + "d.sql", "no header");

		assertThat(this.project.writer().sources().line()).startsWith(
				"The revisions in the sources cannot be read, so these are the revisions that the application was built with: ");
	}

	@Test
	void whatWasEditedSinceIsNamed() throws IOException {
		this.project.file(FOLDER + "b.sql", "-- revision: b\n-- revises: a\n-- migrator:upgrade\nselect 1;\n");
		Files.setLastModifiedTime(this.project.path(FOLDER + "b.sql"), FileTime.from(Instant.now().plusSeconds(60)));

		assertThat(this.project.writer().sources().line())
			.isEqualTo("The application was not built from the present sources. Revisions edited since: "
					+ "b (b.sql). Clean what was built (mvn clean, gradle clean), build it, then run this command again.");
	}

	@Test
	void whatABuildChangesWhileItCopiesIsNotEdited() throws IOException {
		this.project.file("target/classes/db/revisions/b.sql",
				"-- revision: b\n-- revises: a\n-- migrator:upgrade\nselect 'filtered';\n");
		Files.setLastModifiedTime(this.project.path(FOLDER + "b.sql"), FileTime.from(Instant.now().minusSeconds(60)));

		assertThat(this.project.writer().sources()).isEqualTo(SourceState.SAME);
	}

	@Test
	void whatWasRenamedInTheSourcesHasOneStill() throws IOException {
		Files.move(this.project.path(FOLDER + "b.sql"), this.project.path(FOLDER + "renamed.sql"));

		assertThat(this.project.writer().sources()).isEqualTo(SourceState.SAME);
	}

	/**
	 * The resources may come from somewhere else then.
	 */
	@Test
	void withoutTheFolderNothingIsKnown() throws IOException {
		for (String name : new String[] { "a.sql", "b.sql", "c.sql" }) {
			Files.delete(this.project.path(FOLDER + name));
		}
		Files.delete(this.project.path(FOLDER));

		assertThat(this.project.writer().sources()).isEqualTo(SourceState.SAME);
	}

	@Test
	void manyAreCounted() {
		for (int i = 0; i < 7; i++) {
			this.project.script("n" + i + " <- " + ((i == 0) ? "c" : "n" + (i - 1)));
		}

		assertThat(this.project.writer().sources().line()).contains("n4 (n4.sql) and 2 more. Clean");
	}

	@ParameterizedTest
	@CsvSource({ "file:%sproject/target/classes/db/x.sql, true", "file:%sproject/target/test-classes/db/x.sql, false",
			"file:%sproject/build/resources/main/x.sql, true", "file:%sproject/build/classes/java/main/X.class, true",
			"jar:nested:%sproject/target/app.jar/!BOOT-INF/classes/!/db/x.sql, true",
			"jar:file:%sproject/target/app.jar!/BOOT-INF/classes!/db/x.sql, true",
			"jar:nested:%sproject/target/app.jar/!BOOT-INF/lib/shared.jar!/db/x.sql, false",
			"jar:file:%srepository/shared.jar!/db/x.sql, false", "file:%sother/target/classes/db/x.sql, false" })
	void onlyTheProjectsOwnBuildCounts(String place, boolean own, @TempDir Path folder) {
		URI uri = URI.create(place.formatted(folder.toUri().getRawPath()));

		assertThat(new BuildOutput(new Project(folder.resolve("project"))).holds(Optional.of(uri))).isEqualTo(own);
	}

}
