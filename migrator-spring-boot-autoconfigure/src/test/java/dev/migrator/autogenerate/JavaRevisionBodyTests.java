package dev.migrator.autogenerate;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

import dev.migrator.autogenerate.GeneratedSqlServerTests.Example;
import dev.migrator.internal.autogenerate.comparison.SchemaComparison;
import dev.migrator.internal.autogenerate.online.OnlineChanges;
import dev.migrator.internal.autogenerate.revision.JavaRevisionBody;
import dev.migrator.internal.autogenerate.revision.SqlRevisionBody;
import dev.migrator.internal.schema.SchemaObjects;
import dev.migrator.internal.script.JavaRevisionScript;
import dev.migrator.operation.ColumnValueDirective.AlterIdentity;
import dev.migrator.operation.CommentTarget;
import dev.migrator.operation.ConstraintDirective.DropConstraint;
import dev.migrator.operation.EnumDirective.AddEnumValue;
import dev.migrator.operation.EnumTypedColumn;
import dev.migrator.operation.Existing;
import dev.migrator.operation.ExtensionDirective.DropExtension;
import dev.migrator.operation.ObjectDirective.SetComment;
import dev.migrator.operation.Operation;
import dev.migrator.operation.SequenceDirective.AlterSequence;
import dev.migrator.operation.SequenceDirective.CreateSequence;
import dev.migrator.operation.SequenceDirective.DropSequence;
import dev.migrator.revision.Direction;
import dev.migrator.schema.ColumnName;
import dev.migrator.schema.Deferral;
import dev.migrator.schema.Expression;
import dev.migrator.schema.Identity;
import dev.migrator.schema.ObjectName;
import dev.migrator.schema.SequenceOptions;
import dev.migrator.schema.Types;
import dev.migrator.schema.element.Sequence;
import dev.migrator.schema.element.Unique;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static dev.migrator.autogenerate.Schemas.schema;
import static dev.migrator.schema.Types.bigint;
import static dev.migrator.schema.Types.text;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Generated Java: what it looks like, and that it records what was to be written.
 */
class JavaRevisionBodyTests {

	@Test
	void readsAsSomebodyWouldWriteIt() {
		SchemaObjects real = schema((op) -> op.createTable("users", (t) -> t.column("name", text())));
		SchemaObjects wanted = schema((op) -> {
			op.createTable("users", (t) -> t.column("id", bigint()).defaultSql("1").notNull());
			op.createTable("sets", (t) -> {
				t.column("id", bigint()).primaryKey();
				t.index("id");
			});
		});

		JavaRevisionBody body = JavaRevisionBody.of(Schemas.differences(real, wanted));

		assertThat(body.upgrade()).isEqualTo("""
				op.createTable("sets", (t) -> {
					t.column("id", bigint()).notNull();
					t.primaryKey("id").named("sets_pkey");
					t.index("id").named("sets_id_idx");
				});
				op.addColumn("users", "id", bigint(), (column) -> column.notNull().defaultSql("1"));
				// destructive: drops users.name with its data
				op.dropColumn("users", "name");""");
		assertThat(body.downgrade()).isEqualTo("""
				op.addColumn("users", "name", text());
				// destructive: drops users.id with its data
				op.dropColumn("users", "id");
				// destructive: drops the table sets with its rows
				op.dropTable("sets");""");
		assertThat(body.imports()).containsExactly("static dev.migrator.schema.Types.bigint",
				"static dev.migrator.schema.Types.text");
	}

	@Test
	void sayWhatBecomesInOneDirectionAndWhatWasInTheOther() {
		ColumnName id = new ColumnName(ObjectName.of("users"), "id");
		ObjectName status = ObjectName.of("status");
		List<EnumTypedColumn> columns = List.of(new EnumTypedColumn(new ColumnName(ObjectName.of("tasks"), "status"),
				false, Expression.sql("'OPEN'::status")));
		List<Operation> operations = List.of(
				new CreateSequence(new Sequence(ObjectName.of("account_seq"), null, incrementBy(50), null), false),
				new AlterSequence(ObjectName.of("order_seq"), incrementBy(50), incrementBy(1)),
				new AlterIdentity(id, new Identity(false, SequenceOptions.DEFAULT),
						Existing.known(new Identity(true, incrementBy(5)))),
				new SetComment(new CommentTarget.OnColumn(id), "a number", Existing.known(null)),
				new AddEnumValue(status, "DONE", null, null, false, List.of("OPEN"), columns),
				new DropConstraint(ObjectName.of("users"), "users_email_key",
						new Unique("users_email_key", List.of("email"), List.of(), true, Deferral.NOT_DEFERRABLE),
						false, false, false),
				new DropSequence(ObjectName.of("old_seq"),
						new Sequence(ObjectName.of("old_seq"), Types.integer(), SequenceOptions.DEFAULT, null), false,
						false));

		JavaRevisionBody body = JavaRevisionBody.of(operations.stream().map(Change::of).toList(), List.of());

		assertThat(body.upgrade()).isEqualTo("""
				op.createSequence("account_seq", (sequence) -> sequence.incrementBy(50));
				op.alterSequence("order_seq", (sequence) -> sequence.incrementBy(50));
				op.alterColumn("users", "id", (column) -> column.identityByDefault(), \
				(was) -> was.identity((sequence) -> sequence.incrementBy(5)));
				op.commentOnColumn("users", "id", "a number");
				op.addEnumValue("status", "DONE");
				op.dropConstraint("users", "users_email_key");
				op.dropSequence("old_seq");""");
		assertThat(body.downgrade()).isEqualTo(
				"""
						op.createSequence("old_seq", (sequence) -> sequence.as(integer()));
						op.createUnique("users", List.of("email"), (unique) -> unique.nullsNotDistinct().named("users_email_key"));
						op.rebuildEnum("status", (rebuild) -> rebuild.values("OPEN").column("tasks", "status", sql("'OPEN'::status")));
						op.commentOnColumn("users", "id", null);
						op.alterColumn("users", "id", (column) -> column.identity((sequence) -> sequence.incrementBy(5)), \
						(was) -> was.identityByDefault());
						op.alterSequence("order_seq", (sequence) -> sequence.incrementBy(1));
						op.dropSequence("account_seq");""");
	}

	@Test
	void typeAndOwningColumnOfASequenceAreSaidInDirectives() {
		SchemaObjects real = schema((op) -> {
			op.createTable("tickets", (t) -> {
				t.column("id", bigint()).notNull();
				t.column("old", bigint());
			});
			op.createSequence("given", (s) -> s.as(Types.smallint()));
			op.createSequence("moved", (s) -> s.ownedBy("tickets", "old"));
			op.createSequence("taken", (s) -> s.as(Types.integer()).maxValue(9).ownedBy("tickets", "id"));
		});
		SchemaObjects wanted = schema((op) -> {
			op.createTable("tickets", (t) -> t.column("id", bigint()).notNull());
			op.createSequence("given", (s) -> s.ownedBy("tickets", "id"));
			op.createSequence("moved", (s) -> s.ownedBy("tickets", "id"));
			op.createSequence("taken", (s) -> s.as(Types.smallint()));
		});
		ProposedChanges differences = Schemas.differences(real, wanted);

		assertThat(SqlRevisionBody.of(differences)).isEqualTo(new SqlRevisionBody("""
				ALTER SEQUENCE given AS bigint;

				ALTER SEQUENCE given MAXVALUE 9223372036854775807;

				ALTER SEQUENCE taken MAXVALUE 32767;

				ALTER SEQUENCE taken AS smallint;

				ALTER SEQUENCE moved OWNED BY NONE;

				ALTER SEQUENCE taken OWNED BY NONE;

				ALTER SEQUENCE given OWNED BY tickets.id;

				ALTER SEQUENCE moved OWNED BY tickets.id;

				-- destructive: drops tickets.old with its data
				ALTER TABLE tickets DROP COLUMN old;""",
				"""
						ALTER TABLE tickets ADD COLUMN old bigint;

						ALTER SEQUENCE moved OWNED BY NONE;

						ALTER SEQUENCE given OWNED BY NONE;

						ALTER SEQUENCE taken OWNED BY tickets.id;

						ALTER SEQUENCE moved OWNED BY tickets.old;

						ALTER SEQUENCE taken AS integer;

						-- if the sequence has already passed the new bounds, it has no numbers left: nextval fails then, and its position is lost.
						-- PostgreSQL refuses bounds if the position is outside of them
						SELECT setval('taken', 9) FROM taken WHERE last_value > 9;

						ALTER SEQUENCE taken MAXVALUE 9;

						ALTER SEQUENCE given MAXVALUE 32767;

						ALTER SEQUENCE given AS smallint;"""));
		assertThat(JavaRevisionBody.of(differences)).isEqualTo(new JavaRevisionBody("""
				op.alterSequence("given", (sequence) -> sequence.as(bigint()));
				op.alterSequence("given", (sequence) -> sequence.maxValue(9223372036854775807L));
				op.alterSequence("taken", (sequence) -> sequence.maxValue(32767));
				op.alterSequence("taken", (sequence) -> sequence.as(smallint()));
				op.alterSequence("moved", (sequence) -> sequence.ownedByNone());
				op.alterSequence("taken", (sequence) -> sequence.ownedByNone());
				op.alterSequence("given", (sequence) -> sequence.ownedBy("tickets", "id"));
				op.alterSequence("moved", (sequence) -> sequence.ownedBy("tickets", "id"));
				// destructive: drops tickets.old with its data
				op.dropColumn("tickets", "old");""",
				"""
						op.addColumn("tickets", "old", bigint());
						op.alterSequence("moved", (sequence) -> sequence.ownedByNone());
						op.alterSequence("given", (sequence) -> sequence.ownedByNone());
						op.alterSequence("taken", (sequence) -> sequence.ownedBy("tickets", "id"));
						op.alterSequence("moved", (sequence) -> sequence.ownedBy("tickets", "old"));
						op.alterSequence("taken", (sequence) -> sequence.as(integer()));
						// if the sequence has already passed the new bounds, it has no numbers left: nextval fails then, and its position is lost.
						// PostgreSQL refuses bounds if the position is outside of them
						op.execute("SELECT setval('taken', 9) FROM taken WHERE last_value > 9;");
						op.alterSequence("taken", (sequence) -> sequence.maxValue(9));
						op.alterSequence("given", (sequence) -> sequence.maxValue(32767));
						op.alterSequence("given", (sequence) -> sequence.as(smallint()));""",
				List.of("static dev.migrator.schema.Types.bigint", "static dev.migrator.schema.Types.integer",
						"static dev.migrator.schema.Types.smallint")));
	}

	private static SequenceOptions incrementBy(long step) {
		return new SequenceOptions(null, step, null, null, null, null);
	}

	@Test
	void whatCannotBeUndoneIsRefusedOnTheWayBack() {
		Change change = Change.of(new DropExtension("citext", null, false, true));

		assertThat(JavaRevisionBody.of(List.of(change), List.of()).downgrade())
			.isEqualTo("throw new UnsupportedOperationException(\"this cannot be undone: drop extension citext\");");
		assertThat(SqlRevisionBody.of(List.of(change), List.of()).downgrade()).contains("RAISE EXCEPTION");
	}

	@Test
	void recordsWhatWasToBeWritten(@TempDir Path directory) throws Exception {
		List<Example> examples = GeneratedSqlServerTests.examples().toList();
		List<List<Change>> changes = new ArrayList<>();
		List<JavaRevisionBody> bodies = new ArrayList<>();
		for (Example example : examples) {
			ProposedChanges differences = differences(example);
			bodies.add(JavaRevisionBody.of(differences));
			changes.add(differences.changes());
		}

		assertRecorded(CompiledRevisions.of(directory, bodies), changes);
	}

	@Test
	void recordsWhatRunsWithoutATransaction(@TempDir Path directory) throws Exception {
		List<List<Change>> changes = new ArrayList<>();
		List<JavaRevisionBody> bodies = new ArrayList<>();
		for (Example example : OnlineChangesServerTests.examples().toList()) {
			OnlineChanges online = OnlineChanges.of(differences(example).changes(), schema(example.from()));
			bodies.add(JavaRevisionBody.of(online.inTransaction(), List.of()));
			changes.add(online.inTransaction());
		}
		assertRecorded(CompiledRevisions.of(Files.createDirectory(directory.resolve("first")), bodies), changes);
		bodies.clear();
		changes.clear();
		for (Example example : OnlineChangesServerTests.examples().toList()) {
			OnlineChanges online = OnlineChanges.of(differences(example).changes(), schema(example.from()));
			bodies.add(JavaRevisionBody.of(online.after(), List.of()));
			changes.add(online.after());
		}
		assertRecorded(CompiledRevisions.withoutTransaction(Files.createDirectory(directory.resolve("second")), bodies),
				changes);
	}

	@Test
	void sayWhatRunsWithoutATransaction() {
		SchemaObjects real = schema((op) -> op.createTable("users", (t) -> {
			t.column("id", bigint());
			t.column("name", text());
			t.index("name").named("ix_name");
		}));
		SchemaObjects wanted = schema((op) -> op.createTable("users", (t) -> {
			t.column("id", bigint()).check("id > 0");
			t.column("name", text()).unique();
		}));
		OnlineChanges online = OnlineChanges.of(Schemas.differences(real, wanted).changes(), real);

		assertThat(JavaRevisionBody.of(online.inTransaction(), List.of()).upgrade()).isEqualTo("""
				op.createCheck("users", "id > 0", (check) -> check.notValid().named("users_id_check"));""");
		assertThat(JavaRevisionBody.of(online.after(), List.of()).upgrade()).isEqualTo("""
				op.createIndex("users_name_key", "users", (index) -> index.column("name").unique().concurrently());
				op.validateConstraint("users", "users_id_check");
				op.dropIndex("ix_name", (drop) -> drop.concurrently());
				op.execute("ALTER TABLE users ADD CONSTRAINT users_name_key UNIQUE USING INDEX users_name_key;");""");
	}

	private static ProposedChanges differences(Example example) {
		ComparisonSettings settings = ComparisonSettings.builder()
			.removals(EnumSet.allOf(Droppable.class))
			.renames(example.renames().stream().map(Rename::of).toList())
			.build();
		return new SchemaComparison(settings).compare(schema(example.from()), schema(example.to()));
	}

	private static void assertRecorded(List<JavaRevisionScript> scripts, List<List<Change>> changes) {
		for (int i = 0; i < changes.size(); i++) {
			assertThat(CompiledRevisions.effects(scripts.get(i).operations(Direction.UPGRADE))).as("revision %d", i)
				.isEqualTo(effects(changes.get(i)));
			assertThat(CompiledRevisions.effects(scripts.get(i).operations(Direction.DOWNGRADE))).as("revision %d", i)
				.isEqualTo(effects(DowngradeChanges.of(changes.get(i)).changes()));
		}
	}

	private static List<String> effects(List<Change> changes) {
		return CompiledRevisions.effects(changes.stream().map(Change::operation).toList());
	}

}
