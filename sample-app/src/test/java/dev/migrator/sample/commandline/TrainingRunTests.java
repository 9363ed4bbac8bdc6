package dev.migrator.sample.commandline;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

import dev.migrator.sample.Database;
import dev.migrator.sample.WorkoutBuddyApplication;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A run that only fills a CDS archive or an AOT cache, at a database address where
 * nothing listens: whoever tries to connect fails.
 */
@Tag("thorough")
class TrainingRunTests {

	/** What Hibernate needs to start without a database, and a log for the test. */
	private static final List<String> WITHOUT_DATABASE = List.of(
			"-Dspring.jpa.properties.hibernate.boot.allow_jdbc_metadata_access=false",
			"-Dspring.jpa.database-platform=org.hibernate.dialect.PostgreSQLDialect",
			"-Dspring.jpa.hibernate.ddl-auto=none", "-Dlogging.level.root=info");

	private static final boolean WITH_AOT_CACHE = Runtime.version().feature() >= 25;

	@TempDir
	Path folder;

	@Test
	void aTrainingRunTouchesNoDatabaseAndTheApplicationRunsWithWhatItLeft() throws IOException {
		Path archive = this.folder.resolve("application.archive");

		Command training = run(Database.nowhere(),
				List.of((WITH_AOT_CACHE ? "-XX:AOTCacheOutput=" : "-XX:ArchiveClassesAtExit=") + archive,
						"-Dspring.context.exit=onRefresh"),
				WITHOUT_DATABASE);

		assertThat(training.exitCode()).as(training.out() + training.err()).isZero();
		assertThat(training.out() + training.err())
			.contains("The application exits after its refresh (spring.context.exit=onRefresh); nothing is migrated")
			.doesNotContain("refused", "Running upgrade");
		assertThat(archive).isNotEmptyFile();

		Database database = Database.create();
		Command upgrade = run(database.url(),
				List.of((WITH_AOT_CACHE ? "-XX:AOTCache=" : "-XX:SharedArchiveFile=") + archive,
						WITH_AOT_CACHE ? "-XX:AOTMode=on" : "-Xshare:on"),
				List.of(), "migrator", "upgrade");
		assertThat(upgrade.exitCode()).as(upgrade.err()).isZero();
		assertThat(database.versionRows()).containsExactly("64f7a09e1cbd");
	}

	@Test
	void aTrainingRunOfAProcessedApplicationTouchesNoDatabaseEither() throws IOException {
		Map<String, String> environment = Map.of("DATABASE_URL", Database.nowhere());
		ProcessedApplication application = ProcessedApplication.in(this.folder, environment);
		List<String> line = new ArrayList<>(WITHOUT_DATABASE);
		line.add("-Dspring.context.exit=onRefresh");
		line.addAll(application.line());

		Command training = ApplicationProcess.java(this.folder, environment, line);

		assertThat(training.exitCode()).as(training.out() + training.err()).isZero();
		assertThat(training.out()).contains("nothing is migrated");
	}

	/**
	 * The class path without folders, which neither an archive nor a cache can be for.
	 */
	private String classPath() throws IOException {
		List<String> jars = new ArrayList<>();
		for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
			Path path = Path.of(entry);
			jars.add(Files.isDirectory(path) ? jar(path).toString() : entry);
		}
		return String.join(File.pathSeparator, jars);
	}

	private Path jar(Path classes) throws IOException {
		Path jar = this.folder.resolve(classes.toAbsolutePath().toString().replaceAll("\\W", "_") + ".jar");
		if (Files.exists(jar)) {
			return jar;
		}
		try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
				Stream<Path> all = Files.walk(classes)) {
			for (Path file : all.filter((path) -> !path.equals(classes)).toList()) {
				String name = classes.relativize(file).toString().replace(File.separatorChar, '/');
				out.putNextEntry(new ZipEntry(Files.isDirectory(file) ? name + "/" : name));
				if (Files.isRegularFile(file)) {
					Files.copy(file, out);
				}
				out.closeEntry();
			}
		}
		return jar;
	}

	private Command run(String database, List<String> options, List<String> more, String... arguments)
			throws IOException {
		List<String> line = new ArrayList<>(options);
		line.addAll(more);
		line.addAll(List.of("-cp", classPath(), WorkoutBuddyApplication.class.getName()));
		line.addAll(List.of(arguments));
		return ApplicationProcess.java(this.folder, Map.of("DATABASE_URL", database), line);
	}

}
