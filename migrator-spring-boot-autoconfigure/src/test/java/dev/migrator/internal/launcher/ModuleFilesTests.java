package dev.migrator.internal.launcher;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

import dev.migrator.internal.launcher.ListedFile.Kind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A module is built again after every change that could matter, and after no other.
 */
class ModuleFilesTests {

	@TempDir
	private Path temporary;

	private Path directory;

	private Folder folder;

	@BeforeEach
	void setUp() {
		this.directory = this.temporary.resolve("project");
		this.folder = Folder.builtWithMaven(this.directory);
	}

	@Test
	void nothingChangesByItself() {
		assertThat(this.folder.record()).isEqualTo(this.folder.record());
	}

	@Test
	void recordIsReadAsItWasWritten() {
		BuildRecord record = this.folder.record();

		record.write(this.folder.module());

		assertThat(BuildRecord.read(this.folder.module())).isEqualTo(record);
	}

	@Test
	void recordThatCannotBeUnderstoodIsNone() {
		this.folder.write("target/migrator/built", "half a li");

		assertThat(BuildRecord.read(this.folder.module()).files()).isEmpty();
	}

	@ParameterizedTest
	@MethodSource
	void changeIsNoticed(Consumer<Folder> change) {
		BuildRecord before = this.folder.record();

		change.accept(this.folder);

		assertThat(this.folder.record()).isNotEqualTo(before);
	}

	static Stream<Named<Consumer<Folder>>> changeIsNoticed() {
		return Stream.of(
				change("edited source", (folder) -> folder.write("src/main/java/A.java", "class A { int i; }")),
				change("source replaced by an older one",
						(folder) -> folder.replaceByOlder("src/main/java/A.java", "class A {}")),
				change("deleted source", (folder) -> folder.delete("src/main/java/A.java")),
				change("added source", (folder) -> folder.write("src/main/java/B.java", "class B {}")),
				change("Kotlin source", (folder) -> folder.write("src/main/kotlin/B.kt", "class B")),
				change("edited script",
						(folder) -> folder.write("src/main/resources/db/revisions/a.sql", "select 11;")),
				change("deleted script", (folder) -> folder.delete("src/main/resources/db/revisions/a.sql")),
				change("edited build file", (folder) -> folder.write("pom.xml", "<project></project>")),
				change("settings of Maven", (folder) -> folder.write(".mvn/maven.config", "-Pdev")),
				change("script of the launcher", (folder) -> folder.write("migrator", "#!/bin/sh")),
				change("script of the launcher for Windows", (folder) -> folder.write("migrator.cmd", "rem")),
				change("deleted class", (folder) -> folder.delete("target/classes/A.class")),
				change("class of another compiler", (folder) -> folder.write("target/classes/A.class", "other")));
	}

	@ParameterizedTest
	@MethodSource
	void otherFileDoesNotMatter(String name) {
		BuildRecord before = this.folder.record();

		this.folder.write(name, "text");

		assertThat(this.folder.record()).isEqualTo(before);
	}

	static Stream<String> otherFileDoesNotMatter() {
		return Stream.of("src/test/java/ATests.java", "src/main/java/.A.java.swp", "src/main/java/A.java~",
				"src/main/java/.#A.java", "logs/application.log", "target/other/file", "README.md", ".git/index",
				"src/main/frontend/node_modules/a.js");
	}

	@Test
	void folderThatTheBuildFileNamesHasSources() {
		this.folder.write("pom.xml", """
				<project><build><sourceDirectory>${project.basedir}/java</sourceDirectory>
				<resources><resource><directory>${basedir}/config</directory></resource>
				<resource><directory>sql</directory></resource>
				<resource><directory>${elsewhere}</directory></resource></resources></build></project>""");
		this.folder.write("java/B.java", "");
		this.folder.write("config/application.yml", "");
		this.folder.write("sql/b.sql", "");

		assertThat(this.folder.files(Kind.SOURCE)).containsExactlyInAnyOrder("src/main/java/A.java",
				"src/main/resources/db/revisions/a.sql", "java/B.java", "config/application.yml", "sql/b.sql");
	}

	@Test
	void parentThatIsNotInAFolderAboveIsABuildFile() {
		this.folder.write("pom.xml", """
				<project><modules><module>app</module><module>parent</module></modules></project>""");
		Folder application = Folder.builtWithMaven(this.directory.resolve("app"));
		application.write("pom.xml", """
				<project><parent><artifactId>parent</artifactId>
				<relativePath>../parent/pom.xml</relativePath></parent></project>""");
		this.folder.write("parent/pom.xml", """
				<project><parent><artifactId>company</artifactId>
				<relativePath>../../company</relativePath></parent></project>""");
		this.folder.write("../company/pom.xml", "<project><parent><relativePath/></parent></project>");

		assertThat(application.files(Kind.BUILD)).contains("pom.xml", "../pom.xml", "../parent/pom.xml",
				"../../company/pom.xml");
	}

	@Test
	void parentWithoutAPathIsInTheFolderAbove() {
		Folder application = Folder.builtWithMaven(this.directory.resolve("app"));
		application.write("pom.xml", "<project><parent><artifactId>parent</artifactId></parent></project>");

		assertThat(application.module().root()).isEqualTo(application.path());
		assertThat(application.files(Kind.BUILD)).contains("../pom.xml");
	}

	@Test
	void modulesOfTheBuildMayManageWhatIsUsed() {
		this.folder.write("pom.xml", """
				<project><modules><module>app</module><module>group</module></modules></project>""");
		Folder application = Folder.builtWithMaven(this.directory.resolve("app"));
		this.folder.write("group/pom.xml", "<project><modules><module>versions/bom.xml</module></modules></project>");
		this.folder.write("group/versions/bom.xml", "<project/>");

		assertThat(application.files(Kind.BUILD)).contains("../group/pom.xml", "../group/versions/bom.xml");
	}

	@Test
	void variablesThatTheBuildCopiesAreListed() {
		this.folder.write("pom.xml", "<project><finalName>${env.PATH}</finalName></project>");
		this.folder.write("src/main/resources/application-dev.yml", "url: \"@env.NO_SUCH_VARIABLE@\"");

		List<ListedFile> variables = this.folder.record()
			.of(Kind.BUILD)
			.stream()
			.filter((file) -> !file.path().isAbsolute())
			.toList();

		assertThat(variables).extracting((variable) -> variable.path().toString())
			.containsExactly("env.NO_SUCH_VARIABLE", "env.PATH");
		assertThat(variables).extracting(ListedFile::size).containsExactly(-1L, 0L);
		assertThat(variables.get(1).line()).doesNotContain(System.getenv("PATH"));
	}

	@Test
	void siblingOnTheClassPathBelongsToTheBuild() {
		this.folder.write("pom.xml",
				"<project><modules><module>app</module><module>shop/model</module></modules></project>");
		Folder application = Folder.builtWithMaven(this.directory.resolve("app"));
		Folder model = Folder.builtWithMaven(this.directory.resolve("shop/model"));
		application.classPath(model.path().resolve("target/classes"));

		assertThat(application.module().root()).isEqualTo(this.directory);
		assertThat(application.files(Kind.BUILD)).contains("pom.xml", "../pom.xml", "../shop/model/pom.xml");
		assertThat(application.files(Kind.SOURCE)).contains("src/main/java/A.java",
				"../shop/model/src/main/java/A.java");
		assertThat(application.files(Kind.OUTPUT)).contains("target/classes/A.class",
				"../shop/model/target/classes/A.class");
	}

	@Test
	void jarOfAGradleProjectLeadsToItsSources() {
		this.folder.write("settings.gradle", "");
		Folder model = new Folder(this.directory.resolve("model"));
		model.write("build.gradle.kts", "");
		model.write("src/main/java/B.java", "");
		Path jar = model.write("build/libs/model.jar", "");
		Folder application = new Folder(this.directory.resolve("app"));
		application.write("build.gradle", "");
		application.write("build/migrator/classpath", jar.toString());

		assertThat(application.module().root()).isEqualTo(this.directory);
		assertThat(application.files(Kind.SOURCE)).containsExactly("../model/src/main/java/B.java");
		assertThat(application.files(Kind.JAR)).containsExactly("../model/build/libs/model.jar");
		assertThat(application.files(Kind.BUILD)).contains("build.gradle", "../settings.gradle",
				"../model/build.gradle.kts");
	}

	@Test
	void jarThatDoesNotExistAnyMoreIsListed() {
		Path jar = this.folder.write("lib/a.jar", "");
		this.folder.classPath(jar);
		BuildRecord before = this.folder.record();

		this.folder.delete("lib/a.jar");

		assertThat(this.folder.record()).isNotEqualTo(before);
	}

	@Test
	void scriptsDoNotDecideWhichBeansThereAre() {
		String before = this.folder.record().digestOfClasses();
		this.folder.write("target/classes/db/revisions/a.sql", "select 11;");

		assertThat(this.folder.record().digestOfClasses()).isEqualTo(before);
		this.folder.write("target/classes/META-INF/spring.factories", "");
		assertThat(this.folder.record().digestOfClasses()).isNotEqualTo(before);
	}

	private static Named<Consumer<Folder>> change(String name, Consumer<Folder> change) {
		return Named.of(name, change);
	}

}
