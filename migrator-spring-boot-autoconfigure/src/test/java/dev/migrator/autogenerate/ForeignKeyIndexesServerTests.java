package dev.migrator.autogenerate;

import java.util.function.Consumer;

import dev.migrator.internal.autogenerate.revision.SqlRevisionBody;
import dev.migrator.internal.autogenerate.rule.ForeignKeyIndexes;
import dev.migrator.script.Operations;
import dev.migrator.script.TableDefinition;
import dev.migrator.testing.Postgres;
import dev.migrator.testing.TestDatabase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static dev.migrator.autogenerate.Schemas.schema;
import static dev.migrator.schema.Types.bigint;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Foreign keys and the indexes that PostgreSQL does not create for them.
 */
@Tag("server")
class ForeignKeyIndexesServerTests {

	private static final ComparisonSettings WITH_INDEXES = ComparisonSettings.builder().foreignKeyIndexes(true).build();

	private final TestDatabase database = Postgres.newDatabase();

	@Test
	void newForeignKeyGetsAnIndex() {
		SqlRevisionBody body = SqlRevisionBody
			.of(compare(WITH_INDEXES, (t) -> t.column("user_id", bigint()).references("users", "id")).differences());

		assertThat(body.upgrade()).endsWith("CREATE INDEX orders_user_id_idx ON orders (user_id);");
		this.database.execute(body.upgrade());
		assertThat(compare(WITH_INDEXES, (t) -> t.column("user_id", bigint()).references("users", "id")).isEmpty())
			.isTrue();
	}

	@Test
	void foreignKeyThatIsThereGetsAnIndexToo() {
		make("user_id bigint references users");

		assertThat(upgrade((t) -> t.column("user_id", bigint()).references("users", "id")))
			.isEqualTo("CREATE INDEX orders_user_id_idx ON orders (user_id);");
	}

	@Test
	void indexUnderAnyNameThatBeginsWithTheColumnsServes() {
		make("user_id bigint references users, at bigint");
		this.database.execute("create index by_user on orders (user_id, at)");

		assertThat(upgrade((t) -> {
			t.column("user_id", bigint()).references("users", "id");
			t.column("at", bigint());
		})).isEmpty();
	}

	@Test
	void keyThatBeginsWithTheColumnsServes() {
		make("user_id bigint references users, at bigint, unique (user_id, at)");

		assertThat(upgrade((t) -> {
			t.column("user_id", bigint()).references("users", "id");
			t.column("at", bigint());
			t.unique("user_id", "at");
		})).isEmpty();
	}

	@Test
	void indexOfSomeRowsOrOfAnotherMethodDoesNotServe() {
		make("user_id bigint references users");
		this.database.execute("create index few on orders (user_id) where user_id > 5; "
				+ "create index hashed on orders using hash (user_id)");

		assertThat(upgrade((t) -> t.column("user_id", bigint()).references("users", "id")))
			.isEqualTo("CREATE INDEX orders_user_id_idx ON orders (user_id);");
	}

	@Test
	void nameThatIsTakenIsNotTakenAgain() {
		make("user_id bigint references users");
		this.database.execute("create index orders_user_id_idx on orders (user_id) where user_id > 5");

		assertThat(upgrade((t) -> t.column("user_id", bigint()).references("users", "id")))
			.isEqualTo("CREATE INDEX orders_user_id_idx1 ON orders (user_id);");
	}

	@Test
	void newForeignKeysWithoutAnIndexAreNoticed() {
		Consumer<TableDefinition> columns = (t) -> {
			t.column("user_id", bigint()).references("users", "id");
			t.column("other_id", bigint()).references("users", "id");
			t.unique("other_id");
		};

		assertThat(ForeignKeyIndexes.missing(compare(ComparisonSettings.DEFAULT, columns)))
			.containsExactly("orders (user_id)");
		assertThat(ForeignKeyIndexes.missing(compare(WITH_INDEXES, columns))).isEmpty();
		make("user_id bigint references users, other_id bigint references users unique");
		assertThat(ForeignKeyIndexes.missing(compare(ComparisonSettings.DEFAULT, columns))).isEmpty();
	}

	private void make(String columns) {
		this.database.execute("create table users (id bigint primary key); create table orders (" + columns + ")");
	}

	private String upgrade(Consumer<TableDefinition> columns) {
		return SqlRevisionBody.of(compare(WITH_INDEXES, columns).differences()).upgrade();
	}

	private ModelDifferences compare(ComparisonSettings settings, Consumer<TableDefinition> columns) {
		Consumer<Operations> wanted = (op) -> {
			op.createTable("users", (t) -> t.column("id", bigint()).primaryKey());
			op.createTable("orders", columns::accept);
		};
		return Comparing.model(this.database, Comparing.ofEntities(schema(wanted)), settings);
	}

}
