package dev.migrator.autogenerate;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

import dev.migrator.autogenerate.GeneratedSqlServerTests.Example;
import dev.migrator.schema.DataType;
import dev.migrator.schema.ReferentialAction;
import dev.migrator.script.ColumnDefinition;
import dev.migrator.script.Operations;
import dev.migrator.script.TableDefinition;
import dev.migrator.testing.Postgres;

import static dev.migrator.schema.Types.array;
import static dev.migrator.schema.Types.bigint;
import static dev.migrator.schema.Types.integer;
import static dev.migrator.schema.Types.jsonb;
import static dev.migrator.schema.Types.named;
import static dev.migrator.schema.Types.numeric;
import static dev.migrator.schema.Types.sql;
import static dev.migrator.schema.Types.text;
import static dev.migrator.schema.Types.timestamptz;
import static dev.migrator.schema.Types.varchar;

/**
 * Changes of models that are written as people write them.
 */
final class ModelChanges {

	private ModelChanges() {
	}

	static Stream<Example> examples() {
		return Stream.of(columns(), enums(), keys(), indexes(), versioned()).flatMap((examples) -> examples);
	}

	private static Stream<Example> columns() {
		return Stream.of(column("a narrower number", bigint(), sql("int4"), "7"),
				column("a longer varchar", varchar(20), sql("character varying(50)"), "'a'"),
				column("a shorter varchar", varchar(50), varchar(20), "'a'"),
				column("a text that gets a length", text(), varchar(20), "'a'"),
				column("a text that becomes a time", text(), sql("timestamp with time zone"), "'2026-01-01 10:00Z'"),
				column("a text that becomes a document", text(), jsonb(), "'{}'"),
				column("a number with another scale", numeric(12, 4), sql("decimal(10, 2)"), "1.25"),
				column("an array of other numbers", array(integer()), sql("int8[]"), "'{1}'"),
				changed("a default goes", "c", text(), (c) -> c.defaultSql("'x'"), (c) -> {
				}, "'a'"),
				changed("a default changes", "c", text(), (c) -> c.defaultSql("'x'"), (c) -> c.defaultSql("'x' || 'y'"),
						"'a'"),
				changed("a default in other words stays", "c", timestamptz(), (c) -> c.defaultSql("now()"),
						(c) -> c.defaultSql("CURRENT_TIMESTAMP").notNull(), "now()"),
				changed("a collation comes", "c", text(), (c) -> c.check("c <> ''"),
						(c) -> c.check("c <> ''").collate("C"), "'a'"),
				changed("a collation changes under an index", "c", text(), (c) -> c.collate("C").unique(),
						(c) -> c.collate("POSIX").unique(), "'a'"),
				changed("a comment changes", "c", text(), (c) -> c.comment("it's"), (c) -> c.comment("it was"), "'a'"),
				changed("an identity goes", "id", sql("int4"), (c) -> c.identity(), (c) -> c.notNull(), "default"),
				changed("an identity counts otherwise", "id", bigint(), (c) -> c.identity(),
						(c) -> c.identity((s) -> s.incrementBy(50).cache(10)), "default"),
				example("a serial becomes an identity", (op) -> serial(op),
						(op) -> op.createTable("t",
								(t) -> t.column("id", sql("int4")).identityByDefault().primaryKey()),
						"insert into t values (default)"),
				example("a serial column comes", (op) -> op.createTable("t", (t) -> t.column("a", text())),
						(op) -> op.createTable("t", (t) -> {
							t.column("a", text());
							t.column("id", sql("bigserial"));
						}), "insert into t values ('a'), ('b')"),
				example("a sequence changes in all ways", (op) -> op.createSequence("s"), (op) -> op.createSequence("s",
						(s) -> s.as(integer()).incrementBy(5).minValue(-7).maxValue(700).startWith(3).cache(2).cycle()),
						"select nextval('s')"));
	}

	private static Stream<Example> enums() {
		return Stream
			.of(example("a text becomes an enum under a check and a default", (op) -> op.createTable("t", (t) -> {
				t.column("s", text()).defaultSql("'A'").notNull();
				t.check("s in ('A', 'B')").named("ck");
			}), (op) -> {
				op.createEnum("status", "A", "B");
				op.createTable("t", (t) -> t.column("s", named("status")).defaultSql("'A'").notNull());
			}, "insert into t values ('B')"), example("an enum value is renamed by removing it", (op) -> {
				op.createEnum("status", "A", "B");
				op.createTable("t", (t) -> t.column("s", named("status")).defaultSql("'A'").check("s <> 'B'"));
			}, (op) -> {
				op.createEnum("status", "A", "C");
				op.createTable("t", (t) -> t.column("s", named("status")).defaultSql("'A'").check("s <> 'C'"));
			}, "insert into t values ('A')"),
					example("an enum of another schema gets a value that is a default", (op) -> {
						op.createEnum("billing.kind", "A");
						op.createTable("billing.t", (t) -> t.column("k", named("billing.kind")).defaultSql("'A'"));
					}, (op) -> {
						op.createEnum("billing.kind", "A", "B");
						op.createTable("billing.t", (t) -> t.column("k", named("billing.kind")).defaultSql("'B'"));
					}, "insert into billing.t values (default)"));
	}

	private static Stream<Example> keys() {
		return Stream.of(example("a primary key over other columns", (op) -> op.createTable("t", (t) -> {
			t.column("a", integer()).primaryKey();
			t.column("b", integer());
		}), (op) -> op.createTable("t", (t) -> {
			t.column("a", integer());
			t.column("b", integer());
			t.primaryKey("a", "b");
		}), "insert into t values (1, 2)", "UPDATE t SET b = 3 WHERE b IS NULL"),
				references("a foreign key comes", (t) -> {
				}, (t) -> t.foreignKey("p_id", "p", "id")),
				references("a foreign key does something else", (t) -> t.foreignKey("p_id", "p", "id"),
						(t) -> t.foreignKey("p_id", "p", "id")
							.onUpdate(ReferentialAction.CASCADE)
							.onDelete(ReferentialAction.RESTRICT)
							.initiallyDeferred()),
				references("a foreign key references another table", (t) -> t.foreignKey("p_id", "p", "id"),
						(t) -> t.foreignKey("p_id", "q", "id").named("t_p_id_fkey")),
				references("a unique that can be deferred", (t) -> t.unique("p_id"),
						(t) -> t.unique("p_id").deferrable()),
				references("a check in other words stays, another changes", (t) -> {
					t.check("p_id between 0 and 9").named("ck_1");
					t.check("p_id in (1, 2)").named("ck_2");
				}, (t) -> {
					t.check("p_id >= 0 and p_id <= 9").named("ck_1");
					t.check("p_id = any (array[1, 2, 3])").named("ck_2");
				}));
	}

	private static Stream<Example> indexes() {
		return Stream.of(documents("an index gets operator classes and collations", (t) -> {
			t.index("doc").using("gin").named("ix_doc");
			t.index("c").named("ix_c");
		}, (t) -> {
			t.index().column("doc", (key) -> key.operatorClass("jsonb_path_ops")).using("gin").named("ix_doc");
			t.index().column("c", (key) -> key.collate("C").operatorClass("text_pattern_ops")).named("ix_c");
		}), documents("an index gets an expression and a predicate", (t) -> t.index("c").unique().named("ix"),
				(t) -> t.index()
					.expression("lower(c)")
					.column("n", (key) -> key.descending().nullsLast())
					.where("n in (1, 2) and c like 'a%'")
					.unique()
					.include("n")
					.named("ix")));
	}

	private static Stream<Example> versioned() {
		Example distinct = references("a unique for which NULLs are equal", (t) -> t.unique("p_id"),
				(t) -> t.unique("p_id").nullsNotDistinct());
		Example virtual = changed("a generated column is not stored any more", "b", integer(),
				(c) -> c.generatedAs("1 + 1"), (c) -> c.virtuallyGeneratedAs("1+1"), "default");
		return Stream
			.of(Stream.of(distinct).filter((example) -> Postgres.majorVersion() >= 15),
					Stream.of(virtual).filter((example) -> Postgres.majorVersion() >= 18))
			.flatMap((examples) -> examples);
	}

	private static void serial(Operations op) {
		op.createTable("t", (t) -> t.column("id", sql("serial")).primaryKey());
	}

	private static Example column(String title, DataType from, DataType to, String value) {
		return example(title, (op) -> op.createTable("t", (t) -> t.column("c", from)),
				(op) -> op.createTable("t", (t) -> t.column("c", to)), "insert into t values (" + value + ")");
	}

	private static Example changed(String title, String name, DataType type, Consumer<ColumnDefinition> from,
			Consumer<ColumnDefinition> to, String value) {
		return example(title, (op) -> op.createTable("t", (t) -> from.accept(t.column(name, type))),
				(op) -> op.createTable("t", (t) -> to.accept(t.column(name, type))),
				"insert into t values (" + value + ")");
	}

	private static Example references(String title, Consumer<TableDefinition> from, Consumer<TableDefinition> to) {
		Consumer<Operations> parents = (op) -> List.of("p", "q")
			.forEach((parent) -> op.createTable(parent, (t) -> t.column("id", sql("int")).primaryKey()));
		return example(title, parents.andThen((op) -> op.createTable("t", (t) -> {
			t.column("p_id", sql("int"));
			from.accept(t);
		})), parents.andThen((op) -> op.createTable("t", (t) -> {
			t.column("p_id", sql("int4"));
			to.accept(t);
		})), "insert into p values (1); insert into q values (1); insert into t values (1)");
	}

	private static Example documents(String title, Consumer<TableDefinition> from, Consumer<TableDefinition> to) {
		return example(title, (op) -> op.createTable("t", (t) -> {
			documents(t);
			from.accept(t);
		}), (op) -> op.createTable("t", (t) -> {
			documents(t);
			to.accept(t);
		}), "insert into t values ('{}', 'a', 1)");
	}

	private static void documents(TableDefinition t) {
		t.column("doc", jsonb());
		t.column("c", text());
		t.column("n", integer());
	}

	private static Example example(String title, Consumer<Operations> from, Consumer<Operations> to, String rows,
			String... filledIn) {
		return new Example(title, from, to, rows, List.of(filledIn), List.of());
	}

}
