package dev.migrator.directives;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import dev.migrator.Migrator;
import dev.migrator.operation.Directive;
import dev.migrator.testing.CatalogSnapshot;
import dev.migrator.testing.LambdaRevision;
import dev.migrator.testing.Postgres;
import dev.migrator.testing.TestDatabase;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Tag;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever is done in whatever order: its reverse gives the schema back.
 */
@Tag("server")
@net.jqwik.api.Tag("server")
class ReversalPropertyTests {

	private static final TestDatabase database = Postgres.newDatabase();

	@Property(tries = 40)
	void directivesAtRandomAreReversed(@ForAll @Size(min = 1, max = 25) List<Integer> first,
			@ForAll @Size(max = 25) List<Integer> then) {
		database.execute("drop schema public cascade");
		database.execute("drop schema if exists migrator cascade");
		database.execute("create schema public");
		List<Integer> all = new ArrayList<>(first);
		all.addAll(then);
		List<Directive> directives = RandomDirectives.of(all);
		int before = RandomDirectives.of(first).size();
		Migrator.builder(database.dataSource())
			.locations(List.of())
			.schema("migrator")
			.versionTable("before")
			.javaRevisions(
					List.of(LambdaRevision.inTransaction((op) -> directives.subList(0, before).forEach(op::invoke))))
			.build()
			.upgrade();
		CatalogSnapshot given = snapshot();
		Migrator migrator = Migrator.builder(database.dataSource())
			.locations(List.of())
			.schema("migrator")
			.javaRevisions(List.of(LambdaRevision
				.inTransaction((op) -> directives.subList(before, directives.size()).forEach(op::invoke))))
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

}
