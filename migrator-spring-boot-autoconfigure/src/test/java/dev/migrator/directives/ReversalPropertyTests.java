package dev.migrator.directives;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import dev.migrator.Migrator;
import dev.migrator.operation.Directive;
import dev.migrator.testing.CatalogSnapshot;
import dev.migrator.testing.LambdaRevision;
import dev.migrator.testing.Postgres;
import dev.migrator.testing.Strength;
import dev.migrator.testing.TestDatabase;
import dev.migrator.testing.property.ForAll;
import dev.migrator.testing.property.Generator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever is done in whatever order: its reverse gives the schema back.
 */
@Tag("server")
@Tag("strength")
class ReversalPropertyTests {

	private static final TestDatabase database = Postgres.newDatabase();

	@Test
	void directivesAtRandomAreReversed() {
		Generator<List<Integer>> first = Generator.integers().list(1, 25);
		Generator<List<Integer>> then = Generator.integers().list(0, 25);

		ForAll.of((random) -> Work.of(first.next(random), then.next(random)))
			.tries(Strength.of(8, 80))
			.check(ReversalPropertyTests::isReversed);
	}

	private static void isReversed(Work work) {
		database.execute("drop schema public cascade");
		database.execute("drop schema if exists migrator cascade");
		database.execute("create schema public");
		Migrator.builder(database.dataSource())
			.locations(List.of())
			.schema("migrator")
			.versionTable("before")
			.javaRevisions(List.of(LambdaRevision.inTransaction((op) -> work.first().forEach(op::invoke))))
			.build()
			.upgrade();
		CatalogSnapshot given = snapshot();
		Migrator migrator = Migrator.builder(database.dataSource())
			.locations(List.of())
			.schema("migrator")
			.javaRevisions(List.of(LambdaRevision.inTransaction((op) -> work.then().forEach(op::invoke))))
			.build();

		migrator.upgrade();
		CatalogSnapshot upgraded = snapshot();
		migrator.downgrade("base");
		assertThat(snapshot()).hasToString(given.toString());

		migrator.upgrade();
		assertThat(snapshot()).hasToString(upgraded.toString());
	}

	/**
	 * The constraint that PostgreSQL 18 makes of NOT NULL gets its name when it is made,
	 * and keeps it when its table or its column is renamed.
	 */
	private static CatalogSnapshot snapshot() {
		return new CatalogSnapshot(CatalogSnapshot.of(database)
			.withoutColumnOrder()
			.lines()
			.stream()
			.filter((line) -> !line.contains("migrator") && !line.contains(": NOT NULL "))
			.collect(Collectors.toList()));
	}

	/**
	 * What was done before, and what is done then and reversed.
	 */
	private record Work(List<Directive> first, List<Directive> then) {

		static Work of(List<Integer> first, List<Integer> then) {
			List<Integer> all = new ArrayList<>(first);
			all.addAll(then);
			List<Directive> directives = RandomDirectives.of(all);
			int before = RandomDirectives.of(first).size();
			return new Work(directives.subList(0, before), directives.subList(before, directives.size()));
		}

	}

}
