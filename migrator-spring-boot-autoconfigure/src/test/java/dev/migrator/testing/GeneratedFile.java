package dev.migrator.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Files of the repository whose content tests make: they compare it, or write it again
 * with {@code -Dmigrator.test.write-pages=true}.
 */
public final class GeneratedFile {

	/** Whether the files are to be written again. */
	public static final boolean WRITE = Boolean.getBoolean("migrator.test.write-pages");

	private GeneratedFile() {
	}

	/**
	 * Compares a file with what it is to say, or writes it.
	 * @param file the file
	 * @param content what it is to say
	 * @param origin what it is made of, in a sentence
	 * @param test the test that writes it
	 */
	public static void assertSays(Path file, String content, String origin, Class<?> test) throws IOException {
		if (WRITE) {
			Files.writeString(file, content);
		}
		assertThat(file)
			.as("%s Write it again: mvn -pl migrator-spring-boot-autoconfigure test -Dtest=%s "
					+ "-Dmigrator.test.write-pages=true", origin, test.getSimpleName())
			.hasContent(content);
	}

}
