package dev.migrator.directives;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

import dev.migrator.internal.script.IrreversibleRevisionException;
import dev.migrator.internal.script.JavaRevisionException;
import dev.migrator.internal.script.JavaRevisionScript;
import dev.migrator.operation.DropExtension;
import dev.migrator.operation.ExecuteSql;
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
				.matches("(?s)Revision a \\(\\S+\\) says in upgrade\\(Operations\\) what cannot be:\n\n"
						+ "    op\\.createTable\\(\\.\\.\\.\\) .*\n\n"
						+ "  The column \"name\" has an identity and is not of a type that counts up\\."));
	}

	@Test
	void concurrentlyIsRefusedInATransaction() {
		refused((op) -> op.createIndex("ix", "t", (i) -> i.column("a").concurrently()), "op.createIndex(...)",
				"PostgreSQL does not run \"create index ix on t concurrently\" in a transaction, "
						+ "and this revision is one.",
				"Set transactional = false in its @RevisionScript.");
		refused((op) -> op.dropIndex("ix", (d) -> d.concurrently()), "op.dropIndex(...)",
				"PostgreSQL does not run \"drop index ix concurrently\" in a transaction");
	}

	@Test
	void backfillIsRefusedInATransaction() {
		refused((op) -> op.backfill("t", (b) -> b.set("a = 1").where("a IS NULL")), "op.backfill(...)",
				"PostgreSQL does not run \"backfill t in batches of 1000\" in a transaction");
	}

	@Test
	void indexWithoutColumnsIsRefused() {
		refused((op) -> op.createIndex("ix", "t"), "op.createIndex(...)", "The index ix has no columns.");
		refused((op) -> op.createIndex("ix", "t", (i) -> i.unique()), "The index ix has no columns.");
	}

	@Test
	void alterColumnThatChangesNothingIsRefused() {
		refused((op) -> op.alterColumn("t", "a", (c) -> {
		}), "op.alterColumn(...)", "Nothing of the column a of t changes.");
	}

	@Test
	void alterDomainThatChangesNothingIsRefused() {
		refused((op) -> op.alterDomain("email", (d) -> {
		}), "op.alterDomain(...)", "Nothing of the domain email changes.",
				"Say what: notNull(), nullable(), defaultTo(...), noDefault().");
	}

	@Test
	void whatADomainWasIsSaidOfWhatChangesOnly() {
		refused((op) -> op.alterDomain("email", (d) -> d.notNull(), (was) -> was.noDefault()), "op.alterDomain(...)",
				"It is said which default the domain email had, and not that it changes.",
				"Say what it becomes, or leave it out.");
		refused((op) -> op.alterDomain("email", (d) -> d.noDefault(), (was) -> was.nullable()),
				"It is said which nullability the domain email had, and not that it changes.");
		refused((op) -> op.alterDomain("email", (d) -> d.notNull(), (was) -> was.notNull()),
				"It is said which nullability the domain email had, and not that it changes.");
	}

	@Test
	void domainIsToldEachThingOnce() {
		refused((op) -> op.alterDomain("email", (d) -> d.notNull().nullable()), "op.alterDomain(...)",
				"The domain email is told its nullability twice.", "Leave one out: only the last would count.");
		refused((op) -> op.alterDomain("email", (d) -> d.noDefault().defaultTo("x")),
				"The domain email is told its default twice.");
		refused((op) -> op.createDomain("email", Types.text(), (d) -> d.defaultTo("x").defaultSql("'y'")),
				"op.createDomain(...)", "The domain email is told its default twice.");
	}

	@Test
	void secondCheckOfADomainHasToBeNamed() {
		refused((op) -> op.createDomain("email", Types.text(), (d) -> d.check("VALUE ~ '@'").check("VALUE <> ''")),
				"op.createDomain(...)", "The domain email has the check \"email_check\" twice.",
				"Name one of them: (check) -> check.named(\"...\").");
	}

	@Test
	void constraintOfANewTableIsNotNotValid() {
		refused((op) -> op.createTable("t", (t) -> t.check("true").notValid()), "op.createTable(...)",
				"A new table has no rows that a constraint would not look at.");
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
				"The value C is to be removed from the enum e, of which is said that it has [A, B].",
				"Say all values that it has: (was) -> was.values(\"A\", \"B\").");
		refused((op) -> op.removeEnumValue("e", "B", (e) -> e.replace("B", "D"), (was) -> was.values("A", "B")),
				"The enum e will have no value D.");
	}

	@Test
	void enumValueStandsBesideOneThatIsThere() {
		refused((op) -> op.addEnumValue("e", "C", (v) -> v.after("X"), (was) -> was.values("A", "B")),
				"op.addEnumValue(...)", "The enum value C stands beside X, and the enum e is said to have [A, B].",
				"Say all values that it has: (was) -> was.values(\"A\", \"B\").");
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
				"op.removeEnumValue(...)", "The enum e has no value c to be replaced.");
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
				"The function f is replaced by one with other arguments.");
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
		}), "op.alterSequence(...)", "Nothing of the sequence s changes.");
		refused((op) -> op.alterSequence("s", (s) -> s.startWith(5), (was) -> was.as(Types.integer())),
				"It is said which type the sequence s had, and not that it changes.",
				"Say what it becomes, or leave it out.");
		refused((op) -> op.alterSequence("s", (s) -> s.startWith(5), (was) -> was.ownedBy("t", "a")),
				"It is said which owning column the sequence s had, and not that it changes.");
		refused((op) -> op.createSequence("s", (s) -> s.restart()),
				"restart() is for alterSequence, and would do nothing here.");
		refused((op) -> op.alterSequence("s", (s) -> s.startWith(5), (was) -> was.restart()), "restart()");
		refused((op) -> op.alterSequence("s", (s) -> s.startWith(5).ifNotExists()), "ifNotExists()");
		refused((op) -> op.alterColumn("t", "a", (c) -> c.identity((s) -> s.as(Types.integer()))),
				"as(...) is for a sequence that is no identity, and would do nothing here.", "Leave it out.");
		refused((op) -> op.alterColumn("t", "a", (c) -> c.identity((s) -> s.ownedByNone())),
				"ownedBy(...) is for a sequence that is no identity, and would do nothing here.");
		refused((op) -> op.addColumn("t", "a", Types.integer(), (c) -> c.identity((s) -> s.ifNotExists())),
				"ifNotExists()");
		refused((op) -> op.alterSequence("s", (s) -> s.startWith(5), (was) -> was.ifNotExists()), "ifNotExists()");
	}

	@Test
	void ownerOfASequenceThatIsNotSaidIsNotGivenBack() {
		irreversible((op) -> op.alterSequence("s", (s) -> s.ownedBy("t", "a")), "give sequence s to column a of t",
				"Say which column owned it: op.alterSequence(\"s\", ..., (was) -> was.ownedBy(\"table\", \"column\")).");
		irreversible((op) -> op.alterSequence("s", (s) -> s.ownedByNone()), "take sequence s from its column",
				"Say which column owned it: op.alterSequence(\"s\", ..., (was) -> was.ownedBy(\"table\", \"column\")).");
	}

	@Test
	void columnIsNotToldTheSameTwice() {
		refused((op) -> op.alterColumn("t", "a", (c) -> {
			c.type(Types.text());
			c.type(Types.integer());
		}), "op.alterColumn(...)", "The column a of t is told its type twice.");
		refused((op) -> op.alterColumn("t", "a", (c) -> c.notNull().nullable()), "its nullability twice");
		refused((op) -> op.alterColumn("t", "a", (c) -> c.noDefault().defaultTo(1)), "its default twice");
		refused((op) -> op.alterColumn("t", "a", (c) -> c.noIdentity().identity()), "its identity twice");
		refused((op) -> op.alterColumn("t", "a", (c) -> c.noComment().comment("b")), "its comment twice");
		refused((op) -> op.alterColumn("t", "a", (c) -> c.rename("b").rename("c")), "its name twice");
		refused((op) -> op.addColumn("t", "a", Types.integer(), (c) -> c.defaultTo(1).defaultTo(2)),
				"The column a of t is told its default twice.");
		refused((op) -> op.addColumn("t", "a", Types.integer(), (c) -> c.identity().identityByDefault()),
				"The column a of t is told its identity twice.");
	}

	@Test
	void newNameStaysInTheSchema() {
		refused((op) -> op.renameTable("a.t", "a.u"), "op.renameTable(...)",
				"The table a.t is to be renamed to a.u, which names a schema.");
	}

	@Test
	void keysAndIndexesOfANewTableAreOnItsColumns() {
		refused((op) -> op.createTable("t", (t) -> t.primaryKey("id")), "op.createTable(...)",
				"The constraint t_pkey of the table t is on the column \"id\", which it does not have.");
		refused((op) -> op.createTable("t", (t) -> t.unique("id")), "is on the column \"id\"");
		refused((op) -> op.createTable("t", (t) -> t.foreignKey("id", "u", "id")), "is on the column \"id\"");
		refused((op) -> op.createTable("t", (t) -> t.index("id")),
				"The index t_id_idx of the table t is on the column \"id\", which it does not have.");
	}

	@Test
	void setWithoutAnOrderIsNoArray() {
		refused((op) -> op.bulkInsert("t", List.of("a"), (rows) -> rows.row(Set.of("x", "y"))), "op.bulkInsert(...)",
				"A set without an order");
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
		String told = "of t had, and not that it changes.";
		String remedy = "Say what it becomes, or leave it out.";
		refused((op) -> op.alterColumn("t", "a", (c) -> c.notNull(), (was) -> was.type(Types.text())),
				"op.alterColumn(...)", "It is said which type the column a of t had, and not that it changes.", remedy);
		refused((op) -> op.alterColumn("t", "a", (c) -> c.comment("b"), (was) -> was.notNull()),
				"It is said which nullability the column a " + told, remedy);
		refused((op) -> op.alterColumn("t", "a", (c) -> c.notNull(), (was) -> was.notNull()),
				"It is said which nullability the column a " + told, remedy);
		refused((op) -> op.alterColumn("t", "a", (c) -> c.notNull(), (was) -> was.nullable().noDefault()),
				"It is said which default the column a " + told, remedy);
		refused((op) -> op.alterColumn("t", "a", (c) -> c.notNull(), (was) -> was.noIdentity()),
				"It is said which identity the column a " + told, remedy);
		refused((op) -> op.alterColumn("t", "a", (c) -> c.notNull(), (was) -> was.noComment()),
				"It is said which comment the column a " + told, remedy);
		refused((op) -> op.alterColumn("t", "a", (c) -> c.rename("b"), (was) -> was.rename("a")),
				"rename(...) is for what the column a of t becomes.", "Leave it out: the name it has is said already.");
	}

	@Test
	void columnThatMayBeThereGetsNoConstraint() {
		refused((op) -> op.addColumnIfNotExists("t", "a", Types.text(), (c) -> c.unique()),
				"op.addColumnIfNotExists(...)", "The column a of t may be there, and gets a constraint all the same.",
				"Leave the constraint out, and add it with a directive of its own.");
	}

	@Test
	void insertWithoutRowsIsRefused() {
		refused((op) -> op.bulkInsert("t", List.of("a"), (rows) -> rows.key("a")), "op.bulkInsert(...)",
				"There are no rows for t.", "Call row(...) for each.");
	}

	@Test
	void enumIsRebuiltWithValuesThatAreSaid() {
		refused((op) -> op.rebuildEnum("e", (e) -> e.column("t", "a"), (was) -> was.values("A")), "op.rebuildEnum(...)",
				"Which values the enum e gets is not said.", "Call values(\"A\", \"B\") with it.");
		refused((op) -> op.removeEnumValue("e", "B", (e) -> e.values("A"), (was) -> was.values("A", "B")),
				"op.removeEnumValue(...)", "Of the enum e is said which value goes, and which values stay.",
				"Leave values(...) out, or use rebuildEnum.");
	}

	@Test
	void viewHasOneQuery() {
		refused((op) -> op.createView("v", "SELECT 1", (v) -> v.query("SELECT 2")), "op.createView(...)",
				"The view v is told its query twice.", "Leave one out: only the last would count.");
	}

	@Test
	void irreversibleChangeSaysHowToSayWhatWas() {
		irreversible((op) -> op.alterColumn("t", "a", (c) -> c.type(Types.text())), "change the type of column a of t",
				"Say which type it had: op.alterColumn(\"t\", \"a\", ..., (was) -> was.type(text())).");
		irreversible((op) -> op.alterColumn("t", "a", (c) -> c.defaultTo(1)), "set the default of column a of t",
				"Say which default it had: op.alterColumn(\"t\", \"a\", ..., (was) -> was.noDefault()).");
		irreversible((op) -> op.alterColumn("t", "a", (c) -> c.noExpression()), "drop the expression of column a of t",
				"Write the downgrade: drop the column a of t, and add it again with its expression.");
		irreversible((op) -> op.alterColumn("t", "a", (c) -> c.noIdentity()), "drop the identity of column a of t",
				"Say which identity it had: op.alterColumn(\"t\", \"a\", ..., (was) -> was.identity()).");
		irreversible((op) -> op.commentOnTable("t", "new"), "comment on table t",
				"Say which comment it had, behind the one that it gets: null if it had none.");
		irreversible((op) -> op.alterDomain("d", (d) -> d.noDefault()), "drop the default of domain d",
				"Say which default it had: op.alterDomain(\"d\", ..., (was) -> was.noDefault()).");
		irreversible((op) -> op.alterSequence("s", (s) -> s.incrementBy(50)), "alter sequence s",
				"Say how it counted: op.alterSequence(\"s\", ..., (was) -> was.incrementBy(1)).");
		irreversible((op) -> op.addEnumValue("e", "C"), "add value C to enum e",
				"Say which values it had, and which columns are of it: op.addEnumValue(\"e\", \"C\", "
						+ "(value) -> value.column(\"table\", \"column\"), (was) -> was.values(\"A\", \"B\")).");
		irreversible((op) -> op.rebuildEnum("e", (e) -> e.values("B", "A")), "rebuild enum e with the values B, A",
				"Say which values it had: op.rebuildEnum(\"e\", ..., (was) -> was.values(\"A\", \"B\")).");
		irreversible((op) -> op.replaceView("v", "SELECT 1"), "replace view v",
				"Say which query it had: op.replaceView(\"v\", ..., (was) -> was.query(\"...\")).");
		irreversible((op) -> op.replaceFunction("f", (f) -> f.returns("int").body("x")), "replace function f",
				"Say what it was: op.replaceFunction(\"f\", ..., (was) -> was.body(\"...\")).");
		irreversible((op) -> op.replaceProcedure("p", (p) -> p.body("x")), "replace procedure p",
				"Say what it was: op.replaceProcedure(\"p\", ..., (was) -> was.body(\"...\")).");
		irreversible((op) -> op.moveTable("t", "archive"), "move table t to schema archive",
				"Say the schema that it is in too: \"public.t\".");
		irreversible((op) -> op.bulkInsert("t", List.of("a"), (rows) -> rows.row(1)), "insert 1 rows into t",
				"Say which columns tell the rows from others: rows.key(\"id\").");
		irreversible((op) -> op.execute("VACUUM"), "VACUUM", "Say what undoes it, behind what it does.");
	}

	@Test
	void irreversibleDropSaysHowToSayWhatWasThere() {
		String said = "Say what was there: op.reverse((was) -> was.";
		irreversible((op) -> op.dropTable("t"), "drop table t", said + "createTable(\"t\", ...)).");
		irreversible((op) -> op.dropConstraint("t", "c"), "drop constraint c of t",
				said + "createCheck(\"t\", ...)) with the create of its kind.");
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
				"has a batch, a pause, a lock timeout or a number of retries that cannot be");
	}

	private static void refused(Consumer<Operations> upgrade, String... said) {
		JavaRevisionScript script = LambdaRevision.inTransaction(upgrade);

		assertThatExceptionOfType(JavaRevisionException.class).isThrownBy(() -> script.body(Direction.UPGRADE))
			.satisfies((ex) -> assertThat(ex.getMessage()).contains(said).endsWith("Nothing has been run."));
	}

}
