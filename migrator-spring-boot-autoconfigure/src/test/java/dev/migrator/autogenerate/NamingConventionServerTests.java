package dev.migrator.autogenerate;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

import dev.migrator.autogenerate.convention.NamePattern;
import dev.migrator.autogenerate.convention.NamedKind;
import dev.migrator.autogenerate.convention.NamingConvention;
import dev.migrator.internal.autogenerate.revision.SqlRevisionBody;
import dev.migrator.internal.schema.KeyObject;
import dev.migrator.internal.schema.SchemaObjects;
import dev.migrator.script.TableDefinition;
import dev.migrator.testing.Postgres;
import dev.migrator.testing.TestDatabase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static dev.migrator.autogenerate.Schemas.schema;
import static dev.migrator.schema.Types.bigint;
import static dev.migrator.schema.Types.integer;
import static dev.migrator.schema.Types.text;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Names by convention for what nobody named.
 */
@Tag("server")
class NamingConventionServerTests {

	private static final NamingConvention NAMES = NamingConvention.of(
			new NamePattern(NamedKind.PRIMARY_KEY, "pk_{table}"),
			new NamePattern(NamedKind.UNIQUE, "uq_{table}_{columns}"),
			new NamePattern(NamedKind.FOREIGN_KEY, "fk_{table}_{column}_{referenced-table}_{referenced-columns}"),
			new NamePattern(NamedKind.CHECK, "ck_{table}_{columns}"),
			new NamePattern(NamedKind.INDEX, "ix_{table}_{columns}"));

	private static final ComparisonSettings SETTINGS = ComparisonSettings.builder().names(NAMES).build();

	private final TestDatabase database = Postgres.newDatabase();

	@Test
	void whatNobodyNamedIsCalledByTheConvention() {
		String upgrade = upgrade(SETTINGS, (t) -> {
			t.column("user_id", bigint()).references("users", "id");
			t.column("code", text());
			t.column("age", integer());
			t.unique("user_id", "code");
			t.check("age > 0");
			t.check("1 < 2");
		});

		assertThat(upgrade).contains("CONSTRAINT pk_users PRIMARY KEY (id)",
				"CONSTRAINT uq_orders_user_id_code UNIQUE (user_id, code)", "CONSTRAINT ck_orders_age CHECK (age > 0)",
				"CONSTRAINT ck_orders CHECK (1 < 2)",
				"CONSTRAINT fk_orders_user_id_users_id FOREIGN KEY (user_id) REFERENCES users (id)");
		this.database.execute(upgrade);
		assertThat(upgrade(SETTINGS, (t) -> {
			t.column("user_id", bigint()).references("users", "id");
			t.column("code", text());
			t.column("age", integer());
			t.unique("user_id", "code");
			t.check("age > 0");
			t.check("1 < 2");
		})).isEmpty();
	}

	@Test
	void whatIsThereUnderAnyNameStays() {
		this.database.execute("create table users (id bigint constraint u primary key); "
				+ "create table orders (user_id bigint references users, code text constraint own unique, "
				+ "constraint positive check (user_id > 0))");

		assertThat(upgrade(SETTINGS, (t) -> {
			t.column("user_id", bigint()).references("users", "id");
			t.column("code", text()).unique();
			t.check("user_id > 0");
		})).isEmpty();
	}

	@Test
	void indexOfAForeignKeyIsCalledByTheConvention() {
		assertThat(upgrade(SETTINGS.toBuilder().foreignKeyIndexes(true).build(),
				(t) -> t.column("user_id", bigint()).references("users", "id")))
			.endsWith("CREATE INDEX ix_orders_user_id ON orders (user_id);");
	}

	@Test
	void namesThatAreTakenGetANumber() {
		this.database.execute("create table ix_orders_user_id (); create table users (id bigint primary key)");

		assertThat(upgrade(SETTINGS.toBuilder().foreignKeyIndexes(true).removals(Set.of()).build(),
				(t) -> t.column("user_id", bigint()).references("users", "id")))
			.endsWith("CREATE INDEX ix_orders_user_id1 ON orders (user_id);");
	}

	@Test
	void twoOfTheSameNameAreTwo() {
		assertThat(upgrade(SETTINGS, (t) -> {
			t.column("age", integer());
			t.check("age > 0");
			t.check("age < 200");
		})).contains("CONSTRAINT ck_orders_age CHECK (age > 0)", "CONSTRAINT ck_orders_age1 CHECK (age < 200)");
	}

	@Test
	void nameThatIsTooLongIsAlwaysCutInTheSameWay() {
		String column = "a".repeat(60);

		String upgrade = upgrade(SETTINGS, (t) -> {
			t.column(column, integer());
			t.check(column + " > 0");
			t.check(column + " < 200");
		});

		String cut = "ck_orders_" + "a".repeat(44);
		assertThat(upgrade).containsPattern("CONSTRAINT " + cut + "_[0-9a-f]{8} CHECK")
			.containsPattern("CONSTRAINT " + cut.substring(0, cut.length() - 1) + "_[0-9a-f]{8}1 CHECK");
		assertThat(upgrade(SETTINGS, (t) -> {
			t.column(column, integer());
			t.check(column + " > 0");
			t.check(column + " < 200");
		})).isEqualTo(upgrade);
	}

	@Test
	void constraintOfAnEarlierMappingIsKnownByItsConventionalName() {
		this.database.execute("create table users (id bigint primary key); "
				+ "create table orders (code text constraint uq_orders_code unique, age int constraint own unique)");

		assertThat(upgrade(SETTINGS, (t) -> {
			t.column("code", text());
			t.column("age", integer());
		})).endsWith("ALTER TABLE orders DROP CONSTRAINT uq_orders_code;").doesNotContain("DROP CONSTRAINT own");
		assertThat(upgrade(ComparisonSettings.DEFAULT, (t) -> {
			t.column("code", text());
			t.column("age", integer());
		})).isEmpty();
	}

	@Test
	void chosenNameIsKept() {
		WantedModel model = model((t) -> {
			t.column("code", text());
			t.unique("code").named("mine");
		});
		Set<ImplicitName> invented = new HashSet<>(model.invented());
		invented.removeIf((name) -> name.name().equals("mine"));

		assertThat(SqlRevisionBody
			.of(Comparing.model(this.database, model.toBuilder().invented(invented).build(), SETTINGS).differences())
			.upgrade()).contains("CONSTRAINT mine UNIQUE (code)", "CONSTRAINT pk_users");
	}

	private String upgrade(ComparisonSettings settings, Consumer<TableDefinition> columns) {
		return SqlRevisionBody.of(Comparing.model(this.database, model(columns), settings).differences()).upgrade();
	}

	/**
	 * A model in which nothing has a name.
	 */
	private static WantedModel model(Consumer<TableDefinition> columns) {
		SchemaObjects schema = schema((op) -> {
			op.createTable("users", (t) -> t.column("id", bigint()).primaryKey());
			op.createTable("orders", columns::accept);
		});
		Set<ImplicitName> invented = new HashSet<>();
		schema.all(KeyObject.class).forEach((key) -> invented.add(new ImplicitName(key.table(), key.id().name())));
		return Comparing.ofEntities(schema).toBuilder().invented(invented).build();
	}

}
