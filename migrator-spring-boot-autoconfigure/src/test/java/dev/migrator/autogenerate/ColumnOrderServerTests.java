package dev.migrator.autogenerate;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import dev.migrator.autogenerate.convention.ColumnOrder;
import dev.migrator.internal.autogenerate.revision.SqlRevisionBody;
import dev.migrator.schema.ObjectName;
import dev.migrator.script.Operations;
import dev.migrator.testing.Postgres;
import dev.migrator.testing.TestDatabase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static dev.migrator.autogenerate.Schemas.schema;
import static dev.migrator.schema.Types.bigint;
import static dev.migrator.schema.Types.bool;
import static dev.migrator.schema.Types.integer;
import static dev.migrator.schema.Types.named;
import static dev.migrator.schema.Types.smallint;
import static dev.migrator.schema.Types.text;
import static dev.migrator.schema.Types.timestamptz;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The order of the columns of new tables, and of columns that are added together.
 */
@Tag("server")
class ColumnOrderServerTests {

	private static final Map<ObjectName, List<String>> DECLARED = Map.of(ObjectName.of("users"),
			List.of("id", "name", "active", "age", "mood", "rank", "created_at"));

	private final TestDatabase database = Postgres.newDatabase();

	@Test
	void newTableHasTheOrderOfTheEntityAndThenWhatHasNoAttribute() {
		assertThat(upgrade(ColumnOrder.DECLARED)).endsWith("""
				CREATE TABLE users (
				    id bigint NOT NULL,
				    name text,
				    active boolean,
				    age integer,
				    mood mood,
				    rank smallint,
				    created_at timestamptz,
				    dtype text,
				    CONSTRAINT users_pkey PRIMARY KEY (id)
				);""");
	}

	@Test
	void newTableIsAlignedIfThatIsWanted() {
		assertThat(upgrade(ColumnOrder.ALIGNED)).endsWith("""
				CREATE TABLE users (
				    id bigint NOT NULL,
				    created_at timestamptz,
				    age integer,
				    mood mood,
				    rank smallint,
				    active boolean,
				    name text,
				    dtype text,
				    CONSTRAINT users_pkey PRIMARY KEY (id)
				);""");
	}

	@Test
	void newTableHasTheOrderOfTheModelIfThatIsWanted() {
		assertThat(upgrade(ColumnOrder.MODEL)).endsWith("""
				CREATE TABLE users (
				    dtype text,
				    id bigint NOT NULL,
				    active boolean,
				    age integer,
				    created_at timestamptz,
				    mood mood,
				    name text,
				    rank smallint,
				    CONSTRAINT users_pkey PRIMARY KEY (id)
				);""");
	}

	@Test
	void columnsThatAreAddedTogetherHaveItToo() {
		this.database.execute("create type mood as enum ('GOOD'); "
				+ "create table users (created_at timestamptz, mood mood, dtype text, id bigint primary key)");

		assertThat(upgrade(ColumnOrder.DECLARED)).isEqualTo("""
				ALTER TABLE users ADD COLUMN name text;

				ALTER TABLE users ADD COLUMN active boolean;

				ALTER TABLE users ADD COLUMN age integer;

				ALTER TABLE users ADD COLUMN rank smallint;""");
	}

	@Test
	void anotherOrderInTheDatabaseIsNoDifference() {
		this.database.execute(upgrade(ColumnOrder.MODEL));

		assertThat(upgrade(ColumnOrder.DECLARED)).isEmpty();
		assertThat(upgrade(ColumnOrder.ALIGNED)).isEmpty();
	}

	private String upgrade(ColumnOrder order) {
		Consumer<Operations> wanted = (op) -> {
			op.createEnum("mood", "GOOD");
			op.createTable("users", (t) -> {
				t.column("dtype", text());
				t.column("id", bigint()).primaryKey();
				t.column("active", bool());
				t.column("age", integer());
				t.column("created_at", timestamptz());
				t.column("mood", named("mood"));
				t.column("name", text());
				t.column("rank", smallint());
			});
		};
		WantedModel model = Comparing.ofEntities(schema(wanted)).toBuilder().declared(DECLARED).build();
		return SqlRevisionBody
			.of(Comparing.model(this.database, model, ComparisonSettings.builder().columnOrder(order).build())
				.differences())
			.upgrade();
	}

}
