package dev.migrator.directives;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.migrator.internal.script.IrreversibleRevisionException;
import dev.migrator.operation.Executable;
import dev.migrator.operation.ExecuteSql;
import dev.migrator.revision.Direction;
import dev.migrator.script.Operations;
import dev.migrator.testing.GeneratedFile;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The page that lists all directives with the exact SQL of each and of its reverse. It is
 * written again by running this test with {@code -Dmigrator.test.write-pages=true}.
 */
class DirectivesPageTests {

	private static final Path PAGE = Path.of("../docs/directives.md");

	private static final String ALEMBIC = """

			## Coming from Alembic

			| Alembic | Here |
			|---|---|
			| `op.create_table` | `createTable` |
			| `op.drop_table` | `dropTable` |
			| `op.rename_table` | `renameTable` |
			| `op.add_column` | `addColumn` |
			| `op.drop_column` | `dropColumn` |
			| `op.alter_column` | `alterColumn` |
			| `op.create_primary_key` | `createPrimaryKey` |
			| `op.create_unique_constraint` | `createUnique` |
			| `op.create_check_constraint` | `createCheck` |
			| `op.create_foreign_key` | `createForeignKey` |
			| `op.create_exclude_constraint` | `createExclude` |
			| `op.drop_constraint` | `dropConstraint` |
			| `op.create_index` | `createIndex` |
			| `op.drop_index` | `dropIndex` |
			| `op.create_table_comment` | `commentOnTable` |
			| `op.drop_table_comment` | `commentOnTable` |
			| `op.execute` | `execute` |
			| `op.bulk_insert` | `bulkInsert` |
			| `op.get_bind` | `data` |
			| `op.invoke` | `invoke` |
			| `@Operations.register_operation` | a class of your own, which implements `CustomOperation` |
			| `op.batch_alter_table` | not needed: the directives name their table; `alterColumn` |
			| `op.inline_literal` | not needed: values are escaped; `bulkInsert` |
			""";

	private static final String OWN = "Operations of your own";

	@Test
	void pageSaysWhatTheDirectivesDo() throws IOException {
		GeneratedFile.assertSays(PAGE, page(), "docs/directives.md is made of DirectiveExamples.", getClass());
	}

	@Test
	void eachDirectiveIsOnThePage() {
		String page = page();

		assertThat(Arrays.stream(Operations.class.getMethods())
			.map(Method::getName)
			.filter((name) -> !name.equals("reverse")))
			.allSatisfy((name) -> assertThat(page).contains("op." + name + "("));
	}

	@Test
	void eachOptionIsOnThePage() {
		String page = page();

		assertThat(definitions()).hasSizeGreaterThan(20)
			.allSatisfy((definition) -> assertThat(options(definition))
				.allMatch((option) -> page.contains("." + option + "(")));
	}

	@Test
	void directivesOfAlembicAreTranslatedToSomethingThatThereIs() {
		Set<String> directives = Arrays.stream(Operations.class.getMethods())
			.map(Method::getName)
			.collect(Collectors.toSet());

		assertThat(Pattern.compile("\\| `op\\.\\w+` \\| .*`(\\w+)`").matcher(ALEMBIC).results()).hasSizeGreaterThan(20)
			.allSatisfy((row) -> assertThat(directives).contains(row.group(1)));
	}

	private static List<Class<?>> definitions() {
		return new ClassFileImporter().importPackages("dev.migrator.script")
			.stream()
			.filter((type) -> type.isAssignableTo("dev.migrator.script.Definition")
					&& type.getModifiers().contains(JavaModifier.PUBLIC))
			.<Class<?>>map((type) -> type.reflect())
			.toList();
	}

	private static List<String> options(Class<?> definition) {
		return Arrays.stream(definition.getDeclaredMethods())
			.filter((method) -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic())
			.map(Method::getName)
			.distinct()
			.toList();
	}

	private static String page() {
		StringBuilder page = new StringBuilder(
				"""
						# Directives

						This page lists the directives that a Java revision can use in `upgrade(Operations op)`. Each is shown in Java, then with
						the SQL that is run and printed, then with its reverse. The reverse is the downgrade of a revision without a downgrade of
						its own. Tests write this page.

						Names are used as they are, and quoted where PostgreSQL needs it; `schema.name` is a name in a schema. Types are the
						methods of `dev.migrator.schema.Types`; import them statically.

						A directive that drops something names it, and cannot be reversed. If a downgrade has to create it again, use
						`op.reverse` and say what was there, with the directive that creates it:
						`op.reverse((was) -> was.createIndex("ix_users_age", "users", "age"))` drops that index. A directive that changes
						something says what it becomes, and in a second lambda, in the same way, what it was.

						A line `-- data: ...` stands for code over live data: `show` prints it, `--sql` refuses such a revision.

						What a reverse does not restore:

						* **Rows and numbers.** A table or a column that is created again is empty. A sequence begins again with numbers that it has
						  given before; call `setval` in your own downgrade. An identity continues after the numbers in the column.
						* **Values that were rounded or changed.** The reverse of `bulkInsert` deletes the rows whose key equals the inserted one.
						  It does not report rows that it does not find.
						* **Earlier rights.** The reverse of `grant` revokes the right from all roles that are named, and the grant option with it.
						* **The columns of a view.** PostgreSQL can replace a view only by one with the same columns, and more after them. If
						  `replaceView` adds columns, the server refuses the reverse. Then drop the view and create it again.
						* **Other objects that use an enum.** Before a value is removed or the enum is rebuilt, drop the checks, partial
						  indexes, views, triggers and functions that use the type, and create them again afterwards.
						""");
		String section = "";
		for (ExampleSource example : ExampleSource.all()) {
			if (!example.facts().section().equals(section)) {
				section = example.facts().section();
				page.append("\n## ").append(section).append('\n');
				page.append(section.equals(OWN) ? own() : "");
			}
			page.append("\n### ").append(title(example)).append("\n\n");
			page.append(notes(example));
			page.append(block("java", example.body())).append('\n');
			page.append(block("sql", sql(example, Direction.UPGRADE))).append('\n');
			page.append(reverse(example));
		}
		return page.append(ALEMBIC).toString();
	}

	private static String own() {
		String file = read(Path.of("src/test/java/dev/migrator/directives/EnableRowSecurity.java"));
		String source = file.substring(file.indexOf("public record"));
		return """

				Write an operation of your own if there is no directive for it, and you would repeat the same `op.execute`:

				```java
				%s```

				It is run in its place, printed, reversed and shown like every directive. Without `reverse()` the
				operation is irreversible. If PostgreSQL runs it only outside of transactions, return `true` from
				`outsideTransaction()`. The methods must return the same each time, and must not use the database: they are called several
				times, also when nothing is run.

				In generated revisions, a [ChangeCustomizer](autogenerate.md#before-it-is-written-a-hook) adds it, in SQL and in Java. A record whose
				components are texts, numbers, booleans, times, enum constants, or lists or records of these is written as the call of its
				constructor. A class overrides `java(JavaCode)` and writes the same: `java.invoke(EnableRowSecurity.class, java.text(this.table))`.
				"""
			.formatted(source);
	}

	private static String read(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
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
