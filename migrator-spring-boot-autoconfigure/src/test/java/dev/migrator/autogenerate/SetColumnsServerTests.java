package dev.migrator.autogenerate;

import java.util.List;
import java.util.function.Consumer;

import dev.migrator.internal.autogenerate.revision.SqlRevisionBody;
import dev.migrator.schema.DataType;
import dev.migrator.schema.ReferentialAction;
import dev.migrator.script.ForeignKeyDefinition;
import dev.migrator.script.Operations;
import dev.migrator.testing.Postgres;
import dev.migrator.testing.TestDatabase;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static dev.migrator.autogenerate.Schemas.schema;
import static dev.migrator.schema.Types.bigint;
import static dev.migrator.schema.Types.integer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * Which columns of a foreign key are set when the row that it references goes, which a
 * server can say since 15.
 */
@Tag("server")
class SetColumnsServerTests {

	private final TestDatabase database = Postgres.newDatabase();

	@BeforeAll
	static void serverKnowsThem() {
		assumeTrue(Postgres.majorVersion() >= 15, "the columns of SET NULL");
	}

	@Test
	void theyAreWrittenAndCompared() {
		GeneratedSqlServerTests.run(this.database,
				difference(integer(), (key) -> key.onDelete(ReferentialAction.SET_NULL)));

		String body = SqlRevisionBody.of(difference(integer(), this::author)).upgrade();
		GeneratedSqlServerTests.run(this.database, body);

		assertThat(body).isEqualTo("""
				ALTER TABLE post DROP CONSTRAINT fk;

				ALTER TABLE post ADD CONSTRAINT fk FOREIGN KEY (tenant, author) REFERENCES acct (tenant, id) \
				ON DELETE SET NULL (author);""");
		assertThat(difference(integer(), this::author).isEmpty()).isTrue();
		this.database.execute("insert into acct values (1, 2); insert into post values (1, 2); delete from acct");
		assertThat(this.database.value("select tenant from post")).isEqualTo("1");
		assertThat(this.database.value("select author from post")).isNull();
	}

	/**
	 * One that comes back after its columns got another type has them still, on the way
	 * back too.
	 */
	@Test
	void theyComeBackWithTheKey() {
		GeneratedSqlServerTests.run(this.database, difference(integer(), this::author));
		String constraint = "select pg_get_constraintdef(oid) from pg_constraint where conname = 'fk'";
		Object before = this.database.value(constraint);

		SqlRevisionBody body = SqlRevisionBody.of(difference(bigint(), this::author));
		GeneratedSqlServerTests.run(this.database, body.upgrade());

		assertThat(this.database.value(constraint)).isEqualTo(before);
		assertThat(String.valueOf(before)).endsWith("ON DELETE SET NULL (author)");

		GeneratedSqlServerTests.run(this.database, body.downgrade());

		assertThat(this.database.value(constraint)).isEqualTo(before);
	}

	/**
	 * No annotation can say them.
	 */
	@Test
	void entityLeavesThemAsTheyAre() {
		GeneratedSqlServerTests.run(this.database, difference(integer(), this::author));
		WantedModel entities = Comparing
			.ofEntities(schema((op) -> tables(op, integer(), (key) -> key.onDelete(ReferentialAction.SET_NULL))));

		assertThat(Comparing.model(this.database, entities, ComparisonSettings.DEFAULT).isEmpty()).isTrue();
	}

	private void author(ForeignKeyDefinition key) {
		key.onDelete(ReferentialAction.SET_NULL, "author");
	}

	private ProposedChanges difference(DataType type, Consumer<ForeignKeyDefinition> key) {
		return Comparing.with(this.database, schema((op) -> tables(op, type, key)));
	}

	private static void tables(Operations op, DataType type, Consumer<ForeignKeyDefinition> key) {
		op.createTable("acct", (t) -> {
			t.column("tenant", integer());
			t.column("id", type);
			t.primaryKey("tenant", "id");
		});
		op.createTable("post", (t) -> {
			t.column("tenant", integer()).notNull();
			t.column("author", type);
			key.accept(t.foreignKey(List.of("tenant", "author"), "acct", List.of("tenant", "id")).named("fk"));
		});
	}

}
