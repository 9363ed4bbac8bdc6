package dev.migrator.directives;

import java.util.List;
import java.util.function.Consumer;

import dev.migrator.Migrator;
import dev.migrator.internal.script.JavaRevisionException;
import dev.migrator.schema.InvalidDefinitionException;
import dev.migrator.schema.element.Trigger;
import dev.migrator.script.Operations;
import dev.migrator.testing.LambdaRevision;
import dev.migrator.testing.Postgres;
import dev.migrator.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static dev.migrator.schema.Types.array;
import static dev.migrator.schema.Types.integer;
import static dev.migrator.schema.Types.named;
import static dev.migrator.schema.Types.sql;
import static dev.migrator.schema.Types.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Whatever a name or a value is: it arrives as it is, and nothing of it is run.
 */
@Tag("server")
class HostileTextTests {

	private static final TestDatabase database = Postgres.newDatabase();

	private static final String UNLUCKY = "canary";

	@BeforeEach
	void setUp() {
		database.execute("drop schema public cascade");
		database.execute("drop schema if exists s, types cascade");
		database.execute("create schema public");
		database.execute("create table canary (id int)");
	}

	static List<String> texts() {
		return List.of("'; DROP TABLE canary; --", "\"; DROP TABLE canary; --", "\\'; DROP TABLE canary; --", "\\",
				"a\\'b", "'", "''", "\"", "\"\"", "$$; DROP TABLE canary; $$", "$body$; DROP TABLE canary; $body$",
				"*/ DROP TABLE canary /*", "-- x", "new\nline; DROP TABLE canary", "\r", "\t", " ", "?", ":x",
				"{fn now()}", "%s", "${x}", "select", "SELECT", "Ä Ö", "🏋🏽‍♀️", "\u202Egnirts", "a".repeat(63),
				"ä".repeat(31), "null", "1", "1e9", ")", "(", "a,b", "--", "/*", "U&\"x\"", "E'x'", "\u0001", "\u00A0",
				";");
	}

	@ParameterizedTest
	@MethodSource("texts")
	void nameArrivesAsItIs(String name) {
		String quoted = "\"" + name.replace("\"", "\"\"") + "\"";
		upgrade((op) -> {
			op.createSchema("s");
			op.createSchema("types");
			op.createEnum("types." + quoted, "A");
			op.createTable("s." + quoted, (t) -> {
				t.column(name, integer()).identity().primaryKey();
				t.column("status", named("types." + quoted)).defaultTo("A");
				t.unique(name).named("u" + cut(name));
				t.check("status IS NOT NULL").named("c" + cut(name));
				t.index(name).named("i" + cut(name));
			});
			op.createSequence("s." + "\"q" + cut(name).replace("\"", "\"\"") + "\"");
			op.createTrigger(name, "s." + quoted,
					(t) -> t.before(Trigger.Event.UPDATE).forEachRow().execute("suppress_redundant_updates_trigger"));
		});

		assertThat(database.has(UNLUCKY)).isTrue();
		assertThat(
				database.column("select attname from pg_attribute join pg_class c on c.oid = attrelid where attnum = 1 "
						+ "and relkind = 'r' and relnamespace = 's'::regnamespace and relname = attname"))
			.containsExactly(name);
		assertThat(database.column("select tgname from pg_trigger where not tgisinternal")).containsExactly(name);
		assertThat(database
			.column("select conname from pg_constraint where contype = 'c' and connamespace = " + "'s'::regnamespace"))
			.containsExactly("c" + cut(name));
	}

	@ParameterizedTest
	@MethodSource("texts")
	void valueArrivesAsItIs(String value) {
		upgrade((op) -> {
			op.createEnum("e", value);
			op.createTable("t", (t) -> {
				t.column("id", integer()).primaryKey();
				t.column("a", text()).defaultTo(value).comment(value);
				t.column("e", named("e")).defaultTo(value);
				t.column("many", named("text")).defaultTo(value);
				t.comment(value);
			});
			op.addColumn("t", "list", array(text()), (c) -> c.defaultTo(List.of(value, "x")));
			op.bulkInsert("t", List.of("id", "a"), (rows) -> rows.row(1, value));
			op.createFunction("f",
					(f) -> f.returns("text")
						.argument("a", text(), value)
						.attribute("IMMUTABLE")
						.body("BEGIN RETURN a; END -- " + value.replace('\n', ' ').replace('\r', ' ')));
		});

		assertThat(database.has(UNLUCKY)).isTrue();
		assertThat(database.column("select a from t union all select e::text from t union all select many from t "
				+ "union all select list[1] from t union all select f() union all select col_description('t'::regclass, 2) "
				+ "union all select obj_description('t'::regclass)"))
			.hasSize(7)
			.containsOnly(value);
	}

	@ParameterizedTest
	@ValueSource(strings = { "now(); DROP TABLE canary", "now()) ; DROP TABLE canary; (", "1) , (2", "(1", "'open",
			"/* open", "1 \\g", "$$ open", "\"open" })
	void sqlThatWouldBreakOutOfItsPlaceIsRefused(String sql) {
		assertThatExceptionOfType(JavaRevisionException.class)
			.isThrownBy(() -> upgrade((op) -> op.addColumn("canary", "a", text(), (c) -> c.defaultSql(sql))))
			.withMessageContaining("op.addColumn(...)")
			.withCauseInstanceOf(InvalidDefinitionException.class);
		assertThat(
				database.column("select attname from pg_attribute where attrelid = 'canary'::regclass and attnum > 0"))
			.containsExactly("id");
	}

	@ParameterizedTest
	@ValueSource(strings = { "0, DROP COLUMN id", "0 , ADD COLUMN b int", "(1), DROP COLUMN id --" })
	void sqlThatWouldBeginSomethingElseIsRefused(String sql) {
		for (Consumer<Operations> upgrade : List.<Consumer<Operations>>of(
				(op) -> op.alterColumn("canary", "id", (c) -> c.defaultSql(sql)),
				(op) -> op.addColumn("canary", "a", integer(), (c) -> c.defaultSql(sql)),
				(op) -> op.addColumn("canary", "a", sql("integer DEFAULT " + sql)),
				(op) -> op.createFunction("f", (f) -> f.returns("int " + sql).body("BEGIN RETURN 1; END")))) {
			assertThatExceptionOfType(JavaRevisionException.class).isThrownBy(() -> upgrade(upgrade))
				.withMessageContaining("has a comma in the middle");
		}
		upgrade((op) -> op.addColumn("canary", "a", sql("numeric(6, 2)"), (c) -> c.defaultSql("round(1, 2)")));

		assertThat(database.column("select id || ' ' || a from canary")).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "id > 0 -- positive", "id > 0 /* ; */", "id > length(';')", "id > length($$;)$$)" })
	void sqlWithCommentsAndStringsIsTaken(String condition) {
		upgrade((op) -> {
			op.createCheck("canary", condition);
			op.createView("v", "SELECT * FROM canary WHERE " + condition);
			op.createIndex("ix", "canary", (i) -> i.column("id").where(condition.replace("length(';')", "1")));
		});

		assertThat(database.has("v")).isTrue();
		assertThat(database.has("ix")).isTrue();
	}

	private static String cut(String name) {
		return (name.length() > 30) ? name.substring(0, 30) : name;
	}

	private static void upgrade(Consumer<Operations> upgrade) {
		Migrator.builder(database.dataSource())
			.locations(List.of())
			.javaRevisions(List.of(LambdaRevision.inTransaction(upgrade)))
			.build()
			.upgrade();
	}

}
