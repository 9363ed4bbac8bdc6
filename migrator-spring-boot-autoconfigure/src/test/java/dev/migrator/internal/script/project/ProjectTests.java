package dev.migrator.internal.script.project;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import dev.migrator.internal.script.JavaRevisionScript;
import dev.migrator.internal.script.writing.SourceProject;
import dev.migrator.revision.UnknownRevisionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Where the sources are.
 */
class ProjectTests {

	@TempDir
	private Path directory;

	@ParameterizedTest
	@ValueSource(strings = { "target/classes", "target/app.jar", "target/test-classes", "build/classes/java/main",
			"build/libs/app.jar", "bin/main", "out/production/classes" })
	void projectIsFoundFromWhereItIsBuilt(String classes) throws Exception {
		Path project = this.directory.resolve("module");
		Files.createDirectories(project.resolve("src/main"));
		Files.createDirectories(this.directory.resolve("src/main"));

		assertThat(Project.find(project.resolve(classes), this.directory)).contains(new Project(project));
	}

	@Test
	void jarThatIsDeployedLeadsToTheWorkingDirectory() throws Exception {
		Files.createDirectories(this.directory.resolve("work/src/main"));

		assertThat(Project.find(this.directory.resolve("app/app.jar"), this.directory.resolve("work")))
			.contains(new Project(this.directory.resolve("work")));
		assertThat(Project.find(null, this.directory.resolve("work"))).isPresent();
	}

	@Test
	void folderWithoutSourcesIsNoProject() throws Exception {
		Files.createDirectories(this.directory.resolve("target/classes"));

		assertThat(Project.find(this.directory.resolve("target/classes"), this.directory)).isEmpty();
	}

	@Test
	void sourceOfSqlRevisionIsInTheResources() {
		SourceProject project = SourceProject.in(this.directory).script("abcdef", "branch-labels: one").build();

		for (String target : new String[] { "abcdef", "abcd", "one", "head" }) {
			assertThat(project.writer().sourceOf(target))
				.isEqualTo(project.path("src/main/resources/db/revisions/abcdef.sql"));
		}
	}

	@Test
	void sourceOfJavaRevisionIsThatOfItsClass() {
		SourceProject project = SourceProject.in(this.directory)
			.compiled(JavaRevisionScript.of(JavaRevisionWritingTests.Compiled.class,
					JavaRevisionWritingTests.Compiled::new))
			.file("src/main/java/dev/migrator/internal/script/project/JavaRevisionWritingTests.java", "class X {}");

		assertThat(project.writer().sourceOf("compiled")).isEqualTo(
				project.path("src/main/java/dev/migrator/internal/script/project/JavaRevisionWritingTests.java"));
	}

	@Test
	void sourceOfCurrentIsThatOfTheOneRow() {
		SourceProject project = SourceProject.in(this.directory).script("a").script("b");

		assertThat(project.writer().sourceOfCurrent(List.of("b"))).hasFileName("b.sql");
		assertThatExceptionOfType(NewRevisionException.class)
			.isThrownBy(() -> project.writer().sourceOfCurrent(List.of("a", "b")))
			.withMessageContaining("the database is at a, b");
		assertThatExceptionOfType(NewRevisionException.class)
			.isThrownBy(() -> project.writer().sourceOfCurrent(List.of()))
			.withMessageContaining("the database is at none");
	}

	@Test
	void sourceThatIsSomewhereElseIsNotFound() {
		SourceProject project = SourceProject.in(this.directory)
			.file("target/classes/db/revisions/lib.sql", "-- revision: lib\n-- migrator:upgrade\n");

		assertThatExceptionOfType(NewRevisionException.class).isThrownBy(() -> project.writer().sourceOf("lib"))
			.withMessageContaining("lib (classpath:db/revisions/lib.sql) is not in " + this.directory);
		assertThatExceptionOfType(NewRevisionException.class)
			.isThrownBy(() -> project.writerWithoutSources().sourceOf("lib"))
			.withMessageContaining("sources of the application are not here");
		assertThatExceptionOfType(UnknownRevisionException.class).isThrownBy(() -> project.writer().sourceOf("nope"));
	}

}
