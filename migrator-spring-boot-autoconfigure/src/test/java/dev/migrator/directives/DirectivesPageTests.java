package dev.migrator.directives;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import dev.migrator.operation.Executable;
import dev.migrator.operation.ExecuteSql;
import dev.migrator.revision.Direction;
import dev.migrator.script.IrreversibleRevisionException;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The page that lists all directives with the exact SQL of each and of its reverse. It is
 * written again by running this test with {@code -Dmigrator.test.write-pages=true}.
 */
class DirectivesPageTests {

	private static final Path PAGE = Path.of("../docs/directives.md");

	@Test
	void pageSaysWhatTheDirectivesDo() throws IOException {
		String page = page();
		if (Boolean.getBoolean("migrator.test.write-pages")) {
			Files.writeString(PAGE, page);
		}

		assertThat(PAGE)
			.as("docs/directives.md is made of DirectiveExamples. Write it again: mvn -pl migrator-spring-boot-autoconfigure "
					+ "test -Dtest=DirectivesPageTests -Dmigrator.test.write-pages=true")
			.hasContent(page);
	}

	private static String page() {
		StringBuilder page = new StringBuilder(
				"""
						# Directives

						What a Java revision can say in `upgrade(Operations op)`: in Java, in the SQL that is run and printed, and in the
						reverse, which is the downgrade of a revision that has none of its own. This page is made of tests.

						Names are taken as they are and quoted where PostgreSQL needs it; `schema.name` is a name in a schema. Types are the
						methods of `dev.migrator.schema.Types`, meant to be imported statically.
						""");
		String section = "";
		for (ExampleSource example : ExampleSource.all()) {
			if (!example.facts().section().equals(section)) {
				section = example.facts().section();
				page.append("\n## ").append(section).append('\n');
			}
			page.append("\n### ").append(title(example)).append("\n\n");
			page.append(notes(example));
			page.append(block("java", example.body())).append('\n');
			page.append(block("sql", sql(example, Direction.UPGRADE))).append('\n');
			page.append(reverse(example));
		}
		return page.toString();
	}

	private static String title(ExampleSource example) {
		String words = example.method().getName().replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
		return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
	}

	private static String notes(ExampleSource example) {
		String since = (example.facts().since() > 14) ? "Needs PostgreSQL " + example.facts().since() + ". " : "";
		String transaction = example.facts().transactional() ? "" : "In a revision with `transactional = false`. ";
		return (since + transaction).isEmpty() ? "" : (since + transaction).strip() + "\n\n";
	}

	private static String reverse(ExampleSource example) {
		try {
			return "Reverse:\n\n" + block("sql", sql(example, Direction.DOWNGRADE));
		}
		catch (IrreversibleRevisionException ex) {
			String hint = ex.action().contains("Or: ") ? ex.action().substring(0, ex.action().indexOf(" Or: ")) : "";
			return "No reverse." + (hint.isEmpty() ? "" : " " + hint) + "\n";
		}
	}

	private static String sql(ExampleSource example, Direction direction) {
		List<Executable> operations = example.script().body(direction).operations();
		return operations.stream()
			.map((operation) -> (operation instanceof ExecuteSql sql) ? sql.source().text()
					: "-- data: " + operation.describe())
			.collect(Collectors.joining("\n"));
	}

	private static String block(String language, String text) {
		return "```" + language + "\n" + text + "\n```\n";
	}

}
