package dev.migrator.directives;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

import dev.migrator.internal.script.IrreversibleRevisionException;
import dev.migrator.internal.script.JavaRevisionException;
import dev.migrator.internal.script.JavaRevisionScript;
import dev.migrator.operation.ExecuteSql;
import dev.migrator.operation.ExtensionDirective.DropExtension;
import dev.migrator.operation.GrantTarget;
import dev.migrator.operation.Operation;
import dev.migrator.revision.Direction;
import dev.migrator.schema.Privilege;
import dev.migrator.schema.Types;
import dev.migrator.script.ColumnDefinition;
import dev.migrator.script.Operations;
import dev.migrator.script.TableDefinition;
import dev.migrator.testing.LambdaRevision;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What cannot be is refused while it is recorded, before there is a database.
 */
class RecordingTests {

	@Test
	void mistakeIsToldWithTheDirectiveAndTheLine() {
		JavaRevisionScript script = LambdaRevision.inTransaction((op) -> op.createTable("users", (t) -> {
			t.column("id", Types.bigint()).primaryKey();
			t.column("name", Types.text()).identity();
		}));

		assertThatExceptionOfType(JavaRevisionException.class).isThrownBy(() -> script.body(Direction.UPGRADE))
			.satisfies((ex) -> assertThat(ex.description())
				.matches("(?s)Revision a \\(\\S+\\) has an impossible directive in upgrade\\(Operations\\):\n\n"
						+ "    op\\.createTable\\(\\.\\.\\.\\) .*\n\n"
						+ "  The column \"name\" has an identity, but its type is not an integer\\."));
	}

	@Test
	void concurrentlyIsRefusedInATransaction() {
		refused((op) -> op.createIndex("ix", "t", (i) -> i.column("a").concurrently()), "op.createIndex(...)",
				"PostgreSQL cannot run \"create index ix on t concurrently\" in a transaction, "
						+ "but this revision is one.",
				"Set transactional = false in its @RevisionScript.");
		refused((op) -> op.dropIndex("ix", (d) -> d.concurrently()), "op.dropIndex(...)",
				"PostgreSQL cannot run \"drop index ix concurrently\" in a transaction");
	}

	@Test
	void backfillIsRefusedInATransaction() {
		refused((op) -> op.backfill("t", (b) -> b.set("a = 1").where("a IS NULL")), "op.backfill(...)",
				"PostgreSQL cannot run \"backfill t in batches of 1000\" in a transaction");
	}

	@Test
	void indexWithoutColumnsIsRefused() {
		refused((op) -> op.createIndex("ix", "t"), "op.createIndex(...)", "The index ix has no columns.");
		refused((op) -> op.createIndex("ix", "t", (i) -> i.unique()), "The index ix has no columns.");
	}

	@Test
	void alterColumnThatChangesNothingIsRefused() {
		refused((op) -> op.alterColumn("t", "a", (c) -> {
		}), "op.alterColumn(...)", "No change of the column a of t is given.");
	}

	@Test
	void alterDomainThatChangesNothingIsRefused() {
		refused((op) -> op.alterDomain("email", (d) -> {
		}), "op.alterDomain(...)", "No change of the domain email is given.",
				"Give at least one: notNull(), nullable(), defaultTo(...), noDefault().");
	}

	@Test
	void whatADomainWasIsSaidOfWhatChangesOnly() {
		refused((op) -> op.alterDomain("email", (d) -> d.notNull(), (was) -> was.noDefault()), "op.alterDomain(...)",
				"The old default of the domain email is given, but no new one.",
				"Give the new one, or leave out the old one.");
		refused((op) -> op.alterDomain("email", (d) -> d.noDefault(), (was) -> was.nullable()),
				"The old nullability of the domain email is given, but no new one.");
		refused((op) -> op.alterDomain("email", (d) -> d.notNull(), (was) -> was.notNull()),
				"The old nullability of the domain email is given, but no new one.");
	}

	@Test
	void domainIsToldEachThingOnce() {
		refused((op) -> op.alterDomain("email", (d) -> d.notNull().nullable()), "op.alterDomain(...)",
				"The nullability of the domain email is given twice.", "Leave one out: only the last would count.");
		refused((op) -> op.alterDomain("email", (d) -> d.noDefault().defaultTo("x")),
				"The default of the domain email is given twice.");
		refused((op) -> op.createDomain("email", Types.text(), (d) -> d.defaultTo("x").defaultSql("'y'")),
				"op.createDomain(...)", "The default of the domain email is given twice.");
	}

	@Test
	void secondCheckOfADomainHasToBeNamed() {
		refused((op) -> op.createDomain("email", Types.text(), (d) -> d.check("VALUE ~ '@'").check("VALUE <> ''")),
				"op.createDomain(...)", "The domain email has the check \"email_check\" twice.",
				"Give one of them a name: (check) -> check.named(\"...\").");
	}

	@Test
	void constraintOfANewTableIsNotNotValid() {
		refused((op) -> op.createTable("t", (t) -> t.check("true").notValid()), "op.createTable(...)",
				"A new table has no rows, so NOT VALID has no effect on its constraints.");
	}

	@Test
	void rowWithTooFewValuesIsRefused() {
		refused((op) -> op.bulkInsert("t", List.of("a", "b"), (rows) -> rows.row(1, 2).row(3)), "op.bulkInsert(...)",
				"Row 2 of t has 1 values for 2 columns.");
	}

	@Test
	void enumValueThatIsNotThereCannotBeRemoved() {
		refused((op) -> op.removeEnumValue("e", "C", (e) -> {
		}, (was) -> was.values("A", "B")), "op.removeEnumValue(...)",
				"The value C is to be removed from the enum e, but it is not one of the given old values [A, B].",
				"Give all its present values: (was) -> was.values(\"A\", \"B\").");
		refused((op) -> op.removeEnumValue("e", "B", (e) -> e.replace("B", "D"), (was) -> was.values("A", "B")),
				"The enum e will not have the value D.");
	}

	@Test
	void enumValueStandsBesideOneThatIsThere() {
		refused((op) -> op.addEnumValue("e", "C", (v) -> v.after("X"), (was) -> was.values("A", "B")),
				"op.addEnumValue(...)",
				"The enum value C is to be placed beside X, but the given values of the enum e are [A, B].",
				"Give all its present values: (was) -> was.values(\"A\", \"B\").");
	}

	@Test
	void rowsHaveNoNullInTheirKey() {
		refused((op) -> op.bulkInsert("t", List.of("a", "b"), (rows) -> rows.key("b").row(1, null)),
				"op.bulkInsert(...)", "A row of t has NULL in its key [b].");
	}

	@Test
	void functionThatReturnsNothingIsRefused() {
		refused((op) -> op.createFunction("f", (f) -> f.body("BEGIN END")), "op.createFunction(...)",
				"The function f returns nothing.");
	}

	@Test
	void triggerWithoutFunctionIsRefused() {
		refused((op) -> op.createTrigger("x", "t", (t) -> t.forEachRow()), "op.createTrigger(...)",
				"The trigger x calls no function.");
	}

	@Test
	void definitionThatEscapedItsLambdaIsRefused() {
		AtomicReference<TableDefinition> escaped = new AtomicReference<>();
		JavaRevisionScript script = LambdaRevision.inTransaction((op) -> {
			op.createTable("t", escaped::set);
			escaped.get().column("lost", Types.text());
		});

		assertThatExceptionOfType(JavaRevisionException.class).isThrownBy(() -> script.body(Direction.UPGRADE))
			.withMessageContaining("The definition of a directive was used after its lambda had returned");
	}

	@Test
	void columnThatEscapedItsLambdaIsRefused() {
		AtomicReference<ColumnDefinition> escaped = new AtomicReference<>();
		JavaRevisionScript script = LambdaRevision.inTransaction((op) -> {
			op.createTable("t", (t) -> escaped.set(t.column("a", Types.text())));
			escaped.get().notNull();
		});

		assertThatExceptionOfType(JavaRevisionException.class).isThrownBy(() -> script.body(Direction.UPGRADE))
			.withMessageContaining("The definition of a directive was used after its lambda had returned");
	}

	@Test
	void irreversibleRevisionSaysWhatToSay() {
		JavaRevisionScript script = LambdaRevision.inTransaction((op) -> {
			op.createTable("t", (t) -> t.column("a", Types.text()));
			op.dropColumn("u", "a");
		});

		assertThatExceptionOfType(IrreversibleRevisionException.class)
			.isThrownBy(() -> script.body(Direction.DOWNGRADE))
			.satisfies((ex) -> {
				assertThat(ex.revision()).isEqualTo("a");
				assertThat(ex.description())
					.endsWith("cannot be undone: The operation \"drop column a of u\" has no reverse.");
				assertThat(ex.action()).isEqualTo(
						"Say what was there: op.reverse((was) -> was.addColumn(\"u\", \"a\", ...)). Or: Override downgrade(Operations) in "
								+ script.location() + ".\nNothing has been run.");
			});
	}

	@Test
	void enumValueThatTheEnumDoesNotHaveCannotBeReplaced() {
		refused((op) -> op.removeEnumValue("e", "C", (e) -> e.replace("c", "A"), (was) -> was.values("A", "B", "C")),
				"op.removeEnumValue(...)", "The enum e does not have the value c, so it cannot be replaced.");
	}

	@Test
	void defaultOfAnEnumColumnIsAValueBeforeAndAfter() {
		refused((op) -> op.removeEnumValue("e", "B", (e) -> e.column("t", "a", "B"), (was) -> was.values("A", "B")),
				"op.removeEnumValue(...)",
				"The default B of the column a of t is not a value of the enum e, which has [A] then.");
		refused((op) -> op.rebuildEnum("e", (e) -> e.values("A", "B").column("t", "a", "B"), (was) -> was.values("A")),
				"The default B of the column a of t is not a value of the enum e, which has [A] now.");
	}

	@Test
	void textThatCannotBeStoredIsRefusedWhereverItStands() {
		for (String text : List.of("a\0b", "a\uD83D", "\uDE00a")) {
			refused((op) -> op.addColumn("t", "a", Types.text(), (c) -> c.defaultTo(text)), "op.addColumn(...)",
					"which PostgreSQL cannot store");
			refused((op) -> op.commentOnTable("t", text), "op.commentOnTable(...)", "which PostgreSQL cannot store");
			refused((op) -> op.createCheck("t", "a <> '" + text + "'"), "op.createCheck(...)",
					"which PostgreSQL cannot store");
			refused((op) -> op.addColumn("t", "a", Types.sql("text /* " + text + " */")), "op.addColumn(...)",
					"which PostgreSQL cannot store");
			refused((op) -> op.createProcedure("f", (f) -> f.body("BEGIN /* " + text + " */ END")),
					"op.createProcedure(...)", "which PostgreSQL cannot store");
			refused((op) -> op.execute("select '" + text + "'"), "op.execute(...)", "which PostgreSQL cannot store");
			refused((op) -> op.execute("select 1", "select '" + text + "'"), "op.execute(...)",
					"which PostgreSQL cannot store");
		}
	}

	@Test
	void numberThatIsNotExactIsNoKey() {
		refused((op) -> op.bulkInsert("t", List.of("a"), (rows) -> rows.key("a").row(0.3)), "op.bulkInsert(...)",
				"A row of t has the inexact number 0.3 in its key [a].");
		refused((op) -> op.bulkInsert("t", List.of("a"), (rows) -> rows.key("a").row(0.3f)),
				"A row of t has the inexact number 0.3 in its key [a].");
	}

	@Test
	void functionIsReplacedByOneWithTheSameArguments() {
		refused((op) -> op.replaceFunction("f", (f) -> f.argument("a", Types.text()).returns("int").body("x"),
				(f) -> f.argument("a", Types.integer()).returns("int").body("x")), "op.replaceFunction(...)",
				"The function f and its replacement have different arguments.");
	}

	@Test
	void dropThatMayFindNothingIsIrreversible() {
		JavaRevisionScript script = LambdaRevision.inTransaction((op) -> op.dropEnum("e", (d) -> d.ifExists()));

		assertThatExceptionOfType(IrreversibleRevisionException.class)
			.isThrownBy(() -> script.body(Direction.DOWNGRADE));
	}

	@Test
	void sequenceIsNotToldWhatDoesNotApply() {
		refused((op) -> op.alterSequence("s", (s) -> {
		}), "op.alterSequence(...)", "No change of the sequence s is given.");
		refused((op) -> op.alterSequence("s", (s) -> s.startWith(5), (was) -> was.as(Types.integer())),
				"The old type of the sequence s is given, but no new one.",
				"Give the new one, or leave out the old one.");
		refused((op) -> op.alterSequence("s", (s) -> s.startWith(5), (was) -> was.ownedBy("t", "a")),
				"The old owning column of the sequence s is given, but no new one.");
		refused((op) -> op.createSequence("s", (s) -> s.restart()),
				"restart() is for alterSequence, and has no effect here.");
		refused((op) -> op.alterSequence("s", (s) -> s.startWith(5), (was) -> was.restart()), "restart()");
		refused((op) -> op.alterSequence("s", (s) -> s.startWith(5).ifNotExists()), "ifNotExists()");
		refused((op) -> op.alterColumn("t", "a", (c) -> c.identity((s) -> s.as(Types.integer()))),
				"as(...) is for a sequence that is not an identity, and has no effect here.", "Leave it out.");
		refused((op) -> op.alterColumn("t", "a", (c) -> c.identity((s) -> s.ownedByNone())),
				"ownedBy(...) is for a sequence that is not an identity, and has no effect here.");
		refused((op) -> op.addColumn("t", "a", Types.integer(), (c) -> c.identity((s) -> s.ifNotExists())),
				"ifNotExists()");
		refused((op) -> op.alterSequence("s", (s) -> s.startWith(5), (was) -> was.ifNotExists()), "ifNotExists()");
	}

	@Test
	void ownerOfASequenceThatIsNotSaidIsNotGivenBack() {
		irreversible((op) -> op.alterSequence("s", (s) -> s.ownedBy("t", "a")), "give sequence s to column a of t",
				"Give the old owning column: op.alterSequence(\"s\", ..., (was) -> was.ownedBy(\"table\", \"column\")).");
		irreversible((op) -> op.alterSequence("s", (s) -> s.ownedByNone()), "take sequence s from its column",
				"Give the old owning column: op.alterSequence(\"s\", ..., (was) -> was.ownedBy(\"table\", \"column\")).");
	}

	@Test
	void columnIsNotToldTheSameTwice() {
		refused((op) -> op.alterColumn("t", "a", (c) -> {
			c.type(Types.text());
			c.type(Types.integer());
		}), "op.alterColumn(...)", "The type of the column a of t is given twice.");
		refused((op) -> op.alterColumn("t", "a", (c) -> c.notNull().nullable()),
				"The nullability of the column a of t is given twice");
		refused((op) -> op.alterColumn("t", "a", (c) -> c.noDefault().defaultTo(1)),
				"The default of the column a of t is given twice");
		refused((op) -> op.alterColumn("t", "a", (c) -> c.noIdentity().identity()),
				"The identity of the column a of t is given twice");
		refused((op) -> op.alterColumn("t", "a", (c) -> c.noComment().comment("b")),
				"The comment of the column a of t is given twice");
		refused((op) -> op.alterColumn("t", "a", (c) -> c.rename("b").rename("c")),
				"The name of the column a of t is given twice");
		refused((op) -> op.addColumn("t", "a", Types.integer(), (c) -> c.defaultTo(1).defaultTo(2)),
				"The default of the column a of t is given twice.");
		refused((op) -> op.addColumn("t", "a", Types.integer(), (c) -> c.identity().identityByDefault()),
				"The identity of the column a of t is given twice.");
	}

	@Test
	void newNameStaysInTheSchema() {
		refused((op) -> op.renameTable("a.t", "a.u"), "op.renameTable(...)",
				"The table a.t is to be renamed to a.u, which includes a schema.");
	}

	@Test
	void keysAndIndexesOfANewTableAreOnItsColumns() {
		refused((op) -> op.createTable("t", (t) -> t.primaryKey("id")), "op.createTable(...)",
				"The constraint t_pkey of the table t is on the column \"id\", which the table does not have.");
		refused((op) -> op.createTable("t", (t) -> t.unique("id")), "is on the column \"id\"");
		refused((op) -> op.createTable("t", (t) -> t.foreignKey("id", "u", "id")), "is on the column \"id\"");
		refused((op) -> op.createTable("t", (t) -> t.index("id")),
				"The index t_id_idx of the table t is on the column \"id\", which the table does not have.");
	}

	@Test
	void setWithoutAnOrderIsNoArray() {
		refused((op) -> op.bulkInsert("t", List.of("a"), (rows) -> rows.row(Set.of("x", "y"))), "op.bulkInsert(...)",
				"A set has no fixed order");
	}

	@Test
	void nullStandsInRowsAndArrays() {
		JavaRevisionScript script = LambdaRevision.inTransaction((op) -> op.bulkInsert("t", List.of("a"),
				(rows) -> rows.row((Object[]) null).row((Object) new String[] { "x", null })));

		assertThat(((ExecuteSql) script.body(Direction.UPGRADE).operations().get(0)).source().text())
			.isEqualTo("INSERT INTO t (a) VALUES\n    (NULL),\n    ('{\"x\",NULL}');");
	}

	@Test
	void whatAColumnWasIsSaidOfWhatChanges() {
		String told = "of t is given, but no new one.";
		String remedy = "Give the new one, or leave out the old one.";
		refused((op) -> op.alterColumn("t", "a", (c) -> c.notNull(), (was) -> was.type(Types.text())),
				"op.alterColumn(...)", "The old type of the column a of t is given, but no new one.", remedy);
		refused((op) -> op.alterColumn("t", "a", (c) -> c.comment("b"), (was) -> was.notNull()),
				"The old nullability of the column a " + told, remedy);
		refused((op) -> op.alterColumn("t", "a", (c) -> c.notNull(), (was) -> was.notNull()),
				"The old nullability of the column a " + told, remedy);
		refused((op) -> op.alterColumn("t", "a", (c) -> c.notNull(), (was) -> was.nullable().noDefault()),
				"The old default of the column a " + told, remedy);
		refused((op) -> op.alterColumn("t", "a", (c) -> c.notNull(), (was) -> was.noIdentity()),
				"The old identity of the column a " + told, remedy);
		refused((op) -> op.alterColumn("t", "a", (c) -> c.notNull(), (was) -> was.noComment()),
				"The old comment of the column a " + told, remedy);
		refused((op) -> op.alterColumn("t", "a", (c) -> c.rename("b"), (was) -> was.rename("a")),
				"rename(...) is for the new name of the column a of t, not for the old one.",
				"Leave it out: the directive has the old name already.");
	}

	@Test
	void columnThatMayBeThereGetsNoConstraint() {
		refused((op) -> op.addColumnIfNotExists("t", "a", Types.text(), (c) -> c.unique()),
				"op.addColumnIfNotExists(...)",
				"The column a of t may exist already, so it cannot get a constraint here.",
				"Leave the constraint out, and add it with a separate directive.");
	}

	@Test
	void insertWithoutRowsIsRefused() {
		refused((op) -> op.bulkInsert("t", List.of("a"), (rows) -> rows.key("a")), "op.bulkInsert(...)",
				"There are no rows for t.", "Call row(...) for each row.");
	}

	@Test
	void enumIsRebuiltWithValuesThatAreSaid() {
		refused((op) -> op.rebuildEnum("e", (e) -> e.column("t", "a"), (was) -> was.values("A")), "op.rebuildEnum(...)",
				"The new values of the enum e are missing.", "Call values(\"A\", \"B\") with it.");
		refused((op) -> op.removeEnumValue("e", "B", (e) -> e.values("A"), (was) -> was.values("A", "B")),
				"op.removeEnumValue(...)", "Both the removed value and the remaining values of the enum e are given.",
				"Leave values(...) out, or use rebuildEnum.");
	}

	@Test
	void viewHasOneQuery() {
		refused((op) -> op.createView("v", "SELECT 1", (v) -> v.query("SELECT 2")), "op.createView(...)",
				"The query of the view v is given twice.", "Leave one out: only the last would count.");
	}

	@Test
	void irreversibleChangeSaysHowToSayWhatWas() {
		irreversible((op) -> op.alterColumn("t", "a", (c) -> c.type(Types.text())), "change the type of column a of t",
				"Give the old type: op.alterColumn(\"t\", \"a\", ..., (was) -> was.type(text())).");
		irreversible((op) -> op.alterColumn("t", "a", (c) -> c.defaultTo(1)), "set the default of column a of t",
				"Give the old default: op.alterColumn(\"t\", \"a\", ..., (was) -> was.noDefault()).");
		irreversible((op) -> op.alterColumn("t", "a", (c) -> c.noExpression()), "drop the expression of column a of t",
				"Write the downgrade: drop the column a of t, and add it again with its expression.");
		irreversible((op) -> op.alterColumn("t", "a", (c) -> c.noIdentity()), "drop the identity of column a of t",
				"Give the old identity: op.alterColumn(\"t\", \"a\", ..., (was) -> was.identity()).");
		irreversible((op) -> op.commentOnTable("t", "new"), "comment on table t",
				"Give the old comment after the new one: null if it had none.");
		irreversible((op) -> op.alterDomain("d", (d) -> d.noDefault()), "drop the default of domain d",
				"Give the old default: op.alterDomain(\"d\", ..., (was) -> was.noDefault()).");
		irreversible((op) -> op.alterSequence("s", (s) -> s.incrementBy(50)), "alter sequence s",
				"Give its old options: op.alterSequence(\"s\", ..., (was) -> was.incrementBy(1)).");
		irreversible((op) -> op.addEnumValue("e", "C"), "add value C to enum e",
				"Say which values it had, and which columns are of it: op.addEnumValue(\"e\", \"C\", "
						+ "(value) -> value.column(\"table\", \"column\"), (was) -> was.values(\"A\", \"B\")).");
		irreversible((op) -> op.rebuildEnum("e", (e) -> e.values("B", "A")), "rebuild enum e with the values B, A",
				"Give the old values: op.rebuildEnum(\"e\", ..., (was) -> was.values(\"A\", \"B\")).");
		irreversible((op) -> op.replaceView("v", "SELECT 1"), "replace view v",
				"Give the old query: op.replaceView(\"v\", ..., (was) -> was.query(\"...\")).");
		irreversible((op) -> op.replaceFunction("f", (f) -> f.returns("int").body("x")), "replace function f",
				"Give the old definition: op.replaceFunction(\"f\", ..., (was) -> was.body(\"...\")).");
		irreversible((op) -> op.replaceProcedure("p", (p) -> p.body("x")), "replace procedure p",
				"Give the old definition: op.replaceProcedure(\"p\", ..., (was) -> was.body(\"...\")).");
		irreversible((op) -> op.moveTable("t", "archive"), "move table t to schema archive",
				"Give its present schema too: \"public.t\".");
		irreversible((op) -> op.bulkInsert("t", List.of("a"), (rows) -> rows.row(1)), "insert 1 rows into t",
				"Give the columns that identify the rows: rows.key(\"id\").");
		irreversible((op) -> op.execute("VACUUM"), "VACUUM", "Give what undoes it as the last argument.");
	}

	@Test
	void irreversibleDropSaysHowToSayWhatWasThere() {
		String said = "Say what was there: op.reverse((was) -> was.";
		irreversible((op) -> op.dropTable("t"), "drop table t", said + "createTable(\"t\", ...)).");
		irreversible((op) -> op.dropConstraint("t", "c"), "drop constraint c of t",
				said + "createCheck(\"t\", ...)) with the create method of its kind.");
		irreversible((op) -> op.dropIndex("billing.ix"), "drop index billing.ix", said + "createIndex(\"ix\", ...)).");
		irreversible((op) -> op.dropEnum("e"), "drop enum e", said + "createEnum(\"e\", ...)).");
		irreversible((op) -> op.dropDomain("d"), "drop domain d", said + "createDomain(\"d\", ...)).");
		irreversible((op) -> op.dropDomainCheck("d", "c"), "drop check c of domain d",
				said + "createDomainCheck(\"d\", ...)).");
		irreversible((op) -> op.dropSequence("s"), "drop sequence s", said + "createSequence(\"s\", ...)).");
		irreversible((op) -> op.dropView("v"), "drop view v", said + "createView(\"v\", ...)).");
		irreversible((op) -> op.dropMaterializedView("v"), "drop materialized view v",
				said + "createMaterializedView(\"v\", ...)).");
		irreversible((op) -> op.dropFunction("f"), "drop function f", said + "createFunction(\"f\", ...)).");
		irreversible((op) -> op.dropProcedure("p"), "drop procedure p", said + "createProcedure(\"p\", ...)).");
		irreversible((op) -> op.dropTrigger("x", "t"), "drop trigger x on t",
				said + "createTrigger(\"x\", \"t\", ...)).");
		irreversible((op) -> op.invoke(new DropExtension("citext", null, false, false)), "drop extension citext",
				said + "createExtension(\"citext\", ...)).");
		irreversible((op) -> op.revoke(Privilege.SELECT, GrantTarget.table("t"), "app"),
				"revoke [SELECT] on table t from app", said + "grant(...)).");
	}

	@Test
	void dropThatMayFindNothingOrTakeMoreCannotBeSaidOtherwise() {
		irreversible((op) -> op.dropTable("t", (d) -> d.ifExists()), "drop table t", "");
		irreversible((op) -> op.dropTable("t", (d) -> d.cascade()), "drop table t", "");
		irreversible((op) -> op.dropDomain("d", (d) -> d.cascade()), "drop domain d", "");
		irreversible((op) -> op.dropDomainCheck("d", "c", (d) -> d.ifExists()), "drop check c of domain d", "");
	}

	@Test
	void reverseOfWhatWasThereIsReversedToWhatWasThere() {
		JavaRevisionScript script = LambdaRevision.withoutTransaction((op) -> op.reverse((was) -> {
			was.createTable("t", (t) -> t.column("a", Types.text()));
			was.createIndex("ix", "t", (i) -> i.column("a").concurrently());
		}));

		assertThat(script.operations(Direction.UPGRADE)).extracting(Operation::describe)
			.containsExactly("drop index ix concurrently", "drop table t");
		assertThat(script.operations(Direction.DOWNGRADE)).extracting(Operation::describe)
			.containsExactly("create table t", "create index ix on t concurrently");
	}

	@Test
	void eachDirectiveOfADomainSaysWhatItDoesAndUndoes() {
		JavaRevisionScript script = LambdaRevision.inTransaction((op) -> {
			op.createDomain("d", Types.text());
			op.alterDomain("d", (d) -> d.notNull().defaultTo("x"), (was) -> was.nullable().noDefault());
			op.createDomainCheck("d", "VALUE <> ''");
		});

		assertThat(script.operations(Direction.UPGRADE)).extracting(Operation::describe)
			.containsExactly("create domain d", "set domain d not null", "set the default of domain d",
					"add check d_check to domain d");
		assertThat(script.operations(Direction.DOWNGRADE)).extracting(Operation::describe)
			.containsExactly("drop check d_check of domain d", "drop the default of domain d", "set domain d nullable",
					"drop domain d");
	}

	private static void irreversible(Consumer<Operations> upgrade, String operation, String hint) {
		JavaRevisionScript script = LambdaRevision.inTransaction(upgrade);

		assertThatExceptionOfType(IrreversibleRevisionException.class)
			.isThrownBy(() -> script.body(Direction.DOWNGRADE))
			.satisfies((ex) -> {
				assertThat(ex.description())
					.endsWith("cannot be undone: The operation \"" + operation + "\" has no reverse.");
				assertThat(ex.action()).isEqualTo(hint + (hint.isEmpty() ? "" : " Or: ")
						+ "Override downgrade(Operations) in " + script.location() + ".\nNothing has been run.");
			});
	}

	@Test
	void lockTimeoutOfABackfillIsAMillisecondOrMore() {
		refused((op) -> op.backfill("t",
				(b) -> b.set("a = 1").where("a IS NULL").lockTimeout(Duration.ofNanos(999_999))), "op.backfill(...)",
				"has an invalid batch, pause, lock timeout or number of retries");
	}

	private static void refused(Consumer<Operations> upgrade, String... said) {
		JavaRevisionScript script = LambdaRevision.inTransaction(upgrade);

		assertThatExceptionOfType(JavaRevisionException.class).isThrownBy(() -> script.body(Direction.UPGRADE))
			.satisfies((ex) -> assertThat(ex.getMessage()).contains(said).endsWith("Nothing has been run."));
	}

}
