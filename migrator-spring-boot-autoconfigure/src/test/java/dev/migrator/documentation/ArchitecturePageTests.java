package dev.migrator.documentation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The page about the architecture is about the code that there is.
 */
class ArchitecturePageTests {

	private static final Pattern NAME = Pattern.compile("`([A-Z]\\w*[a-z]\\w*)(?:\\.(\\w+))?`");

	private static final Pattern ROOM = Pattern.compile("(?<=[ `])\\.(\\w+)");

	/** The link to a top-level class; a package has no capital letter. */
	private static final Pattern LINK = Pattern.compile("\\{@link\\s+[*\\s]*(dev\\.migrator\\.[a-z.]*[A-Z]\\w*)");

	@Test
	void classesAndMethodsThatItNamesAreThere() {
		Map<String, String> sources = sources();

		assertThat(page()).containsPattern(NAME);
		assertThat(NAME.matcher(page()).results()).allSatisfy((name) -> {
			assertThat(sources).as("a class %s", name.group(1)).containsKey(name.group(1));
			if (name.group(2) != null) {
				assertThat(sources.get(name.group(1))).as(name.group()).contains(" " + name.group(2) + "(");
			}
		});
	}

	@Test
	void roomsThatItDrawsAreThere() {
		String drawing = page().substring(page().indexOf("```"), page().lastIndexOf("```"));

		assertThat(ROOM.matcher(drawing).results().map((room) -> room.group(1)))
			.contains("store", "rule", "hibernate", "online")
			.allSatisfy((room) -> assertThat(packages()).contains(room));
	}

	@Test
	void packagePagesLinkToClassesThatExist() {
		assertThat(files().filter((file) -> file.endsWith("package-info.java"))).hasSizeGreaterThan(50)
			.allSatisfy((file) -> assertThat(LINK.matcher(text(file)).results().map((link) -> link.group(1)))
				.allSatisfy((name) -> assertThat(files())
					.anyMatch((source) -> source.endsWith(name.replace('.', '/') + ".java"))));
	}

	private static String page() {
		try {
			return Files.readString(Path.of("../docs/architecture.md"));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Map<String, String> sources() {
		return files().collect(Collectors.toMap((file) -> file.getFileName().toString().replace(".java", ""),
				ArchitecturePageTests::text, (first, second) -> first + second));
	}

	private static Set<String> packages() {
		return files().map((file) -> file.getParent().getFileName().toString()).collect(Collectors.toSet());
	}

	private static Stream<Path> files() {
		try (Stream<Path> files = Stream.of("src/main/java", "src/test/java").flatMap((root) -> {
			try {
				return Files.walk(Path.of(root));
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		})) {
			return files.filter((file) -> file.toString().endsWith(".java")).toList().stream();
		}
	}

	private static String text(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
