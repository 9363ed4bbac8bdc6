package dev.migrator.schema.element;

import java.util.List;
import java.util.Map;

import dev.migrator.schema.Deferral;
import dev.migrator.schema.ObjectName;
import dev.migrator.schema.ReferentialAction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a constraint and an index know of themselves.
 */
class ConstraintTests {

	private static final ObjectName USERS = ObjectName.of("users");

	private static final PrimaryKey PRIMARY_KEY = new PrimaryKey("pk", List.of("a", "b"), List.of("d", "c"),
			Deferral.DEFERRABLE);

	private static final Unique UNIQUE = new Unique("uq", List.of("a"), List.of("d", "c"), true,
			Deferral.NOT_DEFERRABLE);

	private static final Check CHECK = new Check("ck", "a > 0", true);

	private static final Exclusion EXCLUSION = new Exclusion("ex", "gist",
			List.of(new Exclusion.Element(new IndexKey("a", null, null, null, IndexKey.Order.ASC, IndexKey.Nulls.LAST),
					"="), new Exclusion.Element(IndexKey.expression("lower(a)"), "<>")),
			"a > 0", Deferral.INITIALLY_DEFERRED);

	private static final ForeignKey FOREIGN_KEY = new ForeignKey("fk", List.of("b", "a"), ObjectName.of("plans"),
			List.of("x", "y"), ReferentialAction.CASCADE, ReferentialAction.SET_NULL, true, Deferral.DEFERRABLE);

	static final List<Constraint> ALL = List.of(PRIMARY_KEY, UNIQUE, CHECK, EXCLUSION, FOREIGN_KEY);

	private static final Index INDEX = new Index("ix", USERS,
			List.of(new IndexKey("a", null, null, null, IndexKey.Order.DESC, IndexKey.Nulls.FIRST),
					IndexKey.expression("lower(a)")),
			false, false, null, List.of("d", "c"), "a > 0", Map.of("fillfactor", "70"), "fast");

	/** a becomes z, plans become tariffs, and x becomes w there. */
	private static final Renaming RENAMING = new Renaming() {
		@Override
		public ObjectName table(ObjectName table) {
			return table.name().equals("plans") ? ObjectName.of("tariffs") : table;
		}

		@Override
		public String column(ObjectName table, String column) {
			return switch (table.name() + "." + column) {
				case "users.a" -> "z";
				case "plans.x" -> "w";
				default -> column;
			};
		}

		@Override
		public String sql(ObjectName table, String sql) {
			return sql.replace("a", "z");
		}
	};

	@ParameterizedTest
	@FieldSource("ALL")
	void anotherNameIsAllThatChanges(Constraint constraint) {
		assertThat(constraint.named("other").name()).isEqualTo("other");
		assertThat(constraint.named("other").named(constraint.name())).isEqualTo(constraint);
		assertThat(constraint.renamed(USERS, new Renaming() {
		})).isEqualTo(constraint);
	}

	@ParameterizedTest
	@FieldSource("ALL")
	void shapeIsThatOfAllThatDoTheSame(Constraint constraint) {
		assertThat(constraint.named("other").structuralKey()).isEqualTo(constraint.structuralKey());
		assertThat(constraint.structuralKey().structuralKey()).isEqualTo(constraint.structuralKey());
		assertThat(constraint.renamed(USERS, RENAMING).structuralKey()).isNotEqualTo(constraint.structuralKey());
	}

	@Test
	void whatIsRenamedIsRenamedWhereverItIsNamed() {
		assertThat(ALL.stream().map((constraint) -> constraint.renamed(USERS, RENAMING))).containsExactly(
				new PrimaryKey("pk", List.of("z", "b"), List.of("d", "c"), Deferral.DEFERRABLE),
				new Unique("uq", List.of("z"), List.of("d", "c"), true, Deferral.NOT_DEFERRABLE),
				new Check("ck", "z > 0", true),
				new Exclusion("ex", "gist",
						List.of(new Exclusion.Element(
								new IndexKey("z", null, null, null, IndexKey.Order.ASC, IndexKey.Nulls.LAST), "="),
								new Exclusion.Element(IndexKey.expression("lower(z)"), "<>")),
						"z > 0", Deferral.INITIALLY_DEFERRED),
				new ForeignKey("fk", List.of("b", "z"), ObjectName.of("tariffs"), List.of("w", "y"),
						ReferentialAction.CASCADE, ReferentialAction.SET_NULL, true, Deferral.DEFERRABLE));
		assertThat(INDEX.renamed(RENAMING)).isEqualTo(new Index("ix", USERS,
				List.of(new IndexKey("z", null, null, null, IndexKey.Order.DESC, IndexKey.Nulls.FIRST),
						IndexKey.expression("lower(z)")),
				false, false, null, List.of("d", "c"), "z > 0", Map.of("fillfactor", "70"), "fast"));
	}

	@Test
	void orderOfWhatIsCarriedAlongAndOfPairsDoesNotMatter() {
		assertThat(UNIQUE.structuralKey()).isEqualTo(
				new Unique("any", List.of("a"), List.of("c", "d"), true, Deferral.NOT_DEFERRABLE).structuralKey());
		assertThat(FOREIGN_KEY.structuralKey())
			.isEqualTo(new ForeignKey("any", List.of("a", "b"), ObjectName.of("plans"), List.of("y", "x"),
					ReferentialAction.CASCADE, ReferentialAction.SET_NULL, true, Deferral.DEFERRABLE)
				.structuralKey());
		assertThat(INDEX.structuralKey()).isEqualTo(new Index("any", USERS,
				List.of(new IndexKey("a", null, null, null, IndexKey.Order.DESC, null),
						IndexKey.expression("lower(a)")),
				false, false, "btree", List.of("c", "d"), "a > 0", Map.of(), null)
			.structuralKey());
	}

	@Test
	void onlyOneConstraintHasAPlace() {
		assertThat(ALL.stream().map(Constraint::place).map((place) -> place.map(Object::toString).orElse("none")))
			.containsExactly("primary key", "[a]", "none", "none", "[plans, [[a, y], [b, x]]]");
	}

	@Test
	void columnsAndSqlAreSaid() {
		assertThat(ALL.stream().map((constraint) -> constraint.columnNames().toList())).containsExactly(
				List.of("a", "b", "d", "c"), List.of("a", "d", "c"), List.of(), List.of("a"), List.of("b", "a"));
		assertThat(ALL.stream().map((constraint) -> constraint.expressions().toList())).containsExactly(List.of(),
				List.of(), List.of("a > 0"), List.of("lower(a)", "a > 0"), List.of());
		assertThat(INDEX.columnNames()).containsExactly("a", "d", "c");
		assertThat(INDEX.expressions()).containsExactly("lower(a)", "a > 0");
	}

	@Test
	void keysAreWhatAForeignKeyCanReference() {
		assertThat(ALL.stream().map(Constraint::keyColumns)).containsExactly(List.of("a", "b"), List.of("a"), List.of(),
				List.of(), List.of());
		assertThat(INDEX.keyColumns()).isEmpty();
		assertThat(UNIQUE.keyIndex(USERS).keyColumns()).containsExactly("a");
		assertThat(PRIMARY_KEY.keyIndex(USERS))
			.isEqualTo(new Index("pk", USERS, List.of(IndexKey.column("a"), IndexKey.column("b")), true, false, null,
					List.of("d", "c"), null, Map.of(), null));
		assertThat(CHECK.keyIndex(USERS)).isNull();
	}

	@Test
	void onlyWhatIsWrittenForTypesDoesNotFollowColumnsToOthers() {
		assertThat(ALL.stream().filter((constraint) -> constraint.typedColumns().findAny().isPresent()))
			.containsExactly(EXCLUSION);
		assertThat(ALL.stream().filter((constraint) -> constraint.expressions().findAny().isPresent()))
			.containsExactly(CHECK, EXCLUSION);
		assertThat(INDEX.typedColumns()).isEmpty();
		IndexKey typed = new IndexKey("b", null, null, ObjectName.of("text_pattern_ops"), null, null);
		assertThat(new Index("ix", USERS, List.of(IndexKey.column("a"), typed), false, false, null, List.of(), null,
				Map.of(), null)
			.typedColumns()).containsExactly("b");
	}

	@Test
	void whatAModelLeavesOpenIsAsItIsThere() {
		PrimaryKey key = new PrimaryKey("k", List.of("b", "a"), List.of(), Deferral.NOT_DEFERRABLE);
		Unique unique = new Unique("u", List.of("a"), List.of(), false, Deferral.INITIALLY_DEFERRED);
		ForeignKey reference = new ForeignKey("f", List.of("b", "a"), ObjectName.of("plans"), List.of("x", "y"),
				ReferentialAction.NO_ACTION, ReferentialAction.NO_ACTION, false, Deferral.NOT_DEFERRABLE);

		assertThat(key.completedBy(PRIMARY_KEY)).isEqualTo(PRIMARY_KEY.named("k"));
		assertThat(unique.completedBy(UNIQUE))
			.isEqualTo(new Unique("u", List.of("a"), List.of("d", "c"), true, Deferral.INITIALLY_DEFERRED));
		assertThat(reference.completedBy(FOREIGN_KEY))
			.isEqualTo(new ForeignKey("f", List.of("b", "a"), ObjectName.of("plans"), List.of("x", "y"),
					FOREIGN_KEY.onDelete(), ReferentialAction.SET_NULL, true, Deferral.DEFERRABLE));
		assertThat(ALL.stream().map((constraint) -> constraint.completedBy(CHECK))).containsExactlyElementsOf(ALL);
		assertThat(ALL.stream().filter(Constraint::isReference)).containsExactly(FOREIGN_KEY);
	}

	@Test
	void kindsAreTold() {
		assertThat(ALL).isSortedAccordingTo((one, other) -> one.rank() - other.rank());
		assertThat(ALL.stream().map((constraint) -> constraint.describe(USERS))).containsExactly(
				"primary key 'pk' (a, b) on table 'users'", "unique constraint 'uq' (a) on table 'users'",
				"check constraint 'ck' on table 'users'", "exclusion constraint 'ex' on table 'users'",
				"foreign key 'fk' (b, a) on table 'users' to 'plans' (x, y)");
		assertThat(ALL.stream().map(Constraint::isRelation)).containsExactly(true, true, false, true, false);
		assertThat(ALL.stream().map(Constraint::canBeNotValid)).containsExactly(false, false, true, false, true);
		assertThat(ALL.stream().map(Constraint::deferral)).containsExactly(Deferral.DEFERRABLE, Deferral.NOT_DEFERRABLE,
				Deferral.NOT_DEFERRABLE, Deferral.INITIALLY_DEFERRED, Deferral.DEFERRABLE);
	}

}
