package dev.migrator.directives;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.migrator.Migrator;
import dev.migrator.dialect.SqlStatements;
import dev.migrator.operation.DataMigration;
import dev.migrator.operation.Directive;
import dev.migrator.operation.ExecuteSql;
import dev.migrator.operation.Operation;
import dev.migrator.revision.Direction;
import dev.migrator.script.IrreversibleRevisionException;
import dev.migrator.testing.CatalogSnapshot;
import dev.migrator.testing.Postgres;
import dev.migrator.testing.ScriptRunner;
import dev.migrator.testing.TestDatabase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * Each directive, on a server: it does something, its reverse takes that back, and what
 * is printed does the same as what is run. What SQL it is stands on the page
 * {@code docs/directives.md}, which {@link DirectivesPageTests} compares.
 */
@Tag("server")
class DirectiveTests {

	private static final Path EFFECTS = Path.of("src/test/resources/directives/effects.txt");

	private static final TestDatabase database = Postgres.newDatabase();

	static Stream<ExampleSource> examples() {
		return ExampleSource.all().stream();
	}

	static Stream<ExampleSource> reversibleExamples() {
		return examples().filter(DirectiveTests::isReversible);
	}

	static Stream<ExampleSource> irreversibleExamples() {
		return examples().filter((example) -> !isReversible(example));
	}

	private static boolean isReversible(ExampleSource example) {
		return example.script()
			.operations(Direction.UPGRADE)
			.stream()
			.allMatch((operation) -> operation.reverse().isPresent());
	}

	@ParameterizedTest
	@MethodSource("reversibleExamples")
	void changesTheSchemaAndItsReverseGivesItBack(ExampleSource example) {
		given(example);
		Migrator migrator = migrator(example);
		CatalogSnapshot before = snapshot();

		migrator.upgrade();
		CatalogSnapshot upgraded = snapshot();
		assertThat(upgraded.equals(before)).isEqualTo(!example.facts().changesTheSchema());

		migrator.downgrade("base");
		if (example.facts().undone()) {
			assertThat(snapshot()).hasToString(before.toString());
		}

		migrator.upgrade();
		assertThat(snapshot()).hasToString(upgraded.toString());
	}

	@ParameterizedTest
	@MethodSource("irreversibleExamples")
	void changesTheSchemaAndSaysThatItCannotBeReversed(ExampleSource example) {
		given(example);
		Migrator migrator = migrator(example);
		CatalogSnapshot before = snapshot();
		migrator.upgrade();
		CatalogSnapshot upgraded = snapshot();
		assertThat(upgraded.equals(before)).isEqualTo(!example.facts().changesTheSchema());

		assertThatExceptionOfType(IrreversibleRevisionException.class).isThrownBy(() -> migrator.downgrade("base"))
			.withMessageStartingWith("Revision a (")
			.withMessageContaining("Nothing has been run.");
		assertThat(snapshot()).isEqualTo(upgraded);
	}

	/**
	 * All but code, which cannot be printed, and the one on a server without the language
	 * that the printed script's own blocks are in.
	 */
	static Stream<ExampleSource> printableExamples() {
		return examples().filter((example) -> !example.facts().given().contains("drop extension plpgsql"))
			.filter((example) -> example.script()
				.operations(Direction.UPGRADE)
				.stream()
				.noneMatch(DataMigration.class::isInstance));
	}

	@ParameterizedTest
	@MethodSource("printableExamples")
	void whatIsPrintedDoesTheSame(ExampleSource example) {
		given(example);
		migrator(example).upgrade();
		CatalogSnapshot ran = snapshot();

		given(example);
		StringBuilder printed = new StringBuilder();
		migrator(example).upgradeSql("heads", printed);
		ScriptRunner.DRIVER.run(database, printed.toString());

		assertThat(snapshot()).hasToString(ran.toString());
	}

	/**
	 * The file says what is in the catalog of PostgreSQL 18 after each example and was
	 * not before, and what is no more. It is written again with
	 * {@code -Dmigrator.test.write-pages=true}, to be read by a person then.
	 */
	@Test
	void catalogHasWhatTheExamplesSay() throws IOException {
		assumeTrue(Postgres.majorVersion() == 18);
		StringBuilder effects = new StringBuilder();
		for (ExampleSource example : ExampleSource.all()) {
			given(example);
			List<String> before = snapshot().lines();
			migrator(example).upgrade();
			List<String> after = snapshot().lines();
			effects.append(example).append('\n');
			before.stream().filter((line) -> !after.contains(line)).forEach((line) -> append(effects, "-", line));
			after.stream().filter((line) -> !before.contains(line)).forEach((line) -> append(effects, "+", line));
		}
		if (Boolean.getBoolean("migrator.test.write-pages")) {
			Files.writeString(EFFECTS, effects);
		}

		assertThat(EFFECTS).hasContent(effects.toString());
	}

	private static void append(StringBuilder effects, String sign, String line) {
		effects.append("  ").append(sign).append(' ').append(line.strip().replaceAll("\\s*\n\\s*", " ")).append('\n');
	}

	@Test
	void eachDirectiveHasAnExample() {
		Set<Class<?>> shown = new HashSet<>(List.of(DataMigration.class, ExecuteSql.class));
		examples().flatMap((example) -> example.script().operations(Direction.UPGRADE).stream())
			.flatMap((operation) -> Stream.concat(Stream.of(operation), operation.reverse().stream()))
			.map(Operation::getClass)
			.forEach(shown::add);

		assertThat(Set.of(Directive.class.getPermittedSubclasses())).isSubsetOf(shown);
	}

	/**
	 * An empty database each time would take a third of a second each time.
	 */
	private static void given(ExampleSource example) {
		assumeTrue(Postgres.majorVersion() >= example.facts().since());
		database.column("select nspname from pg_namespace where oid >= 16384 or nspname = 'public'")
			.forEach((schema) -> database.execute("drop schema \"" + schema + "\" cascade"));
		run("create schema public; create extension if not exists plpgsql;" + example.facts().given());
	}

	private static void run(String sql) {
		// some of them are queries
		JdbcTemplate jdbc = new JdbcTemplate(database.dataSource());
		SqlStatements.of(sql).forEach((statement) -> jdbc.execute(statement.in(sql)));
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
