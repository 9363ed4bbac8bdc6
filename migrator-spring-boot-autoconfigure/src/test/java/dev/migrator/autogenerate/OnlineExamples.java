package dev.migrator.autogenerate;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

import dev.migrator.autogenerate.GeneratedSqlServerTests.Example;
import dev.migrator.script.Operations;
import dev.migrator.script.TableDefinition;

import static dev.migrator.schema.Types.bigint;
import static dev.migrator.schema.Types.integer;
import static dev.migrator.schema.Types.text;
import static dev.migrator.schema.Types.varchar;

/**
 * Changes of tables with rows that read all of them, or build an index.
 */
final class OnlineExamples {

	private OnlineExamples() {
	}

	static Stream<Example> all() {
		return Stream.of(users("keys, checks and indexes that come", (t) -> {
		}, (t) -> {
			t.unique("email").named("users_email").include("age").initiallyDeferred();
			t.check("age > 0").named("users_age");
			t.index("age").named("ix_age");
			t.index().expression("lower(email)").named("ix_email").unique().where("age > 5");
		}), users("keys, checks and indexes that change and keep their names", (t) -> {
			t.unique("email").named("users_email");
			t.check("age > 0").named("users_age");
			t.index("age").named("ix_age");
			t.index("email").named("ix_email").unique();
		}, (t) -> {
			t.unique("email", "age").named("users_email");
			t.check("age > 1").named("users_age");
			t.index("email", "age").named("ix_age");
			t.index("age").named("ix_email").unique();
		}), users("a unique index that becomes a constraint of its name",
				(t) -> t.index("email").named("users_email").unique(), (t) -> t.unique("email").named("users_email")),
				users("a constraint that becomes a unique index of its name",
						(t) -> t.unique("email").named("users_email"),
						(t) -> t.index("email").named("users_email").unique()),
				example("another primary key", (op) -> op.createTable("users", (t) -> {
					t.column("id", integer()).primaryKey();
					t.column("code", text());
				}), (op) -> op.createTable("users", (t) -> {
					t.column("id", integer()).notNull();
					t.column("code", text()).primaryKey();
				}), "insert into users values (1, null), (2, 'b')", "UPDATE users SET code = 'x' WHERE code IS NULL"),
				example("a column that becomes NOT NULL and gets an identity",
						(op) -> op.createTable("users", (t) -> t.column("id", bigint())),
						(op) -> op.createTable("users",
								(t) -> t.column("id", bigint()).identityByDefault().primaryKey()),
						"insert into users values (1)"),
				example("a key that a new table and an old one reference", (op) -> {
					users(op, (t) -> t.index("email").named("ix_email").unique());
					op.createTable("sets", (t) -> t.column("email", text()));
				}, (op) -> {
					users(op, (t) -> t.unique("email").named("users_email"));
					op.createTable("sets", (t) -> t.column("email", text()).references("users", "email"));
					op.createTable("visits", (t) -> t.column("email", text()).references("users", "email"));
				}, "insert into users values (1, 'a', 7); insert into sets values ('a')"),
				example("an index that is replaced while others reference its columns", (op) -> {
					users(op, (t) -> t.index("email").named("ix_email").unique());
					op.createTable("sets", (t) -> t.column("email", text()).references("users", "email"));
				}, (op) -> {
					users(op, (t) -> t.index("email").named("ux_email").unique().include("age"));
					op.createTable("sets", (t) -> t.column("email", text()).references("users", "email"));
				}, "insert into users values (1, 'a', 7); insert into sets values ('a')"),
				example("a key that goes while a new table references its columns", (op) -> users(op, (t) -> {
					t.index("id").named("ix_1").unique();
					t.index("id").named("ix_2").unique();
				}), (op) -> {
					users(op, (t) -> t.index("id").named("ix_2").unique());
					op.createTable("visits", (t) -> t.column("user_id", bigint()).references("users", "id"));
				}, "insert into users values (1, 'a', 7)"),
				example("a column that is computed of one that becomes NOT NULL, and takes no NULL either",
						(op) -> op.createTable("users", (t) -> t.column("id", bigint())),
						(op) -> op.createTable("users", (t) -> {
							t.column("id", bigint());
							t.column("age", integer()).notNull();
							t.column("next", integer()).notNull().generatedAs("(age + 1)");
						}), "insert into users values (1)", "UPDATE users SET age = 7 WHERE age IS NULL"),
				example("a table that takes the name of an index",
						(op) -> users(op, (t) -> t.index("age").named("things")), (op) -> {
							users(op, (t) -> {
							});
							op.createTable("things", (t) -> t.column("id", bigint()).primaryKey());
						}, "insert into users values (1, 'a', 7)"),
				example("an index over a column that goes", (op) -> op.createTable("users", (t) -> {
					t.column("id", bigint());
					t.column("name", varchar(10));
					t.index("name", "id").named("ix_name");
					t.index("id").where("name IS NOT NULL").named("ix_id");
				}), (op) -> op.createTable("users", (t) -> {
					t.column("id", bigint());
					t.index("id").named("ix_id");
				}), "insert into users values (1, 'a')"), example("foreign keys that come", (op) -> {
					op.createTable("parents", (t) -> t.column("id", bigint()).primaryKey());
					op.createTable("children", (t) -> t.column("parent_id", bigint()));
				}, (op) -> {
					op.createTable("parents", (t) -> t.column("id", bigint()).primaryKey());
					op.createTable("children", (t) -> {
						t.column("parent_id", bigint()).references("parents", "id");
						t.column("friend_id", bigint()).references("friends", "id");
					});
					op.createTable("friends", (t) -> {
						t.column("id", bigint()).primaryKey();
						t.column("child", bigint()).references("parents", "id");
					});
				}, "insert into parents values (1); insert into children values (1)"),
				example("a partitioned table", (op) -> logs(op, (t) -> {
				}), (op) -> logs(op, (t) -> {
					t.primaryKey("id").named("logs_pkey");
					t.index("line").named("ix_line");
					t.check("line <> ''::text").named("ck_line");
					t.foreignKey("parent", "parents", "id").named("fk_parent");
				}), "insert into parents values (1)"));
	}

	private static void logs(Operations op, Consumer<TableDefinition> more) {
		op.createTable("parents", (t) -> t.column("id", bigint()).primaryKey());
		op.createTable("logs", (t) -> {
			t.column("id", bigint()).notNull();
			t.column("line", text());
			t.column("parent", bigint());
			t.partitionBy("RANGE (id)");
			more.accept(t);
		});
	}

	private static void users(Operations op, Consumer<TableDefinition> more) {
		op.createTable("users", (t) -> {
			t.column("id", bigint()).notNull();
			t.column("email", text());
			t.column("age", integer());
			more.accept(t);
		});
	}

	private static Example users(String title, Consumer<TableDefinition> from, Consumer<TableDefinition> to) {
		return example(title, (op) -> users(op, from), (op) -> users(op, to),
				"insert into users values (1, 'a', 7), (2, 'b', 8)");
	}

	private static Example example(String title, Consumer<Operations> from, Consumer<Operations> to, String rows,
			String... filledIn) {
		return new Example(title, from, to, rows, List.of(filledIn), List.of());
	}

}
