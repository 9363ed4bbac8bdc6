package dev.migrator.internal.launcher;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What was built from a source that is deleted does not stay.
 */
class DeletedSourcesTests {

	@TempDir
	private Path directory;

	private Folder folder;

	private BuildRecord before;

	@BeforeEach
	void setUp() {
		this.folder = Folder.builtWithMaven(this.directory);
		this.before = this.folder.record();
	}

	@Test
	void copyOfAScriptIsDeleted() {
		this.folder.delete("src/main/resources/db/revisions/a.sql");

		DeletedSources.remove(this.before.deletedIn(this.folder.record()));

		assertThat(this.directory.resolve("target/classes/db/revisions/a.sql")).doesNotExist();
		assertThat(this.directory.resolve("target/classes/A.class")).exists();
	}

	@Test
	void classOfADeletedSourceIsLeftToTheCompiler() {
		this.folder.delete("src/main/java/A.java");
		List<Path> deleted = this.before.deletedIn(this.folder.record());

		DeletedSources.remove(deleted);

		assertThat(this.directory.resolve("target/classes/A.class")).exists();
		this.folder.delete("target/classes/A.class");
		assertThat(DeletedSources.removeLeft(deleted)).isFalse();
		assertThat(this.directory.resolve("target/classes/db/revisions/a.sql")).exists();
	}

	@Test
	void everythingIsCompiledAgainIfTheCompilerLeavesIt() {
		this.folder.delete("src/main/java/A.java");

		assertThat(DeletedSources.removeLeft(this.before.deletedIn(this.folder.record()))).isTrue();

		assertThat(this.directory.resolve("target/classes")).doesNotExist();
		assertThat(this.directory.resolve("target/migrator/classpath")).exists();
	}

	@Test
	void everythingIsCompiledAgainWithoutASourceOfAnotherLanguage() {
		this.folder.write("src/main/kotlin/B.kt", "class B");
		this.before = this.folder.record();
		this.folder.delete("src/main/kotlin/B.kt");

		DeletedSources.remove(this.before.deletedIn(this.folder.record()));

		assertThat(this.directory.resolve("target/classes")).doesNotExist();
	}

	@Test
	void nothingIsDeletedWhenNothingIs() {
		this.folder.write("src/main/java/B.java", "class B {}");

		DeletedSources.remove(this.before.deletedIn(this.folder.record()));

		assertThat(this.directory.resolve("target/classes/A.class")).exists();
	}

}
