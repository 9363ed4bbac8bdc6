package dev.migrator.autogenerate;

import java.util.EnumSet;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.migrator.internal.autogenerate.comparison.SchemaComparison;
import dev.migrator.internal.autogenerate.revision.SqlRevisionBody;
import dev.migrator.internal.schema.SchemaObjects;
import dev.migrator.schema.ReferentialAction;
import dev.migrator.script.Operations;
import dev.migrator.testing.CatalogSnapshot;
import dev.migrator.testing.Postgres;
import dev.migrator.testing.TestDatabase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.DataAccessException;

import static dev.migrator.autogenerate.Schemas.schema;
import static dev.migrator.schema.Types.array;
import static dev.migrator.schema.Types.bigint;
import static dev.migrator.schema.Types.bool;
import static dev.migrator.schema.Types.integer;
import static dev.migrator.schema.Types.named;
import static dev.migrator.schema.Types.numeric;
import static dev.migrator.schema.Types.sql;
import static dev.migrator.schema.Types.text;
import static dev.migrator.schema.Types.timestamp;
import static dev.migrator.schema.Types.timestamptz;
import static dev.migrator.schema.Types.uuid;
import static dev.migrator.schema.Types.varchar;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Each kind of change, on a server, with rows: the upgrade leads to the wanted schema,
 * the downgrade back.
 */
@Tag("server")
@Tag("oldest")
class GeneratedSqlServerTests {

	/**
	 * A conversion that PostgreSQL refuses until the author says what the values become.
	 */
	private static final Pattern OPEN = Pattern
		.compile("(-- TODO: only you know the new values.*\n(?:--.*\n)*ALTER TABLE .* USING )\\(.*\\);");

	private final TestDatabase database = Postgres.newDatabase();

	private final TestDatabase wanted = Postgres.newDatabase();

	@ParameterizedTest
	@MethodSource("examples")
	void upgradeLeadsToTheWantedSchemaAndDowngradeBack(Example example) {
		SchemaObjects from = schema(example.from());
		SchemaObjects to = schema(example.to());
		ComparisonSettings settings = ComparisonSettings.builder()
			.removals(EnumSet.allOf(Droppable.class))
			.renames(example.renames().stream().map(Rename::of).toList())
			.build();
		run(this.database, Schemas.differences(SchemaObjects.none(), from));
		run(this.wanted, Schemas.differences(SchemaObjects.none(), to));
		CatalogSnapshot before = CatalogSnapshot.of(this.database).withoutColumnOrder();
		if (!example.rows().isEmpty()) {
			run(this.database, example.rows());
		}

		SqlRevisionBody body = SqlRevisionBody.of(new SchemaComparison(settings).compare(from, to));
		run(this.database, example.filledIn(body.upgrade()));
		CatalogSnapshot after = CatalogSnapshot.of(this.database).withoutColumnOrder();

		assertThat(withoutNotNullNames(after)).as(body.upgrade())
			.isEqualTo(withoutNotNullNames(CatalogSnapshot.of(this.wanted).withoutColumnOrder()));

		run(this.database, example.filledIn(body.downgrade()));
		assertThat(CatalogSnapshot.of(this.database).withoutColumnOrder()).as(body.downgrade())
			.hasToString(before.toString());
	}

	/**
	 * Since 18 NOT NULL has a name, which keeps that of a renamed table.
	 */
	private static List<String> withoutNotNullNames(CatalogSnapshot snapshot) {
		return snapshot.lines()
			.stream()
			.map((line) -> line.replaceFirst("constraint \\S+ (on \\S+: NOT NULL)", "constraint $1"))
			.sorted()
			.toList();
	}

	static void run(TestDatabase database, ProposedChanges differences) {
		run(database, SqlRevisionBody.of(differences).upgrade());
	}

	static void run(TestDatabase database, String sql) {
		try {
			database.execute(answered(sql));
		}
		catch (DataAccessException ex) {
			throw new AssertionError(sql, ex);
		}
	}

	/**
	 * With the answer that says the least.
	 */
	static String answered(String sql) {
		return OPEN.matcher(sql).replaceAll("$1(NULL);");
	}

	static Stream<Example> examples() {
		return Stream.of(example("a table with indexes, a check and comments", (op) -> {
		}, (op) -> {
			op.createTable("users", (t) -> {
				t.column("id", bigint()).identity().primaryKey();
				t.column("email", varchar(100)).notNull().unique().comment("it's an address");
				t.column("age", integer()).check("age > 0");
				t.index("age");
				t.comment("people");
			});
			op.createTable("billing.invoices", (t) -> t.column("id", uuid()).primaryKey());
		}), example("a table without anybody's foreign key", (op) -> users(op), (op) -> {
		}, "insert into users (id, name) values (1, 'a')"), example("a cycle of foreign keys", (op) -> {
		}, (op) -> {
			op.createTable("a", (t) -> {
				t.column("id", bigint()).primaryKey();
				t.column("b_id", bigint()).references("b", "id");
				t.column("parent", bigint()).references("a", "id");
			});
			op.createTable("b", (t) -> {
				t.column("id", bigint()).primaryKey();
				t.column("a_id", bigint()).references("a", "id", (key) -> key.onDelete(ReferentialAction.CASCADE));
			});
		}), example("a cycle of foreign keys that goes", (op) -> {
			op.createTable("a", (t) -> {
				t.column("id", bigint()).primaryKey();
				t.column("b_id", bigint()).references("b", "id");
			});
			op.createTable("b", (t) -> {
				t.column("id", bigint()).primaryKey();
				t.column("a_id", bigint()).references("a", "id");
			});
		}, (op) -> {
		}, "insert into a values (1, null); insert into b values (2, 1); update a set b_id = 2"),
				example("columns", (op) -> users(op), (op) -> op.createTable("users", (t) -> {
					t.column("id", bigint()).primaryKey();
					t.column("age", integer()).notNull();
					t.column("active", bool()).notNull().defaultSql("true");
					t.column("avatar_url", text()).comment("where it is");
				}), "insert into users values (1, 'a')", "UPDATE users SET age = 18 WHERE age IS NULL",
						"UPDATE users SET name = 'x' WHERE name IS NULL"),
				example("a type that needs no USING", (op) -> users(op), (op) -> op.createTable("users", (t) -> {
					t.column("id", integer()).primaryKey();
					t.column("name", text()).notNull();
				}), "insert into users values (1, 'a')"),
				example("a type that needs USING, under a default, a check and an index",
						(op) -> op.createTable("orders", (t) -> {
							t.column("amount", text()).defaultSql("'0'::text").notNull();
							t.column("sent", text()).check("sent <> ''::text");
							t.index().expression("lower(amount)").named("ix_amount");
						}), (op) -> op.createTable("orders", (t) -> {
							t.column("amount", numeric(10, 2)).defaultSql("0").notNull();
							t.column("sent", timestamptz());
						}), "insert into orders values ('12.5', '2026-01-01 10:00')"),
				example("an array", (op) -> op.createTable("t", (t) -> t.column("a", array(text()))),
						(op) -> op.createTable("t", (t) -> t.column("a", array(integer()))),
						"insert into t values ('{1,2}')"),
				example("a key that others reference gets another type", (op) -> {
					op.createTable("parents", (t) -> t.column("id", integer()).primaryKey());
					op.createTable("children", (t) -> t.column("parent_id", integer()).references("parents", "id"));
				}, (op) -> {
					op.createTable("parents", (t) -> t.column("id", varchar(20)).primaryKey());
					op.createTable("children", (t) -> t.column("parent_id", varchar(20)).references("parents", "id"));
				}, "insert into parents values (1); insert into children values (1)"),
				example("another primary key, which others reference", (op) -> {
					op.createTable("parents", (t) -> {
						t.column("id", integer()).primaryKey();
						t.column("code", text()).notNull().unique();
					});
					op.createTable("children", (t) -> t.column("parent_id", integer()).references("parents", "id"));
				}, (op) -> {
					op.createTable("parents", (t) -> {
						t.column("id", integer()).notNull().unique();
						t.column("code", text()).notNull().primaryKey();
					});
					op.createTable("children", (t) -> t.column("parent_id", integer()).references("parents", "id"));
				}, "insert into parents values (1, 'a'); insert into children values (1)"),
				example("nullability, default and comment", (op) -> op.createTable("t", (t) -> {
					t.column("a", integer()).defaultSql("1");
					t.column("b", integer()).notNull();
					t.column("c", integer()).comment("x");
				}), (op) -> op.createTable("t", (t) -> {
					t.column("a", integer()).notNull();
					t.column("b", integer()).defaultSql("2");
					t.column("c", integer()).defaultSql("3").comment("y");
				}), "insert into t values (1, 2, 3)"),
				example("an identity comes", (op) -> op.createTable("t", (t) -> t.column("id", integer())),
						(op) -> op.createTable("t", (t) -> t.column("id", integer()).identity())),
				example("an identity changes", (op) -> op.createTable("t", (t) -> t.column("id", integer()).identity()),
						(op) -> op.createTable("t",
								(t) -> t.column("id", integer()).identityByDefault((s) -> s.incrementBy(50)))),
				example("a table takes the name of an enum, and a domain that of a table", (op) -> {
					op.createEnum("a", "X");
					op.createTable("b", (t) -> t.column("id", integer()));
				}, (op) -> {
					op.createTable("a", (t) -> t.column("id", integer()));
					op.createDomain("b", integer());
				}),
				example("a stored generated column becomes a plain one of another type, with what is over it", (op) -> {
					op.createTable("t", (t) -> {
						t.column("a", integer());
						t.column("b", integer()).generatedAs("a * 2");
						t.check("b < 100").named("b_small");
						t.index("b").named("ix");
					});
				}, (op) -> {
					op.createTable("t", (t) -> {
						t.column("a", bigint());
						t.column("b", bigint()).defaultTo(7);
						t.check("b < 100").named("b_small");
						t.index("b").named("ix");
					});
				}, "insert into t values (1), (2)"),
				example("a generated column changes, and what it is computed from", (op) -> op.createTable("t", (t) -> {
					t.column("a", integer());
					t.column("b", integer()).generatedAs("a * 2");
					t.column("c", integer()).generatedAs("a * 3");
					t.index("b", "a");
				}), (op) -> op.createTable("t", (t) -> {
					t.column("a", bigint());
					t.column("b", bigint()).generatedAs("a * 2");
					t.column("c", integer());
					t.index("b", "a");
				}), "insert into t (a) values (7)"),
				example("a column with an index, a unique and a check goes", (op) -> op.createTable("t", (t) -> {
					t.column("a", integer());
					t.column("b", integer()).unique().check("b > 0");
					t.index("b");
					t.index("a").where("b > 3").named("ix_a");
					t.check("a < b");
				}), (op) -> op.createTable("t", (t) -> t.column("a", integer())), "insert into t values (1, 2)"),
				example("foreign key, unique, check and exclusion change", (op) -> {
					op.createTable("p", (t) -> t.column("id", integer()).primaryKey());
					op.createTable("t", (t) -> {
						t.column("p_id", integer()).references("p", "id").unique().check("p_id > 0");
						t.column("during", sql("tsrange"));
						t.exclude("gist").column("during", "&&").named("no_overlap");
					});
				}, (op) -> {
					op.createTable("p", (t) -> t.column("id", integer()).primaryKey());
					op.createTable("t", (t) -> {
						t.column("p_id", integer())
							.references("p", "id", (key) -> key.onDelete(ReferentialAction.SET_NULL))
							.check("p_id > 1");
						t.column("during", sql("tsrange"));
						t.unique("p_id").named("t_p_id_key").deferrable();
						t.exclude("gist").column("during", "-|-").named("no_overlap");
					});
				}, "insert into p values (5); insert into t values (5, '[2026-01-01,2026-02-01)')"),
				example("an index changes in each way", (op) -> op.createTable("t", (t) -> {
					t.column("a", text());
					t.column("b", text());
					t.index("a").named("ix_1");
					t.index("a").named("ix_2");
					t.index("a").named("ix_3");
					t.index("a").named("ix_4");
				}), (op) -> op.createTable("t", (t) -> {
					t.column("a", text());
					t.column("b", text());
					t.index("a").named("ix_1").unique();
					t.index("a").named("ix_2").include("b");
					t.index().column("a", (key) -> key.descending()).named("ix_3");
					t.index().expression("lower(a)").where("b IS NOT NULL").using("hash").named("ix_4");
				}), "insert into t values ('a', 'b')"),
				example("indexes and constraints get other names", (op) -> op.createTable("t", (t) -> {
					t.column("a", integer()).primaryKey();
					t.column("b", integer()).references("t", "a").unique();
					t.index("b").named("ix_old");
				}), (op) -> op.createTable("t", (t) -> {
					t.column("a", integer()).notNull();
					t.column("b", integer());
					t.primaryKey("a").named("pk_t");
					t.foreignKey("b", "t", "a").named("fk_t");
					t.unique("b").named("uq_t");
					t.index("b").named("ix_new");
				}), "insert into t values (1, 1)"), example("a sequence and its owner", (op) -> {
					op.createSequence("t_id_seq", (s) -> s.as(integer()).ownedBy("t", "id"));
					op.createTable("t", (t) -> t.column("id", integer()).defaultSql("nextval('t_id_seq'::regclass)"));
					op.createSequence("other", (s) -> s.incrementBy(5));
				}, (op) -> {
					op.createSequence("t_id_seq", (s) -> s.startWith(7));
					op.createTable("t", (t) -> t.column("id", bigint()).defaultSql("nextval('t_id_seq'::regclass)"));
				}, "insert into t values (default)"), example("a serial table goes, another comes", (op) -> {
					op.createSequence("t_id_seq", (s) -> s.as(integer()).ownedBy("t", "id"));
					op.createTable("t", (t) -> t.column("id", integer()).defaultSql("nextval('t_id_seq'::regclass)"));
				}, (op) -> {
					op.createSequence("u_id_seq", (s) -> s.as(integer()).ownedBy("u", "id"));
					op.createTable("u", (t) -> t.column("id", integer()).defaultSql("nextval('u_id_seq'::regclass)"));
				}, "insert into t values (default)"), example("an enum and its column", (op) -> users(op), (op) -> {
					op.createEnum("status", "ACTIVE", "GONE");
					op.createTable("users", (t) -> {
						t.column("id", bigint()).primaryKey();
						t.column("name", varchar(20)).notNull();
						t.column("status", named("status")).defaultSql("'ACTIVE'::status").notNull();
						t.column("before", array(named("status")));
					});
				}, "insert into users values (1, 'a')"), example("an enum value, under checks and predicates", (op) -> {
					op.createEnum("status", "A", "C");
					statuses(op, "'A'::status");
				}, (op) -> {
					op.createEnum("status", "A", "B", "C", "D");
					statuses(op, "'A'::status");
				}, "insert into t values ('A', '{A}')"), example("an enum value that is used at once", (op) -> {
					op.createEnum("status", "A", "C");
					statuses(op, "'A'::status");
				}, (op) -> {
					op.createEnum("status", "A", "C", "NEW");
					statuses(op, "'NEW'::status");
				}, "insert into t values ('A', '{A}')"), example("an enum value that goes", (op) -> {
					op.createEnum("status", "A", "B", "C");
					statuses(op, "'C'::status");
					op.createTable("gone", (t) -> t.column("s", named("status")));
				}, (op) -> {
					op.createEnum("status", "B", "A");
					statuses(op, "'B'::status");
				}, "insert into t values ('A', '{A}'); insert into gone values ('C')"),
				example("an enum becomes text, and its type goes", (op) -> {
					op.createEnum("status", "A", "B");
					op.createTable("t", (t) -> t.column("s", named("status")).defaultSql("'A'::status").notNull());
				}, (op) -> op.createTable("t", (t) -> t.column("s", varchar(5)).notNull()),
						"insert into t values ('B')"),
				example("hostile names", (op) -> op.createTable("Order \"1\"", (t) -> {
					t.column("select", integer()).primaryKey();
					t.column("a.b", text()).notNull();
				}), (op) -> op.createTable("Order \"1\"", (t) -> {
					t.column("select", bigint()).primaryKey();
					t.column("Größe", text()).defaultSql("'; drop table x; --'::text").comment("-- migrator:downgrade");
					t.index("Größe");
				}), "insert into \"Order \"\"1\"\"\" values (1, 'a')",
						"UPDATE \"Order \"\"1\"\"\" SET \"a.b\" = 'x' WHERE \"a.b\" IS NULL"),
				renames("renames", (op) -> {
					op.createTable("workouts", (t) -> {
						t.column("id", bigint()).primaryKey();
						t.column("reps_count", integer()).check("reps_count > 0");
						t.column("twice", integer()).generatedAs("reps_count * 2");
						t.index("reps_count");
					});
					op.createTable("sets", (t) -> t.column("workout_id", bigint()).references("workouts", "id"));
				}, (op) -> {
					op.createTable("sessions", (t) -> {
						t.column("id", bigint()).notNull();
						t.column("total_reps", integer());
						t.column("twice", integer()).generatedAs("total_reps * 2");
						t.check("total_reps > 0").named("workouts_reps_count_check");
						t.primaryKey("id").named("workouts_pkey");
						t.index("total_reps").named("workouts_reps_count_idx");
					});
					op.createTable("sets", (t) -> t.column("workout_id", bigint()).references("sessions", "id"));
				}, "insert into workouts values (1, 2); insert into sets values (1)", "workouts=sessions",
						"sessions.reps_count=sessions.total_reps"),
				renames("columns, tables and sequences that change their names with each other", (op) -> {
					swapped(op, "one", "other", "start", "end");
					op.createSequence("s", (s) -> s.incrementBy(5));
					op.createSequence("t", (s) -> s.incrementBy(7));
				}, (op) -> {
					swapped(op, "other", "one", "end", "start");
					op.createSequence("s", (s) -> s.incrementBy(7));
					op.createSequence("t", (s) -> s.incrementBy(5));
				}, "insert into one values (1, 2); insert into other values (3)", "one=other", "other=one",
						"other.start=other.end", "other.end=other.start", "s=t", "t=s"),
				renames("names that go round", (op) -> op.createTable("t", (t) -> {
					t.column("a", integer());
					t.column("b", bigint());
					t.column("c", text());
				}), (op) -> op.createTable("t", (t) -> {
					t.column("b", integer());
					t.column("c", bigint());
					t.column("a", text());
				}), "insert into t values (1, 2, 'three')", "t.a=t.b", "t.b=t.c", "t.c=t.a"),
				example("indexes and constraints that change their names with each other", (op) -> {
					keys(op, "x", "y", "z", "one", "other");
				}, (op) -> {
					keys(op, "y", "z", "x", "other", "one");
				}, "insert into t values ('a', 'b', 'c')"), example("a name that is given on", (op) -> {
					keys(op, "x", "y", "z", "one", "other");
				}, (op) -> {
					keys(op, "y", "z", "new", "other", "third");
				}), example("a name that something else gets", (op) -> op.createTable("t", (t) -> {
					t.column("a", text());
					t.column("b", text());
					t.index("a").named("x");
					t.index("b").named("y");
				}), (op) -> op.createTable("t", (t) -> {
					t.column("a", text());
					t.column("b", text());
					t.index("a").named("y");
				}), "insert into t values ('a', 'b')"),
				example("a domain, its columns, and one that nothing uses any more", (op) -> {
					op.createDomain("old", text());
					op.createTable("t", (t) -> {
						t.column("id", bigint());
						t.column("gone", named("old"));
					});
				}, (op) -> {
					op.createDomain("email", text(),
							(d) -> d.notNull().defaultSql("'a@b'::text").check("VALUE ~ '@'::text"));
					op.createTable("t", (t) -> {
						t.column("id", bigint());
						t.column("email", named("email"));
						t.column("others", array(named("email")));
					});
				}, "insert into t (id) values (1)"), example("what is said of a domain", (op) -> {
					op.createDomain("email", text(),
							(d) -> d.check("VALUE ~ '@'::text").check("VALUE <> ''::text", (c) -> c.named("some")));
					op.createTable("t", (t) -> t.column("email", named("email")));
				}, (op) -> {
					op.createDomain("email", text(),
							(d) -> d.notNull()
								.defaultSql("'a@b'::text")
								.check("VALUE <> ''::text", (c) -> c.named("some"))
								.check("length(VALUE) > 2"));
					op.createTable("t", (t) -> t.column("email", named("email")));
				}, "insert into t values ('a@b')"), example("a domain over another type, with columns", (op) -> {
					op.createDomain("code", varchar(10));
					op.createTable("t", (t) -> {
						t.column("a", named("code"));
						t.column("many", array(named("code")));
						t.index("a");
						t.check("a::text <> ''").named("ck");
					});
				}, (op) -> {
					op.createDomain("code", text(), (d) -> d.check("length(VALUE) < 20"));
					op.createTable("t", (t) -> {
						t.column("a", named("code"));
						t.column("many", array(named("code")));
						t.index("a");
						t.check("a::text <> ''").named("ck");
					});
				}, "insert into t values ('x', '{y,z}')"),
				example("a domain over another type, with a default of its own and of a column", (op) -> {
					op.createDomain("code", text(), (d) -> d.defaultSql("'7'::text"));
					op.createTable("t", (t) -> t.column("a", named("code")).defaultSql("'1'::text"));
				}, (op) -> {
					op.createDomain("code", integer(), (d) -> d.defaultSql("8"));
					op.createTable("t", (t) -> t.column("a", named("code")).defaultSql("5"));
				}, "insert into t values ('3')"),
				example("a domain whose default takes numbers from a new sequence", (op) -> {
				}, (op) -> {
					op.createSequence("numbers");
					op.createDomain("number", bigint(), (d) -> d.defaultSql("nextval('numbers'::regclass)"));
				}), example("an enum that a domain is over, and no column any more", (op) -> {
					op.createEnum("mood", "ok");
					op.createDomain("m", named("mood"));
					op.createTable("t", (t) -> t.column("a", named("mood")));
				}, (op) -> {
					op.createEnum("mood", "ok");
					op.createDomain("m", named("mood"));
					op.createTable("t", (t) -> t.column("b", integer()));
				}), example("what is said of a domain, which a column has an array of", (op) -> {
					op.createDomain("email", text(), (d) -> d.check("VALUE <> ''::text"));
					op.createTable("t", (t) -> t.column("others", array(named("email"))));
				}, (op) -> {
					op.createDomain("email", text(), (d) -> d.check("VALUE ~ '@'::text"));
					op.createTable("t", (t) -> t.column("others", array(named("email"))));
				}, "insert into t values ('{a@b}')"), example("a type, a domain over it, and the only column", (op) -> {
					op.createEnum("mood", "ok");
					op.createDomain("m", named("mood"));
					op.createDomain("n", named("m"));
					op.createTable("t", (t) -> t.column("a", named("n")));
				}, (op) -> {
				}, "insert into t values ('ok')"), example("checks of two tables that change their names", (op) -> {
					op.createTable("t", (t) -> {
						t.column("a", integer());
						t.check("a > 1").named("x");
					});
					op.createTable("u", (t) -> {
						t.column("b", integer());
						t.check("b > 2").named("y");
					});
				}, (op) -> {
					op.createTable("t", (t) -> {
						t.column("a", integer());
						t.check("a > 1").named("y");
					});
					op.createTable("u", (t) -> {
						t.column("b", integer());
						t.check("b > 2").named("x");
					});
				}), example("a check and an index that change their names", (op) -> op.createTable("t", (t) -> {
					t.column("a", integer());
					t.check("a > 1").named("x");
					t.index("a").named("y");
				}), (op) -> op.createTable("t", (t) -> {
					t.column("a", integer());
					t.check("a > 1").named("y");
					t.index("a").named("x");
				})), example("the collation of a column that an index of an expression has too",
						(op) -> op.createTable("t", (t) -> {
							t.column("a", text()).collate("C");
							t.index().expression("lower(a)", (key) -> key.collate("C")).named("ix");
						}), (op) -> op.createTable("t", (t) -> {
							t.column("a", text());
							t.index().expression("lower(a)", (key) -> key.collate("C")).named("ix");
						})),
				example("bounds of a sequence and of an identity that leave none of its numbers", (op) -> {
					op.createSequence("s", (s) -> s.minValue(1).maxValue(50));
					op.createSequence("down", (s) -> s.incrementBy(5).cycle());
					op.createTable("t", (t) -> {
						t.column("id", integer()).identity((i) -> i.minValue(1).maxValue(50));
						t.column("a", integer());
					});
				}, (op) -> {
					op.createSequence("s", (s) -> s.minValue(100).maxValue(200));
					op.createSequence("down", (s) -> s.incrementBy(-1));
					op.createTable("t", (t) -> {
						t.column("id", integer()).identity((i) -> i.minValue(100).maxValue(200));
						t.column("a", integer());
					});
				}, "insert into t (a) values (1); select nextval('s'), nextval('down')"),
				example("an identity of a smaller type", (op) -> op.createTable("t", (t) -> {
					t.column("id", bigint()).identity((i) -> i.maxValue(5_000_000_000L));
					t.column("other", integer());
				}), (op) -> op.createTable("t", (t) -> {
					t.column("id", integer()).identity();
					t.column("other", bigint());
				}), "insert into t (other) values (1)"),
				example("an identity that counts down and begins elsewhere",
						(op) -> op.createTable("t", (t) -> t.column("id", integer()).identity()),
						(op) -> op.createTable("t",
								(t) -> t.column("id", integer()).identity((i) -> i.incrementBy(-1)))),
				example("a domain over another type that nothing uses", (op) -> op.createDomain("code", varchar(10)),
						(op) -> op.createDomain("code", integer())),
				example("a domain over another one, and over an enum", (op) -> {
				}, (op) -> {
					op.createEnum("mood", "ok", "bad");
					op.createDomain("b", named("mood"), (d) -> d.notNull());
					op.createDomain("a", named("b"));
					op.createTable("t", (t) -> t.column("x", named("a")));
				}), example("the length and the collation of a column that another one is computed from",
						(op) -> op.createTable("t", (t) -> {
							t.column("a", varchar(10));
							t.column("b", text()).generatedAs("upper((a)::text)");
							t.index("b");
						}), (op) -> op.createTable("t", (t) -> {
							t.column("a", varchar(20)).collate("C");
							t.column("b", text()).generatedAs("upper((a)::text)");
							t.index("b");
						}), "insert into t (a) values ('x')"),
				example("precision", (op) -> op.createTable("t", (t) -> t.column("at", timestamp())),
						(op) -> op.createTable("t", (t) -> t.column("at", timestamp(3))),
						"insert into t values (now())"));
	}

	private static void users(Operations op) {
		op.createTable("users", (t) -> {
			t.column("id", bigint()).primaryKey();
			t.column("name", varchar(20)).notNull();
		});
	}

	private static void swapped(Operations op, String one, String other, String start, String end) {
		op.createTable(one, (t) -> {
			t.column(start, integer()).notNull();
			t.column(end, integer());
			t.check("\"%s\" < \"%s\"".formatted(start, end)).named("ck");
		});
		op.createTable(other, (t) -> t.column("id", bigint()));
	}

	private static void keys(Operations op, String onA, String onB, String onC, String checkA, String checkB) {
		op.createTable("t", (t) -> {
			t.column("a", text());
			t.column("b", text());
			t.column("c", text());
			t.index("a").named(onA);
			t.index("b").named(onB);
			t.unique("c").named(onC);
			t.check("a <> ''").named(checkA);
			t.check("b <> ''").named(checkB);
		});
	}

	private static void statuses(Operations op, String defaultValue) {
		op.createTable("t", (t) -> {
			t.column("s", named("status")).defaultSql(defaultValue);
			t.column("many", array(named("status")));
			t.check("s >= 'A'::status").named("ck");
			t.index("many").where("s = 'A'::status").named("ix");
		});
	}

	private static Example example(String title, Consumer<Operations> from, Consumer<Operations> to) {
		return new Example(title, from, to, "", List.of(), List.of());
	}

	private static Example example(String title, Consumer<Operations> from, Consumer<Operations> to, String rows,
			String... filledIn) {
		return new Example(title, from, to, rows, List.of(filledIn), List.of());
	}

	private static Example renames(String title, Consumer<Operations> from, Consumer<Operations> to, String rows,
			String... renames) {
		return new Example(title, from, to, rows, List.of(), List.of(renames));
	}

	/**
	 * A change of the schema.
	 *
	 * @param title what it is about
	 * @param from the schema before
	 * @param to the schema after
	 * @param rows SQL that inserts some
	 * @param fills what the author writes where the script says TODO
	 * @param renames what the author tells
	 */
	record Example(String title, Consumer<Operations> from, Consumer<Operations> to, String rows, List<String> fills,
			List<String> renames) {

		String filledIn(String sql) {
			String filled = sql;
			for (String fill : this.fills) {
				String place = "-- " + fill.replaceFirst(" = '?\\w+'? ", " = ... ") + ";";
				filled = filled.replace(place, fill + ";");
			}
			return filled;
		}

		@Override
		public String toString() {
			return this.title;
		}

	}

}
