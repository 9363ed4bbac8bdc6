package dev.migrator.internal.autoconfigure.start;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A jar is recognized by what is in it.
 */
class ExecutableJarTests {

	@TempDir
	private Path folder;

	@Test
	void sameContentIsTheSameJar() throws IOException {
		assertThat(digest(jar("first.jar", "class A", ""))).isEqualTo(digest(jar("second.jar", "class A", "")));
	}

	@Test
	void oneLetterIsNoticedThoughSizeAndTimesAreTheSame() throws IOException {
		assertThat(digest(jar("first.jar", "class A", ""))).isNotEqualTo(digest(jar("second.jar", "class B", "")));
	}

	@Test
	void commentAtTheEndIsPassedOver() throws IOException {
		assertThat(digest(jar("first.jar", "class A", "")))
			.isEqualTo(digest(jar("second.jar", "class A", "a comment")));
	}

	@Test
	void fileThatIsNoJarIsNone() throws IOException {
		Path file = Files.writeString(this.folder.resolve("a.jar"), "text");

		assertThat(ExecutableJar.of(file)).isEmpty();
		assertThat(ExecutableJar.of(this.folder.resolve("none.jar"))).isEmpty();
	}

	@Test
	void directoryThatCannotBeIsNone() throws IOException {
		Path file = jar("a.jar", "class A", "");
		byte[] bytes = Files.readAllBytes(file);
		bytes[bytes.length - 22 + 15] = (byte) 0xff;
		Files.write(file, bytes);

		assertThat(ExecutableJar.of(file)).isEmpty();
	}

	@Test
	void jarsHaveRecordsOfTheirOwn() throws IOException {
		Path first = new ExecutableJar(Path.of("/app/a.jar"), "x").record(this.folder);

		assertThat(first).isEqualTo(new ExecutableJar(Path.of("/app/a.jar"), "y").record(this.folder));
		assertThat(first.getParent()).isEqualTo(this.folder);
		assertThat(new ExecutableJar(Path.of("/app/b.jar"), "x").record(this.folder)).isNotEqualTo(first);
	}

	@Test
	void testsRunNoJar() {
		assertThat(ExecutableJar.running()).isEmpty();
	}

	private static String digest(Path jar) {
		return ExecutableJar.of(jar).orElseThrow().digest();
	}

	private Path jar(String name, String content, String comment) throws IOException {
		Path file = this.folder.resolve(name);
		try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
			out.setComment(comment);
			ZipEntry entry = new ZipEntry("BOOT-INF/classes/A.class");
			entry.setLastModifiedTime(FileTime.fromMillis(1_000_000_000_000L));
			out.putNextEntry(entry);
			out.write(content.getBytes(StandardCharsets.UTF_8));
			out.closeEntry();
		}
		return file;
	}

}
