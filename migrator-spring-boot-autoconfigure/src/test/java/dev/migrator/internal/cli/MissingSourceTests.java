package dev.migrator.internal.cli;

import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import dev.migrator.Migrator;
import dev.migrator.internal.cli.application.TypedCommands;
import dev.migrator.internal.command.development.DevelopmentSettings;
import dev.migrator.internal.script.project.Project;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.core.io.DefaultResourceLoader;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A revision that follows one whose source is not in the project.
 */
class MissingSourceTests {

	@Test
	void whoeverFollowsItIsTold(@TempDir Path project) throws IOException {
		Files.createDirectories(project.resolve("src/main/java"));
		write(project, "a", "", List.of("target/classes"));
		write(project, "b", "-- revises: a\n", List.of("target/classes", "src/main/resources"));
		URL classes = URI.create(project.toUri() + "target/classes/").toURL();
		TypedCommands commands = TypedCommands.of(
				Migrator.builder(new PGSimpleDataSource())
					.development(DevelopmentSettings.of(() -> Optional.of(new Project(project))))
					.resourceLoader(new DefaultResourceLoader(new URLClassLoader(new URL[] { classes }, null))),
				project);

		TypedCommands.Answer beside = commands.type("revision", "-m", "beside", "--head", "a", "--splice", "--rev-id",
				"c");

		assertThat(beside.exitCode()).as(beside.err()).isZero();
		assertThat(beside.err()).isEqualTo("""
				Revision c revises a. Once it is built, apply it: migrator upgrade
				The source of a, which it follows, is not in the project. Unless it comes from another project, \
				restore it: otherwise the next clean build refuses the revisions that follow it.
				""");
		assertThat(commands.type("revision", "-m", "above", "--head", "b").err()).doesNotContain("which it follows");
	}

	private static void write(Path project, String id, String header, List<String> folders) throws IOException {
		for (String folder : folders) {
			Path file = project.resolve(folder + "/db/revisions/" + id + ".sql");
			Files.createDirectories(file.getParent());
			Files.writeString(file, "-- revision: " + id + "\n" + header + "-- migrator:upgrade\n");
		}
	}

}
