package dev.migrator.internal.autogenerate.order;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

import dev.migrator.autogenerate.ComparisonSettings;
import dev.migrator.autogenerate.Droppable;
import dev.migrator.autogenerate.NumberSources;
import dev.migrator.internal.autogenerate.comparison.SchemaComparison;
import dev.migrator.internal.autogenerate.situation.Enums;
import dev.migrator.internal.autogenerate.situation.KeyMatches;
import dev.migrator.internal.autogenerate.situation.Situation;
import dev.migrator.internal.autogenerate.situation.UnorderedChange;
import dev.migrator.internal.schema.SchemaObjects;
import dev.migrator.operation.ObjectDirective.RenameObject;
import dev.migrator.operation.ObjectKind;
import dev.migrator.operation.Operation;
import dev.migrator.script.Operations;
import dev.migrator.script.TableDefinition;
import org.junit.jupiter.api.Test;

import static dev.migrator.autogenerate.Schemas.schema;
import static dev.migrator.schema.Types.bigint;
import static dev.migrator.schema.Types.integer;
import static dev.migrator.schema.Types.named;
import static dev.migrator.schema.Types.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What runs before what, and what is written as one.
 */
class OrderTests {

	@Test
	void whatKeepsANameIsPulledInFrontOfWhatTakesIt() {
		assertThat(describe((op) -> op.createTable("old", (t) -> {
			t.column("a", text());
			t.index("a").named("ix");
		}), (op) -> {
			op.createTable("mine", (t) -> t.column("b", text()));
			op.createTable("new", (t) -> {
				t.column("a", text());
				t.index("a").named("ix");
			});
		})).containsExactly("create table mine", "drop table old", "create table new");
	}

	@Test
	void foreignKeyGoesWithItsTableWhereNothingIsInBetween() {
		Consumer<Operations> setsOfUsers = (op) -> {
			op.createTable("users", (t) -> t.column("id", bigint()).primaryKey());
			op.createTable("sets", (t) -> t.column("user_id", bigint()).references("users", "id"));
		};

		assertThat(describe(setsOfUsers, (op) -> op.createTable("users", (t) -> t.column("id", bigint()).primaryKey())))
			.containsExactly("drop table sets");
		assertThat(
				describe(setsOfUsers, (op) -> op.createTable("users", (t) -> t.column("id", integer()).primaryKey())))
			.containsExactly("drop constraint sets_user_id_fkey of sets", "change the type of column id of users",
					"drop table sets");
		assertThat(describe(setsOfUsers, (op) -> op.createTable("users", (t) -> t.column("id", bigint()))))
			.containsExactly("drop constraint sets_user_id_fkey of sets", "drop constraint users_pkey of users",
					"set column id of users nullable", "drop table sets");
	}

	@Test
	void constraintsStandByTheirKindAndName() {
		assertThat(
				describe((op) -> op.createTable("t", (t) -> t.column("a", text())), (op) -> op.createTable("t", (t) -> {
					t.column("a", text());
					t.check("a <> ''").named("b");
					t.check("a <> 'x'").named("a");
					t.unique("a").named("z");
				})))
			.containsExactly("add constraint z to t", "add constraint a to t", "add constraint b to t");
	}

	@Test
	void columnComesWithAllThatIsSaidOfIt() {
		assertThat(
				describe((op) -> op.createTable("t", (t) -> t.column("a", text())), (op) -> op.createTable("t", (t) -> {
					t.column("a", text());
					t.column("b", text()).notNull().defaultSql("'x'").comment("new");
				})))
			.containsExactly("add column b to t");
	}

	@Test
	void whatOnlyTheDatabaseHasFollowsWhatItIsMadeOf() {
		Consumer<Operations> real = (op) -> {
			op.createEnum("mood", "A", "B");
			op.createTable("t", (t) -> {
				t.column("id", bigint());
				t.column("mood", named("mood"));
				t.column("twice", bigint()).generatedAs("id * 2");
				t.check("mood > 'A'::mood").named("ck");
			});
		};
		Consumer<Operations> wanted = (op) -> {
			op.createEnum("mood", "B", "A");
			op.createTable("t", (t) -> t.column("id", integer()));
		};

		assertThat(describe(real, wanted, EnumSet.noneOf(Droppable.class))).containsExactly("drop constraint ck of t",
				"drop column twice of t", "rebuild enum mood with the values B, A", "change the type of column id of t",
				"add column twice to t", "add constraint ck to t");
	}

	@Test
	void namesThatAreGivenOnAreFreedFirst() {
		assertThat(describe((op) -> op.createTable("t", (t) -> {
			threeColumns(t);
			t.index("a").named("x");
			t.index("b").named("y");
			t.unique("c").named("w");
		}), (op) -> op.createTable("t", (t) -> {
			threeColumns(t);
			t.index("a").named("y");
			t.index("b").named("w");
			t.unique("c").named("z");
		}))).containsExactly("rename constraint w of t to z", "rename index y to w", "rename index x to y");
	}

	@Test
	void swapGoesOverAThirdName() {
		assertThat(describe((op) -> op.createTable("t", (t) -> {
			threeColumns(t);
			t.index("a").named("x");
			t.index("b").named("y");
			t.unique("c").named("z");
			t.check("a <> ''").named("one");
			t.check("b <> ''").named("other");
			t.check("c <> ''").named("one_swap");
		}), (op) -> op.createTable("t", (t) -> {
			threeColumns(t);
			t.index("a").named("y");
			t.index("b").named("z");
			t.unique("c").named("x");
			t.check("a <> ''").named("other");
			t.check("b <> ''").named("one");
			t.check("c <> ''").named("one_swap");
		}))).containsExactly("rename constraint z of t to z_swap", "rename index y to z", "rename index x to y",
				"rename constraint z_swap of t to x", "rename constraint one of t to one_swap2",
				"rename constraint other of t to one", "rename constraint one_swap2 of t to other");
	}

	@Test
	void whatSomethingElseIsMadeOfUnderTheSameNameIsMadeAnew() {
		assertThat(describe((op) -> op.createTable("t", (t) -> {
			threeColumns(t);
			t.index("a").named("x");
			t.index("b").named("y");
		}), (op) -> op.createTable("t", (t) -> {
			threeColumns(t);
			t.index("a").named("y");
			t.index("c").named("x");
		}))).containsExactly("drop index x", "drop index y", "create index x on t", "create index y on t");
	}

	private static void threeColumns(TableDefinition table) {
		List.of("a", "b", "c").forEach((name) -> table.column(name, text()));
	}

	@Test
	void circleIsAnErrorThatNamesTheChanges() {
		SchemaObjects none = SchemaObjects.none();
		Situation situation = new Situation(none, none, none, new KeyMatches(Map.of(), Map.of(), Set.of(), Map.of()),
				new Enums(none, none, none), Map.of(), NumberSources.NONE);
		List<UnorderedChange> swap = List.of(
				UnorderedChange.of(null, RenameObject.of(ObjectKind.INDEX, "a", "b"), "a gets the name of b"),
				UnorderedChange.of(null, RenameObject.of(ObjectKind.INDEX, "b", "a"), "b gets the name of a"));

		assertThatExceptionOfType(NoOrderException.class)
			.isThrownBy(() -> new Order(situation, Needs.of(none), Needs.of(none)).of(swap))
			.withMessage(
					"""
							These changes depend on each other in a circle. Each must run before the next one, and the last before the first:

							  rename index b to a
							  rename index a to b

							This is a bug in Migrator, and nothing was written. Write a revision with one of these changes by hand, apply it, and \
							generate the others.""");
	}

	private static List<String> describe(Consumer<Operations> real, Consumer<Operations> wanted) {
		return describe(real, wanted, EnumSet.allOf(Droppable.class));
	}

	private static List<String> describe(Consumer<Operations> real, Consumer<Operations> wanted,
			Set<Droppable> removals) {
		return new SchemaComparison(ComparisonSettings.builder().removals(removals).build())
			.compare(schema(real), schema(wanted))
			.operations()
			.stream()
			.map(Operation::describe)
			.toList();
	}

}
