package dev.migrator.directives;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.migrator.Migrator;
import dev.migrator.execution.PlanRefusedException;
import dev.migrator.internal.script.IrreversibleRevisionException;
import dev.migrator.operation.DataMigration;
import dev.migrator.operation.Directive;
import dev.migrator.operation.ExecuteSql;
import dev.migrator.operation.Operation;
import dev.migrator.revision.Direction;
import dev.migrator.testing.CatalogSnapshot;
import dev.migrator.testing.GeneratedFile;
import dev.migrator.testing.Postgres;
import dev.migrator.testing.PrintedSql;
import dev.migrator.testing.ScriptRunner;
import dev.migrator.testing.SealedTypes;
import dev.migrator.testing.Strength;
import dev.migrator.testing.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * Each directive, on a server: it does something, its reverse takes that back, and what
 * is printed does the same as what is run. What SQL it is stands on the page
 * {@code docs/directives.md}, which {@link DirectivesPageTests} compares.
 */
@Tag("server")
@Tag("strength")
class DirectiveTests {

	private static final Path EFFECTS = Path.of("src/test/resources/directives/effects.txt");

	private static final String INDENT = "  ";

	private static final TestDatabase database = Postgres.newDatabase();

	/** What each example did to the catalog, to be written. */
	private static final Map<String, List<String>> seen = new LinkedHashMap<>();

	static List<ExampleSource> examples() {
		return ExampleSource.all();
	}

	static Stream<ExampleSource> tried() {
		return GeneratedFile.WRITE ? examples().stream() : Strength.some(examples().stream());
	}

	@ParameterizedTest
	@MethodSource("tried")
	void doesWhatItSaysAndIsReversedAndPrinted(ExampleSource example) throws IOException {
		given(example);
		Migrator migrator = migrator(example);
		CatalogSnapshot before = snapshot();

		migrator.upgrade();
		CatalogSnapshot upgraded = snapshot();
		assertThat(upgraded.equals(before)).isEqualTo(!example.facts().changesTheSchema());
		catalogHasWhatTheFileSays(example, before, upgraded);
		if (isReversible(example)) {
			reverseGivesTheSchemaBack(example, migrator, before, upgraded);
		}
		else {
			reverseIsRefused(migrator, upgraded);
		}
		if (isPrintable(example)) {
			given(example);
			whatIsPrintedDoesTheSame(example, upgraded);
		}
		else {
			printingIsRefused(example);
		}
	}

	/**
	 * The file says what is in the catalog of PostgreSQL 18 after each example and was
	 * not before, and what is no more. It is written again with
	 * {@code -Dmigrator.test.write-pages=true}, to be read by a person then.
	 */
	private static void catalogHasWhatTheFileSays(ExampleSource example, CatalogSnapshot before, CatalogSnapshot after)
			throws IOException {
		if (Postgres.majorVersion() != 18) {
			return;
		}
		List<String> effects = effects(before.lines(), after.lines());
		if (GeneratedFile.WRITE) {
			seen.put(example.toString(), effects);
		}
		else {
			assertThat(effects).isEqualTo(written().get(example.toString()));
		}
	}

	private static void reverseGivesTheSchemaBack(ExampleSource example, Migrator migrator, CatalogSnapshot before,
			CatalogSnapshot upgraded) {
		migrator.downgrade("base");
		if (example.facts().undone()) {
			assertThat(snapshot()).hasToString(before.toString());
		}

		migrator.upgrade();
		assertThat(snapshot()).hasToString(upgraded.toString());
	}

	private static void reverseIsRefused(Migrator migrator, CatalogSnapshot upgraded) {
		assertThatExceptionOfType(IrreversibleRevisionException.class).isThrownBy(() -> migrator.downgrade("base"))
			.withMessageStartingWith("Revision a (")
			.withMessageContaining("Nothing has been run.");
		assertThat(snapshot()).isEqualTo(upgraded);
	}

	private static void whatIsPrintedDoesTheSame(ExampleSource example, CatalogSnapshot ran) {
		String printed = PrintedSql.ofUpgrade(migrator(example), "heads");

		ScriptRunner.DRIVER.run(database, printed);

		assertThat(snapshot()).hasToString(ran.toString());
	}

	private static void printingIsRefused(ExampleSource example) {
		if (!example.facts().given().contains("plpgsql")) {
			assertThatExceptionOfType(PlanRefusedException.class)
				.isThrownBy(() -> migrator(example).upgradeSql("heads", new StringBuilder()));
		}
	}

	private static boolean isReversible(ExampleSource example) {
		return example.script()
			.operations(Direction.UPGRADE)
			.stream()
			.allMatch((operation) -> operation.reverse().isPresent());
	}

	/**
	 * All but code, which cannot be printed, and those on a server that is or comes to be
	 * without the language that the printed script's own blocks are in.
	 */
	private static boolean isPrintable(ExampleSource example) {
		return !example.facts().given().contains("drop extension plpgsql")
				&& !example.method().getName().equals("dropExtension")
				&& example.script().operations(Direction.UPGRADE).stream().noneMatch(DataMigration.class::isInstance);
	}

	@Test
	void fileOfEffectsHasTheExamplesInTheirOrder() throws IOException {
		assumeFalse(GeneratedFile.WRITE);

		assertThat(written().keySet()).containsExactlyElementsOf(examples().stream().map(Object::toString).toList());
	}

	/**
	 * Writes the file only if all examples have run, on PostgreSQL 18.
	 */
	@AfterAll
	static void write() throws IOException {
		if (GeneratedFile.WRITE && seen.size() == examples().size()) {
			StringBuilder text = new StringBuilder();
			seen.forEach((example, lines) -> {
				text.append(example).append('\n');
				lines.forEach((line) -> text.append(INDENT).append(line).append('\n'));
			});
			Files.writeString(EFFECTS, text);
		}
	}

	private static Map<String, List<String>> written() throws IOException {
		Map<String, List<String>> effects = new LinkedHashMap<>();
		List<String> lines = new ArrayList<>();
		for (String line : Files.readAllLines(EFFECTS)) {
			if (line.startsWith(INDENT)) {
				lines.add(line.substring(INDENT.length()));
			}
			else {
				lines = new ArrayList<>();
				effects.put(line, lines);
			}
		}
		return effects;
	}

	private static List<String> effects(List<String> before, List<String> after) {
		return Stream
			.concat(before.stream().filter((line) -> !after.contains(line)).map((line) -> effect("-", line)),
					after.stream().filter((line) -> !before.contains(line)).map((line) -> effect("+", line)))
			.toList();
	}

	private static String effect(String sign, String line) {
		return sign + ' ' + line.strip().replaceAll("\\s*\n\\s*", " ");
	}

	@Test
	void eachDirectiveHasAnExample() {
		Set<Class<?>> shown = new HashSet<>(List.of(DataMigration.class, ExecuteSql.class));
		examples().stream()
			.flatMap((example) -> example.script().operations(Direction.UPGRADE).stream())
			.flatMap((operation) -> Stream.concat(Stream.of(operation), operation.reverse().stream()))
			.map(Operation::getClass)
			.forEach(shown::add);

		assertThat(SealedTypes.kinds(Directive.class))
			.allMatch((kind) -> shown.stream().anyMatch(kind::isAssignableFrom));
	}

	/**
	 * An empty database each time would take a third of a second each time.
	 */
	private static void given(ExampleSource example) {
		assumeTrue(Postgres.majorVersion() >= example.facts().since());
		database.column("select nspname from pg_namespace where nspname !~ '^pg_' and nspname <> 'information_schema'")
			.forEach((schema) -> database.execute("drop schema \"" + schema + "\" cascade"));
		database.execute("create schema public; drop extension if exists plpgsql; create extension plpgsql;"
				+ example.facts().given());
	}

	private static Migrator migrator(ExampleSource example) {
		return Migrator.builder(database.dataSource())
			.locations(List.of())
			.javaRevisions(List.of(example.script()))
			.schema("migrator")
			.build();
	}

	/**
	 * Without the tables of the migrator itself.
	 */
	private static CatalogSnapshot snapshot() {
		return new CatalogSnapshot(CatalogSnapshot.of(database)
			.withoutColumnOrder()
			.lines()
			.stream()
			.filter((line) -> !line.contains("migrator"))
			.collect(Collectors.toList()));
	}

}
