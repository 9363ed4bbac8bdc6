package dev.migrator.documentation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.migrator.testing.GeneratedFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What holds for the pages of the documentation: links lead somewhere, every page can be
 * found, code is code that is run.
 */
class PageTests {

	private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

	private static final Path DOCS = ROOT.resolve("docs");

	private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");

	private static final Pattern JAVA = Pattern.compile("```java\n(.*?class (\\w+) .*?)```\n", Pattern.DOTALL);

	private static final Pattern SYMPTOM = Pattern.compile("(?m)^\\| (.*`.*) \\| (.*\\]\\(.*\\).*) \\|$");

	static List<Path> pages() throws IOException {
		try (Stream<Path> files = Files.list(DOCS)) {
			return Stream
				.concat(Stream.of("README.md", "CONTRIBUTING.md", "CHANGELOG.md").map(ROOT::resolve),
						files.filter((file) -> file.toString().endsWith(".md")).sorted())
				.toList();
		}
	}

	@ParameterizedTest
	@MethodSource("pages")
	void linksLeadSomewhere(Path page) {
		assertThat(links(text(page)).filter((link) -> !link.contains("://"))).allSatisfy((link) -> {
			String[] parts = link.split("#", 2);
			Path target = parts[0].isEmpty() ? page : page.resolveSibling(parts[0]).normalize();
			assertThat(target).exists();
			if (parts.length > 1) {
				assertThat(Section.anchors(text(target))).contains(parts[1]);
			}
		});
	}

	@Test
	void indexHasEveryPageInOneLine() throws IOException {
		String index = text(DOCS.resolve("index.md"));

		assertThat(links(text(ROOT.resolve("README.md")))).contains("docs/index.md");
		assertThat(pages().stream().filter((page) -> page.startsWith(DOCS) && !page.endsWith("index.md"))).isNotEmpty()
			.allSatisfy((page) -> assertThat(index.lines())
				.filteredOn((line) -> line.startsWith("* [") && line.contains("](" + page.getFileName() + ")"))
				.hasSize(1));
	}

	@Test
	void everySectionForOperatorsIsFoundByWhatIsSeen() {
		String page = text(DOCS.resolve("what-happens-when.md"));
		List<String> sections = Section.of(page).stream().map(Section::anchor).skip(2).toList();

		assertThat(symptoms(page).flatMap((row) -> links(row.group(2))))
			.containsAll(sections.stream().map((anchor) -> "#" + anchor).toList());
	}

	/**
	 * What an operator sees is quoted there, and not only paraphrased.
	 */
	@Test
	void whatIsSeenStandsInTheSectionThatItLeadsTo() {
		Path page = DOCS.resolve("what-happens-when.md");

		assertThat(symptoms(text(page))).hasSizeGreaterThan(20).allSatisfy((row) -> {
			String said = String.join("\n", links(row.group(2)).map((link) -> section(page, link)).toList());
			assertThat(quoted(row.group(1))).allSatisfy((words) -> assertThat(said).contains(words));
		});
	}

	@ParameterizedTest
	@CsvSource({ "testing.md, testing, 5", "operations.md, start, 1" })
	void codeOnThePageIsTheCodeThatIsRun(String name, String folder, int blocks) throws IOException {
		Path page = DOCS.resolve(name);
		String written = JAVA.matcher(text(page))
			.replaceAll((block) -> Matcher.quoteReplacement("```java\n" + source(folder, block.group(2)) + "```\n"));

		assertThat(JAVA.matcher(written).results()).hasSize(blocks);
		GeneratedFile.assertSays(page, written, "The Java code of docs/" + name + " is that of this package.",
				getClass());
	}

	private static Stream<MatchResult> symptoms(String page) {
		return SYMPTOM.matcher(page.substring(0, page.indexOf("\n## The process"))).results();
	}

	private static Stream<String> quoted(String symptom) {
		return Pattern.compile("`([^`]+)`")
			.matcher(symptom)
			.results()
			.flatMap((quote) -> Stream.of(quote.group(1).split("\\.\\.\\.")))
			.map(String::strip)
			.filter((words) -> !words.isEmpty());
	}

	private static String section(Path page, String link) {
		String[] parts = link.split("#", 2);
		Path target = parts[0].isEmpty() ? page : page.resolveSibling(parts[0]);
		return Section.of(text(target))
			.stream()
			.filter((section) -> section.anchor().equals(parts[1]))
			.findFirst()
			.orElseThrow()
			.text();
	}

	private static Stream<String> links(String text) {
		return LINK.matcher(Section.withoutCode(text)).results().map((link) -> link.group(1));
	}

	private static String source(String folder, String name) {
		String file = text(Path.of("src/test/java/dev/migrator/documentation", folder, name + ".java"));
		return file.substring(file.indexOf("\n@") + 1);
	}

	private static String text(Path page) {
		try {
			return Files.readString(page);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
