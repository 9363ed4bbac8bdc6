package dev.migrator.internal.script.project;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;

import dev.migrator.internal.script.writing.SourceProject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.DefaultResourceLoader;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Entities that were written or edited, and not built, are no difference to the database,
 * and that is said.
 */
class EntitySourcesTests {

	private static final Instant BUILT = Instant.parse("2026-01-05T05:00:00Z");

	private SourceProject project;

	@BeforeEach
	void build(@TempDir Path directory) throws IOException {
		this.project = SourceProject.in(directory);
		entity("Exercise", BUILT.minusSeconds(60));
		entity("Workout", BUILT.minusSeconds(60));
		built("Exercise");
		built("Workout");
	}

	@Test
	void nothingIsSaidOfEntitiesThatAreBuilt() {
		assertThat(this.project.writer().entities()).isEqualTo(EntitySources.SAME);
		assertThat(this.project.writer().entities().line()).isNull();
		assertThat(this.project.writerWithoutSources().entities()).isEqualTo(EntitySources.SAME);
	}

	@Test
	void whatIsEditedOrNewIsNamed() throws IOException {
		entity("Exercise", BUILT.plusSeconds(60));
		entity("Metric", BUILT.minusSeconds(60));

		assertThat(this.project.writer().entities().line())
			.isEqualTo("The model is the one that the application was built with. Entities not built yet: Metric.java; "
					+ "newer than their classes, perhaps changed since the build: Exercise.java. Build it, then run this command again.");
	}

	@Test
	void classesThatWereBuiltElsewhereAreNotComparedByTheirTime() throws IOException {
		entity("Exercise", BUILT.plusSeconds(60));
		entity("Metric", BUILT);
		Path elsewhere = Files.createDirectories(this.project.path("elsewhere"));
		Files.move(this.project.path("target/classes"), elsewhere.resolve("classes"));

		assertThat(new EntityFiles(new Project(this.project.path("")),
				new DefaultResourceLoader(
						new URLClassLoader(new URL[] { elsewhere.resolve("classes").toUri().toURL() })))
			.compare()).isEqualTo(new EntitySources(List.of("Metric.java"), List.of()));
	}

	@ParameterizedTest
	@ValueSource(strings = { "@jakarta.persistence.Embeddable\npublic record Edited(String text) {\n}",
			"@MappedSuperclass\nabstract class Edited {\n}" })
	void whatBelongsToEntitiesCounts(String text) {
		this.project.file("src/main/java/app/Edited.java", "package app;\n" + text);

		assertThat(this.project.writer().entities().notBuilt()).containsExactly("Edited.java");
	}

	@ParameterizedTest
	@ValueSource(strings = { "class Edited {\n}", "@EntityScan\nclass Edited {\n}", "@Entity\nclass Another {\n}" })
	void whatIsNoEntityOfThatFileDoesNot(String text) {
		this.project.file("src/main/java/app/Edited.java", "package app;\n" + text);

		assertThat(this.project.writer().entities()).isEqualTo(EntitySources.SAME);
	}

	@Test
	void moreThanFiveAreCounted() throws IOException {
		for (int i = 1; i <= 7; i++) {
			entity("E" + i, BUILT);
		}

		assertThat(this.project.writer().entities().line()).contains(
				"Entities not built yet: E1.java, E2.java, E3.java, E4.java, E5.java and 2 more. Build it, then run");
	}

	private void entity(String name, Instant written) throws IOException {
		String path = "src/main/java/app/" + name + ".java";
		this.project.file(path, "package app;\n\n@Entity\nclass " + name + " {\n}\n");
		Files.setLastModifiedTime(this.project.path(path), FileTime.from(written));
	}

	private void built(String name) throws IOException {
		String path = "target/classes/app/" + name + ".class";
		this.project.file(path, "");
		Files.setLastModifiedTime(this.project.path(path), FileTime.from(BUILT));
	}

}
