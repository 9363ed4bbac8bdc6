package dev.migrator.autogenerate;

import dev.migrator.internal.autogenerate.revision.SqlRevisionBody;
import dev.migrator.testing.CatalogSnapshot;
import dev.migrator.testing.Strength;
import dev.migrator.testing.TestDatabase;
import dev.migrator.testing.property.ForAll;
import dev.migrator.testing.property.RandomSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * From any schema to any other and back.
 */
@Tag("strength")
class GeneratedSqlPropertyTests {

	@Test
	void upgradeLeadsToTheWantedSchemaAndDowngradeBack() {
		ForAll.of(FromTo.ANY).tries(Strength.of(5, 50)).check((pair) -> {
			RealAndWanted schemas = RealAndWanted.of(pair);
			TestDatabase database = schemas.database();
			CatalogSnapshot before = CatalogSnapshot.of(database).withoutColumnOrder();

			SqlRevisionBody body = SqlRevisionBody.of(schemas.differences());
			GeneratedSqlServerTests.run(database, body.upgrade());
			assertThat(CatalogSnapshot.of(database).withoutColumnOrder()).as(body.upgrade())
				.hasToString(CatalogSnapshot.of(schemas.other()).withoutColumnOrder().toString());

			GeneratedSqlServerTests.run(database, body.downgrade());
			assertThat(CatalogSnapshot.of(database).withoutColumnOrder()).as(body.downgrade())
				.hasToString(before.toString());
			schemas.giveBack();
		});
	}

	@Test
	void schemaDiffersInNothingFromItself() {
		ForAll.of(RandomSource::nextLong)
			.tries(Strength.of(100, 500))
			.check((seed) -> assertThat(Schemas.differences(RandomSchemas.of(seed), RandomSchemas.of(seed)).isEmpty())
				.isTrue());
	}

	@Test
	void sameSchemasGiveTheSame() {
		ForAll.of(FromTo.ANY)
			.tries(Strength.of(100, 500))
			.check((pair) -> assertThat(Schemas.differences(RandomSchemas.of(pair.from()), RandomSchemas.of(pair.to())))
				.isEqualTo(Schemas.differences(RandomSchemas.of(pair.from()), RandomSchemas.of(pair.to()))));
	}

}
