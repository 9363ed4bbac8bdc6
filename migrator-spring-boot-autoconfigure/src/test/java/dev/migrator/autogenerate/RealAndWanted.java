package dev.migrator.autogenerate;

import dev.migrator.internal.schema.SchemaObjects;
import dev.migrator.testing.Postgres;
import dev.migrator.testing.TestDatabase;

/**
 * Two schemas at random, and a database with each.
 *
 * @param real the schema that is there
 * @param wanted the schema that is wanted
 * @param database the database to be changed, which has the real one
 * @param other a database that has the wanted one
 */
record RealAndWanted(SchemaObjects real, SchemaObjects wanted, TestDatabase database, TestDatabase other) {

	static RealAndWanted of(FromTo pair) {
		SchemaObjects real = RandomSchemas.of(pair.from());
		SchemaObjects wanted = RandomSchemas.of(pair.to());
		return new RealAndWanted(real, wanted, with(real), with(wanted));
	}

	private static TestDatabase with(SchemaObjects schema) {
		TestDatabase database = Postgres.newDatabase();
		GeneratedSqlServerTests.run(database, Schemas.differences(SchemaObjects.none(), schema));
		return database;
	}

	ProposedChanges differences() {
		return Schemas.differences(this.real, this.wanted);
	}

	/**
	 * To be called when nothing has failed: what is there otherwise may be of use.
	 */
	void giveBack() {
		Postgres.giveBack(this.database);
		Postgres.giveBack(this.other);
	}

}
