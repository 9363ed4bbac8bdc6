package dev.migrator.internal.launcher;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * What was built from a source that is another one now does not stay.
 */
class StaleOutputTests {

	@TempDir
	private Path directory;

	private Folder folder;

	private StaleOutput output;

	private BuildRecord before;

	@BeforeEach
	void setUp() {
		this.folder = Folder.builtWithMaven(this.directory);
		this.output = new StaleOutput(this.directory);
		this.before = this.folder.record();
	}

	@Test
	void copyOfAScriptIsDeleted() {
		this.folder.delete("src/main/resources/db/revisions/a.sql");

		remove();

		assertThat(this.directory.resolve("target/classes/db/revisions/a.sql")).doesNotExist();
		assertThat(this.directory.resolve("target/classes/A.class")).exists();
	}

	@Test
	void classOfADeletedSourceIsLeftToTheCompiler() {
		this.folder.delete("src/main/java/A.java");
		List<ListedFile> deleted = this.before.deletedIn(this.folder.record());

		remove();

		assertThat(this.directory.resolve("target/classes/A.class")).exists();
		this.folder.delete("target/classes/A.class");
		assertThat(this.output.removeLeft(deleted)).isFalse();
		assertThat(this.directory.resolve("target/classes/db/revisions/a.sql")).exists();
	}

	@Test
	void everythingIsCompiledAgainIfTheCompilerLeavesIt() {
		this.folder.delete("src/main/java/A.java");

		assertThat(this.output.removeLeft(this.before.deletedIn(this.folder.record()))).isTrue();

		assertThat(this.directory.resolve("target/classes")).doesNotExist();
		assertThat(this.directory.resolve("target/migrator/classpath")).exists();
	}

	@Test
	void everythingIsCompiledAgainWithoutASourceOfAnotherLanguage() {
		this.folder.write("src/main/kotlin/B.kt", "class B");
		this.before = this.folder.record();
		this.folder.delete("src/main/kotlin/B.kt");

		remove();

		assertThat(this.directory.resolve("target/classes")).doesNotExist();
	}

	@Test
	void nothingIsDeletedWhenNothingIs() {
		this.folder.replaceByNewer("src/main/java/B.java", "class B {}");

		remove();

		assertThat(this.directory.resolve("target/classes/A.class")).exists();
	}

	@Test
	void sourceThatIsReplacedByAnOlderOneIsCompiled() {
		this.folder.replaceByOlder("src/main/java/A.java", "class A { int before; }");

		remove();

		assertThat(this.directory.resolve("target/classes/A.class")).doesNotExist();
		assertThat(this.directory.resolve("target/classes/db/revisions/a.sql")).exists();
	}

	@Test
	void everythingIsCompiledAgainIfAnOlderSourceHasNoClass() {
		this.folder.replaceByOlder("src/main/java/package-info.java", "@Deprecated package x;");

		remove();

		assertThat(this.directory.resolve("target/classes")).doesNotExist();
	}

	@Test
	void olderSourceOfASiblingIsCompiledThere() {
		this.folder.write("pom.xml",
				"<project><modules><module>app</module><module>model</module></modules></project>");
		Folder application = Folder.builtWithMaven(this.directory.resolve("app"));
		Folder model = Folder.builtWithMaven(this.directory.resolve("model"));
		application.classPath(model.path().resolve("target/classes"));
		BuildRecord built = application.record();
		model.replaceByOlder("src/main/java/A.java", "class A { int before; }");

		this.output.remove(built, application.record());

		assertThat(model.path().resolve("target/classes/A.class")).doesNotExist();
		assertThat(application.path().resolve("target/classes/A.class")).exists();
	}

	@Test
	void newerSourceIsLeftToTheCompiler() {
		this.folder.replaceByNewer("src/main/java/A.java", "class A { int after; }");

		remove();

		assertThat(this.directory.resolve("target/classes/A.class")).exists();
	}

	@Test
	void scriptThatIsReplacedByAnOlderOneIsCopied() {
		this.folder.replaceByOlder("src/main/resources/db/revisions/a.sql", "select 0;");

		remove();

		assertThat(this.directory.resolve("target/classes/db/revisions/a.sql")).doesNotExist();
		assertThat(this.directory.resolve("target/classes/A.class")).exists();
	}

	@Test
	void resourceOutsideOfTheModuleBelongsToTheModuleThatNamesIt() {
		Folder application = Folder.builtWithMaven(this.directory.resolve("app"));
		application.write("pom.xml", "<project><resource><directory>../shared</directory></resource></project>");
		this.folder.write("shared/db/revisions/b.sql", "select 2;");
		application.write("target/classes/db/revisions/b.sql", "select 2;");
		BuildRecord built = application.record();
		this.folder.delete("shared/db/revisions/b.sql");
		this.folder.delete("shared/db/revisions");

		this.output.remove(built, application.record());

		assertThat(application.path().resolve("target/classes/db/revisions/b.sql")).doesNotExist();
	}

	@Test
	void moduleOfAnotherBuildIsLeftAlone() {
		new StaleOutput(this.directory.resolve("app")).empty(List.of(this.directory));

		assertThat(this.directory.resolve("target/classes/A.class")).exists();
	}

	/**
	 * The sample application is built together with the migrator.
	 */
	@Test
	void launcherDoesNotRemoveItself() {
		Path launcher = JavaArguments.launcher();
		assumeTrue(Files.isDirectory(launcher), "A launcher in a jar is in no module that could be emptied");
		Path module = launcher.getParent().getParent();

		assertThat(new StaleOutput(module).isMaven(module)).isFalse();
		assertThat(new StaleOutput(this.directory).isMaven(this.directory)).isTrue();
	}

	private void remove() {
		this.output.remove(this.before, this.folder.record());
	}

}
