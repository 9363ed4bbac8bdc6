package dev.migrator.schema;

import java.util.List;
import java.util.Map;

import dev.migrator.schema.Expression.Literal;
import dev.migrator.schema.element.Check;
import dev.migrator.schema.element.Column;
import dev.migrator.schema.element.Constraint;
import dev.migrator.schema.element.Domain;
import dev.migrator.schema.element.EnumType;
import dev.migrator.schema.element.ForeignKey;
import dev.migrator.schema.element.Index;
import dev.migrator.schema.element.IndexKey;
import dev.migrator.schema.element.PrimaryKey;
import dev.migrator.schema.element.Table;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What cannot be is refused when it is defined.
 */
class DefinitionRulesTests {

	private static final ObjectName TABLE = ObjectName.of("t");

	private static final Identity IDENTITY = new Identity(true, SequenceOptions.DEFAULT);

	@Test
	void identityIsNotOfText() {
		refused("The column \"a\" has an identity, but its type is not an integer.",
				() -> new Column("a", Types.text(), true, null, IDENTITY, null, null, null));
	}

	@Test
	void identityIsNeverNull() {
		assertThat(new Column("a", Types.bigint(), true, null, IDENTITY, null, null, null).nullable()).isFalse();
	}

	@Test
	void columnHasOneSourceOfItsValue() {
		refused("The column \"a\" has more than one of a default, an identity and a generation expression.",
				() -> new Column("a", Types.bigint(), true, Literal.of(1), IDENTITY, null, null, null));
	}

	@Test
	void emptyCommentIsNone() {
		assertThat(new Column("a", Types.text(), true, null, null, null, null, ""))
			.isEqualTo(Column.of("a", Types.text()));
		assertThat(new Table(TABLE, List.of(), List.of(), List.of(), false, null, "").comment()).isNull();
	}

	@Test
	void indexHasColumns() {
		refused("The index ix has no columns.",
				() -> new Index("ix", TABLE, List.of(), false, false, null, List.of(), null, Map.of(), null));
	}

	@Test
	void onlyUniqueIndexesTakeNullsForEqual() {
		refused("The index ix is not unique.", () -> new Index("ix", TABLE, List.of(IndexKey.column("a")), false, true,
				null, List.of(), null, Map.of(), null));
	}

	@Test
	void tableNamesEachColumnOnce() {
		Column column = Column.of("a", Types.text());
		refused("The table t has the column \"a\" twice.",
				() -> new Table(TABLE, List.of(column, column), List.of(), List.of(), false, null, null));
	}

	@Test
	void tableNamesEachIndexOnce() {
		Index index = new Index("ix", TABLE, List.of(IndexKey.column("a")), false, false, null, List.of(), null,
				Map.of(), null);
		refused("The table t has the index \"ix\" twice.", () -> new Table(TABLE, List.of(Column.of("a", Types.text())),
				List.of(), List.of(index, index), false, null, null));
	}

	@Test
	void tableHasOnePrimaryKey() {
		List<Constraint> keys = List.of(new PrimaryKey("one", List.of("a"), List.of(), Deferral.NOT_DEFERRABLE),
				new PrimaryKey("two", List.of("b"), List.of(), Deferral.NOT_DEFERRABLE));
		List<Column> columns = List.of(Column.of("a", Types.text()), Column.of("b", Types.text()));
		refused("The table t has two primary keys.",
				() -> new Table(TABLE, columns, keys, List.of(), false, null, null));
	}

	@Test
	void domainNamesEachCheckOnce() {
		Check check = new Check("ck", "VALUE > 0", false);
		refused("The domain t has the check \"ck\" twice.",
				() -> new Domain(TABLE, Types.integer(), null, true, null, List.of(check, check)));
	}

	@Test
	void checkOfADomainIsNotHandedDown() {
		refused("The check ck of the domain t cannot be NO INHERIT.", () -> new Domain(TABLE, Types.integer(), null,
				true, null, List.of(new Check("ck", "VALUE > 0", true))));
	}

	@Test
	void checkOfADomainIsEnforced() {
		refused("The check ck of the domain t cannot be NOT ENFORCED.", () -> new Domain(TABLE, Types.integer(), null,
				true, null, List.of(new Check("ck", "VALUE > 0", false, Validity.NOT_ENFORCED))));
	}

	@Test
	void foreignKeyHasAsManyColumnsOnBothSides() {
		refused("The foreign key fk has 2 columns and references 1.",
				() -> new ForeignKey("fk", List.of("a", "b"), TABLE, List.of("a"), ReferentialAction.NO_ACTION,
						ReferentialAction.NO_ACTION, false, Deferral.NOT_DEFERRABLE));
	}

	@Test
	void foreignKeySetsColumnsOfItsOwnOnly() {
		String refused = "The foreign key fk cannot set %s when the row that it references is deleted.";
		refused(refused.formatted("c"), () -> setting(ReferentialAction.SET_NULL, "c"));
		refused(refused.formatted("b"), () -> setting(ReferentialAction.CASCADE, "b"));

		assertThat(setting(ReferentialAction.SET_DEFAULT, "b").onDeleteColumns()).containsExactly("b");
	}

	private static ForeignKey setting(ReferentialAction action, String column) {
		return new ForeignKey("fk", List.of("a", "b"), TABLE, List.of("a", "b"), action, List.of(column),
				ReferentialAction.NO_ACTION, false, Deferral.NOT_DEFERRABLE);
	}

	@Test
	void typesTakeTheLengthsThatTheyHave() {
		refused("VARCHAR[0] is not a type of PostgreSQL.", () -> Types.varchar(0));
		refused("TIMESTAMPTZ[7] is not a type of PostgreSQL.", () -> Types.timestamptz(7));
		refused("TEXT[5] is not a type of PostgreSQL.", () -> Types.of(BuiltIn.TEXT, 5));
		refused("NUMERIC[1001, 0] is not a type of PostgreSQL.", () -> Types.numeric(1001, 0));
		refused("An array of arrays is not a type of PostgreSQL.", () -> Types.array(Types.array(Types.text())));
	}

	@Test
	void enumHasEachValueOnce() {
		refused("The enum e has a value twice: [A, A].", () -> new EnumType(ObjectName.of("e"), List.of("A", "A")));
	}

	@Test
	void valueThatCannotBeWrittenIsRefused() {
		refused("A value of type java.lang.Object cannot be written into SQL.", () -> Literal.of(new Object()));
		refused("A text contains a NUL, which PostgreSQL cannot store.", () -> Literal.of("a\0b"));
	}

	@Test
	void literalDoesNotChangeWithTheBytesItWasMadeOf() {
		byte[] bytes = { 1, 2 };
		Literal literal = Literal.of(bytes);
		bytes[0] = 9;

		assertThat(literal).isEqualTo(Literal.of(new byte[] { 1, 2 }));
	}

	private static void refused(String description, ThrowingCallable definition) {
		assertThatExceptionOfType(InvalidDefinitionException.class).isThrownBy(definition)
			.satisfies((ex) -> assertThat(ex.description()).isEqualTo(description));
	}

}
