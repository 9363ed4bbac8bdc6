package dev.migrator.internal.launcher;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Stale files are built, and nothing else.
 */
class ProjectBuildTests {

	@TempDir
	private Path directory;

	private Folder folder;

	private ProjectBuild build;

	@BeforeEach
	void setUp() {
		this.folder = Folder.builtWithMaven(this.directory);
		this.folder.write("classpath", "");
		script("");
		this.build = new ProjectBuild(this.folder.module(), this.directory.resolve("migrator"));
	}

	/**
	 * Writes a script that builds one class.
	 */
	private void script(String line) {
		this.folder.write("migrator", """
				cd "%s"
				echo $1 >> builds
				mkdir -p target/classes target/migrator
				cp classpath target/migrator/classpath
				echo A > target/classes/A.class
				%s
				""".formatted(this.directory, line));
	}

	private List<String> builds() throws Exception {
		Path builds = this.directory.resolve("builds");
		return Files.exists(builds) ? Files.readAllLines(builds) : List.of();
	}

	@Test
	void nothingIsBuiltTwice() throws Exception {
		BuildRecord built = this.build.upToDate();

		assertThat(this.build.upToDate()).isEqualTo(built).isEqualTo(this.folder.record());
		assertThat(builds()).containsExactly("--build-all");
	}

	@Test
	void whatWasCompiledBeforeTheFirstRecordDoesNotCount() throws Exception {
		this.folder.write("target/classes/db/revisions/deleted.sql", "drop schema public;");

		this.build.upToDate();

		assertThat(this.directory.resolve("target/classes/db/revisions/deleted.sql")).doesNotExist();
		assertThat(this.directory.resolve("target/classes/A.class")).exists();
	}

	@Test
	void scriptHasBuiltTheFirstTime() throws Exception {
		this.folder.olderThanNow();
		this.folder.delete("target/classes/db/revisions/a.sql");
		this.folder.write("target/migrator/begun", "");
		this.folder.write("target/classes/A.class", "A");

		this.build.upToDate();

		assertThat(builds()).isEmpty();
		assertThat(this.directory.resolve("target/migrator/begun")).doesNotExist();
	}

	@Test
	void scriptHasBuiltOverOldClassesTheFirstTime() throws Exception {
		this.folder.olderThanNow();
		this.folder.write("target/migrator/begun", "");

		this.build.upToDate();

		assertThat(builds()).containsExactly("--build-all");
		assertThat(this.directory.resolve("target/classes/db/revisions/a.sql")).doesNotExist();
	}

	@Test
	void editDuringEachBuildIsBuiltByTheNextCommand() throws Exception {
		this.build.upToDate();
		script("date +%N >> src/main/java/A.java");

		this.build.upToDate();

		assertThat(builds()).containsExactly("--build-all", "--build-all", "--build");
		assertThat(BuildRecord.read(this.folder.module()).inputs()).isNotEqualTo(this.folder.record().inputs());
		this.build.upToDate();
		assertThat(builds()).hasSizeGreaterThan(3);
	}

	@Test
	void buildThatWritesASourceOnceIsRepeated() throws Exception {
		script("echo 'class B {}' > src/main/java/B.java; touch -d '2020-01-01' src/main/java/B.java");

		this.build.upToDate();

		assertThat(builds()).hasSize(2);
		this.build.upToDate();
		assertThat(builds()).hasSize(2);
	}

	@Test
	void changedBuildFileCompilesEverything() throws Exception {
		this.build.upToDate();
		this.folder.write("target/classes/Left.class", "");
		this.folder.write("pom.xml", "<project><properties/></project>");

		this.build.upToDate();

		assertThat(builds()).containsExactly("--build-all", "--build-all");
		assertThat(this.directory.resolve("target/classes/Left.class")).doesNotExist();
	}

	@Test
	void changedSourceKeepsTheClasses() throws Exception {
		this.build.upToDate();
		this.folder.write("target/classes/Left.class", "");
		this.folder.replaceByNewer("src/main/java/A.java", "class A { }");

		this.build.upToDate();

		assertThat(builds()).containsExactly("--build-all", "--build");
		assertThat(this.directory.resolve("target/classes/Left.class")).exists();
	}

	@Test
	void buildIntoAnotherFolderIsRefused() {
		script("rm -r target/classes");

		assertThatExceptionOfType(LauncherException.class).isThrownBy(this.build::upToDate)
			.withMessageContaining("The build made no classes in " + this.directory.resolve("target/classes") + ".");
	}

	@Test
	void buildThatAKilledLauncherLeftIsAwaited() throws Exception {
		Process left = new ProcessBuilder("sh", "-c", "sleep 1; echo left >> builds; exec true")
			.directory(this.directory.toFile())
			.start();
		new RunningBuild(this.folder.module()).begin(left.toHandle());

		this.build.upToDate();

		assertThat(builds()).containsExactly("left", "--build-all");
	}

}
