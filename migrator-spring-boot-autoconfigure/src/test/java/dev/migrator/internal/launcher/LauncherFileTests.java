package dev.migrator.internal.launcher;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The scripts that {@code init} writes.
 */
class LauncherFileTests {

	@TempDir
	private Path directory;

	private Folder folder;

	@BeforeEach
	void setUp() {
		this.folder = new Folder(this.directory);
	}

	@Test
	void moduleThatIsAloneIsBuiltByItself() {
		this.folder.write("pom.xml", "<project/>");

		List<LauncherFile> files = LauncherFile.of(this.directory, "com.example.Planner");

		assertThat(files).extracting(LauncherFile::path)
			.containsExactly(this.directory.resolve("migrator"), this.directory.resolve("migrator.cmd"));
		assertThat(files.get(0).text()).contains("main_class=com.example.Planner\n")
			.contains("\tcd \"$module\" || exit\n", "\texec mvn -q process-classes \"$@\" >&2\n");
		assertThat(files.get(1).text()).contains("set \"main_class=com.example.Planner\"\r\n")
			.contains("cd /d \"%module%\"\r\ncall mvn -q process-classes 1>&2\r\n");
	}

	@Test
	void moduleOfSeveralIsBuiltWithThoseThatItNeeds() {
		this.folder.write("pom.xml", "<project><modules><module>shop</module></modules></project>");
		this.folder.write("mvnw", "");
		this.folder.write("mvnw.cmd", "");
		this.folder.write("shop/pom.xml", "<project><modules>\n<module>web/app</module>\n</modules></project>");
		this.folder.write("shop/web/app/pom.xml", "<project/>");

		List<LauncherFile> files = LauncherFile.of(this.directory.resolve("shop/web/app"), "com.example.Planner");

		assertThat(files.get(0).text()).contains("\tcd \"$module/../../..\" || exit\n",
				"\texec ./mvnw -q -pl shop/web/app -am process-classes \"$@\" >&2\n");
		assertThat(files.get(1).text()).contains("cd /d \"%module%\\..\\..\\..\"\r\n")
			.contains("call mvnw.cmd -q -pl shop/web/app -am process-classes 1>&2\r\n");
	}

	@Test
	void moduleOfGradleGetsATaskToo() {
		this.folder.write("settings.gradle.kts", "");
		this.folder.write("gradlew", "");
		this.folder.write("gradlew.bat", "");
		this.folder.write("app/build.gradle.kts", "");

		List<LauncherFile> files = LauncherFile.of(this.directory.resolve("app"), "com.example.PlannerKt");

		assertThat(files).extracting((file) -> file.path().getFileName().toString())
			.containsExactly("migrator", "migrator.cmd", "migrator.gradle");
		assertThat(files.get(0).text()).contains("main_class=com.example.PlannerKt\n")
			.contains("\tcd \"$module/..\" || exit\n",
					"\texec ./gradlew -q -p \"$module\" -I \"$module/migrator.gradle\" " + "migratorClassPath");
		assertThat(files.get(1).text()).contains("call gradlew.bat -q -p \"%module%\"");
	}

	@Test
	void sampleHasThem() throws Exception {
		Path sample = Path.of("../sample-app").toAbsolutePath().normalize();

		assertThat(LauncherFile.of(sample, "dev.migrator.sample.WorkoutBuddyApplication"))
			.allSatisfy((file) -> assertThat(file.path()).content().isEqualTo(file.text()));
	}

	@Test
	void otherBuildToolHasNoLauncher() {
		this.folder.write("build.xml", "<project/>");

		assertThat(LauncherFile.of(this.directory, "com.example.Planner")).isEmpty();
	}

	@Test
	void everyPlaceIsFilled() {
		this.folder.write("pom.xml", "<project/>");
		this.folder.write("gradle/build.gradle", "");

		assertThat(LauncherFile.of(this.directory, "A")).allSatisfy(
				(file) -> assertThat(file.text()).doesNotContainPattern("\\{(main-class|root|program|modules)}"));
		assertThat(LauncherFile.of(this.directory.resolve("gradle"), "A")).allSatisfy(
				(file) -> assertThat(file.text()).doesNotContainPattern("\\{(main-class|root|program|modules)}"));
	}

	@Test
	void shellUnderstandsThem() throws Exception {
		this.folder.write("pom.xml", "<project/>");
		this.folder.write("gradle/build.gradle", "");

		for (Path module : List.of(this.directory, this.directory.resolve("gradle"))) {
			Path script = Files.writeString(this.directory.resolve("script"),
					LauncherFile.of(module, "A").get(0).text());

			assertThat(new ProcessBuilder("sh", "-n", script.toString()).inheritIO().start().waitFor()).isZero();
		}
	}

}
