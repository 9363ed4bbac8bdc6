package dev.migrator.autogenerate;

import dev.migrator.schema.DatabaseSchema;
import dev.migrator.testing.CatalogSnapshot;
import dev.migrator.testing.Postgres;
import dev.migrator.testing.TestDatabase;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * From any schema to any other and back.
 */
class GeneratedSqlPropertyTests {

	@Property(tries = 25)
	void upgradeLeadsToTheWantedSchemaAndDowngradeBack(@ForAll long from, @ForAll long to) {
		DatabaseSchema real = RandomSchemas.of(from);
		DatabaseSchema wanted = RandomSchemas.of(to);
		TestDatabase database = Postgres.newDatabase();
		TestDatabase other = Postgres.newDatabase();
		GeneratedSqlServerTests.run(database, Schemas.differences(DatabaseSchema.empty(), real));
		GeneratedSqlServerTests.run(other, Schemas.differences(DatabaseSchema.empty(), wanted));
		CatalogSnapshot before = CatalogSnapshot.of(database).withoutColumnOrder();

		SqlRevisionBody body = SqlRevisionBody.of(Schemas.differences(real, wanted));
		GeneratedSqlServerTests.run(database, body.upgrade());
		assertThat(CatalogSnapshot.of(database).withoutColumnOrder()).as(body.upgrade())
			.hasToString(CatalogSnapshot.of(other).withoutColumnOrder().toString());

		GeneratedSqlServerTests.run(database, body.downgrade());
		assertThat(CatalogSnapshot.of(database).withoutColumnOrder()).as(body.downgrade())
			.hasToString(before.toString());
		Postgres.drop(database);
		Postgres.drop(other);
	}

	@Property(tries = 200)
	void schemaDiffersInNothingFromItself(@ForAll long seed) {
		assertThat(Schemas.differences(RandomSchemas.of(seed), RandomSchemas.of(seed)).isEmpty()).isTrue();
	}

	@Property(tries = 200)
	void sameSchemasGiveTheSame(@ForAll long from, @ForAll long to) {
		assertThat(Schemas.differences(RandomSchemas.of(from), RandomSchemas.of(to)))
			.isEqualTo(Schemas.differences(RandomSchemas.of(from), RandomSchemas.of(to)));
	}

}
