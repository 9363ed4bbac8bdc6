package dev.migrator.internal.cli.output;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

@DisabledOnOs(OS.WINDOWS)
class OutputFileTests {

	@TempDir
	private Path folder;

	@Test
	void newFileIsForItsOwnerOnlyWhileItIsWrittenAndAfterwards() throws IOException {
		Path file = this.folder.resolve("a.sql");

		new OutputFile(file).write((out) -> {
			assertThat(rights()).containsExactly("rw-------");
			write(out, "sélect 1;");
		});

		assertThat(rights()).containsExactly("rw-------");
		assertThat(file).hasContent("sélect 1;");
	}

	@Test
	void fileThatIsThereKeepsItsRights() throws IOException {
		Path file = Files.writeString(this.folder.resolve("a.sql"), "before");
		Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

		new OutputFile(file).write((out) -> write(out, "after"));

		assertThat(rights()).containsExactly("rw-r--r--");
		assertThat(file).hasContent("after");
	}

	private List<String> rights() {
		try (var files = Files.list(this.folder)) {
			return files.map(OutputFileTests::rights).toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String rights(Path file) {
		try {
			return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void write(Appendable out, String text) {
		try {
			out.append(text);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
