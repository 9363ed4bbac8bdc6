package dev.migrator.autogenerate;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

import dev.migrator.Migrator;
import dev.migrator.internal.autogenerate.online.OnlineChanges;
import dev.migrator.internal.autogenerate.revision.SqlRevisionBody;
import dev.migrator.internal.schema.SchemaObjects;
import dev.migrator.revision.Direction;
import dev.migrator.script.Operations;
import dev.migrator.script.TableDefinition;
import dev.migrator.testing.LambdaRevision;
import dev.migrator.testing.Postgres;
import dev.migrator.testing.Revisions;
import dev.migrator.testing.TestDatabase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static dev.migrator.autogenerate.Schemas.schema;
import static dev.migrator.schema.Types.bigint;
import static dev.migrator.schema.Types.integer;
import static dev.migrator.schema.Types.text;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a customizer adds behind what was found, in two revisions, on a server, with rows:
 * both lead to where all of it leads in one revision, and their downgrades back.
 */
@Tag("server")
class CustomizedOnlineChangesServerTests {

	private final TestDatabase database = Postgres.newDatabase();

	private final TestDatabase oneByOne = Postgres.newDatabase();

	@ParameterizedTest
	@MethodSource("examples")
	void upgradesLeadWhereTheChangesLeadAndDowngradesBack(Example example, @TempDir Path divided, @TempDir Path whole) {
		SchemaObjects from = schema((op) -> users(op, (t) -> {
		}));
		List<Change> changes = new ArrayList<>(
				Schemas.differences(from, schema(CustomizedOnlineChangesServerTests::wanted)).changes());
		LambdaRevision.withoutTransaction(example.added())
			.operations(Direction.UPGRADE)
			.forEach((operation) -> changes.add(Change.of(operation)));
		List.of(this.database, this.oneByOne).forEach((it) -> {
			GeneratedSqlServerTests.run(it, Schemas.differences(SchemaObjects.none(), from));
			it.execute("insert into users values (1, 'a', 7, 'x'), (2, 'b', 8, 'y')");
		});
		List<String> before = OnlineRevisions.lines(this.database);
		SqlRevisionBody one = SqlRevisionBody.withoutTransaction(changes, List.of());
		Revisions revisions = Revisions.in(whole).addWithoutTransaction("c", one.upgrade(), one.downgrade());
		Migrator.builder(this.oneByOne.dataSource()).locations(revisions.location()).build().upgrade();

		OnlineRevisions online = OnlineRevisions.of(OnlineChanges.of(changes, from));
		Migrator migrator = online.migrator(this.database, divided);
		migrator.upgrade();

		assertThat(OnlineRevisions.lines(this.database)).as(online.toString())
			.isEqualTo(OnlineRevisions.lines(this.oneByOne));
		assertThat(this.database.column(example.rows())).isEqualTo(this.oneByOne.column(example.rows()));

		migrator.downgrade("base");

		assertThat(OnlineRevisions.lines(this.database)).as(online.toString()).isEqualTo(before);
	}

	static Stream<Example> examples() {
		return Stream.of(
				example("a comment on an index that is built", (op) -> op.commentOnIndex("ix_age", "ages", null)),
				example("a comment on a constraint that is made of an index",
						(op) -> op.commentOnConstraint("users", "users_email", "addresses", null)),
				example("another name for an index that is built", (op) -> op.renameIndex("ix_age", "ix_years")),
				example("another name for a check that is validated",
						(op) -> op.renameConstraint("users", "users_age", "users_years")),
				example("another name for the column of an index that is built",
						(op) -> op.renameColumn("users", "age", "years")),
				new Example("another name for the table of an index that is built",
						(op) -> op.renameTable("users", "people"), "select people from people order by id"),
				example("a foreign key to a column that is unique later, validated by hand", (op) -> {
					op.createForeignKey("visits", "email", "users", "email", (key) -> key.named("fk").notValid());
					op.validateConstraint("visits", "fk");
				}),
				example("a cluster mark on an index that is built",
						(op) -> op.execute("ALTER TABLE users CLUSTER ON ix_age",
								"ALTER TABLE users SET WITHOUT CLUSTER")),
				example("a replica identity of a constraint that is made of an index",
						(op) -> op.execute("ALTER TABLE users REPLICA IDENTITY USING INDEX users_email",
								"ALTER TABLE users REPLICA IDENTITY DEFAULT")),
				example("a column that goes when it is copied in batches", (op) -> {
					op.addColumn("users", "memo", text());
					op.backfill("users", (it) -> it.set("memo = note").where("memo IS NULL"));
					op.reverse((was) -> was.addColumn("users", "note", text()));
				}), example("an index of a new table that is built concurrently", (op) -> op.createIndex("ix_visits",
						"visits", (index) -> index.column("email").concurrently())));
	}

	private static void wanted(Operations op) {
		users(op, (t) -> {
			t.unique("email").named("users_email");
			t.check("age > 0").named("users_age");
			t.index("age").named("ix_age");
		});
		op.createTable("visits", (t) -> t.column("email", text()));
	}

	private static void users(Operations op, Consumer<TableDefinition> more) {
		op.createTable("users", (t) -> {
			t.column("id", bigint()).primaryKey();
			t.column("email", text()).notNull();
			t.column("age", integer());
			t.column("note", text());
			more.accept(t);
		});
	}

	private static Example example(String title, Consumer<Operations> added) {
		return new Example(title, added, "select users from users order by id");
	}

	/**
	 * One kind of change.
	 *
	 * @param title what is added
	 * @param added the same by directives
	 * @param rows a query of all rows
	 */
	record Example(String title, Consumer<Operations> added, String rows) {

		@Override
		public String toString() {
			return this.title;
		}

	}

}
