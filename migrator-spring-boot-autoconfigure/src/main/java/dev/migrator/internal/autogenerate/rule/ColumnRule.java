package dev.migrator.internal.autogenerate.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import dev.migrator.autogenerate.Change;
import dev.migrator.autogenerate.ColumnRemarks;
import dev.migrator.internal.autogenerate.situation.DetectedText;
import dev.migrator.internal.autogenerate.situation.Disturbance;
import dev.migrator.internal.autogenerate.situation.Rank;
import dev.migrator.internal.autogenerate.situation.Situation;
import dev.migrator.internal.autogenerate.situation.UnorderedChange;
import dev.migrator.internal.dialect.value.TypeConversion;
import dev.migrator.internal.schema.ColumnObject;
import dev.migrator.internal.schema.DomainObject;
import dev.migrator.internal.schema.NotNullObject;
import dev.migrator.internal.schema.ObjectId;
import dev.migrator.internal.schema.SchemaObjects;
import dev.migrator.operation.ColumnDirective.AddColumn;
import dev.migrator.operation.ColumnDirective.AlterColumnType;
import dev.migrator.operation.ColumnDirective.DropColumn;
import dev.migrator.operation.ColumnDirective.DropNotNull;
import dev.migrator.operation.ColumnDirective.SetNotNull;
import dev.migrator.operation.ColumnValueDirective.DropExpression;
import dev.migrator.operation.Operation;
import dev.migrator.schema.DataType;
import dev.migrator.schema.DataType.ArrayType;
import dev.migrator.schema.Generated;
import dev.migrator.schema.ObjectName;
import dev.migrator.schema.Types;
import dev.migrator.schema.element.Column;
import org.jspecify.annotations.Nullable;

/**
 * Creates, alters and drops columns, without their parts. PostgreSQL cannot change the
 * type of a column that a generated column uses, and cannot drop it. To change the
 * expression of a generated column, the column must be created again.
 */
final class ColumnRule implements Rule<ColumnObject> {

	private static final String NO_VALUE = "TODO: this fails if the table has rows: the domain of the column refuses NULL and has no default;\n"
			+ "give the column a default here, and drop the default afterwards";

	/**
	 * Returns the model does not determine whether a generated column is stored.
	 */
	@Override
	public Optional<ColumnObject> complete(ColumnObject said, Completion completion) {
		ColumnObject there = completion.realColumn(said.name());
		if (there == null) {
			return Optional.of(said);
		}
		if (completion.isComputed(said.name())) {
			return Optional.of(with(said, (there.generated() != null) ? there.nullable() : said.nullable(),
					generated(there.generated(), said.generated()), said.collation()));
		}
		boolean sameType = new TypeConversion(there.type(), said.type()).isOfModifiers();
		return Optional.of(with(said, said.nullable(), null,
				(said.collation() == null && sameType) ? there.collation() : said.collation()));
	}

	private static @Nullable Generated generated(@Nullable Generated there, @Nullable Generated said) {
		if (said == null || there == null) {
			return (said != null) ? said : there;
		}
		return new Generated(said.expression(), there.stored());
	}

	private static ColumnObject with(ColumnObject column, boolean nullable, @Nullable Generated generated,
			@Nullable ObjectName collation) {
		return new ColumnObject(column.id(), column.position(), column.type(), nullable, column.inPrimaryKey(),
				generated, collation);
	}

	@Override
	public Optional<Object> likeness(ColumnObject column, SchemaObjects side) {
		return Optional.of(column.type());
	}

	@Override
	public List<UnorderedChange> create(ColumnObject column, Situation situation) {
		boolean found = situation.isAdded(column.id()) && !situation.isAdded(column.parent());
		Change add = Change.builder(new AddColumn(column.name().table(), bare(column), false))
			.detected(found ? detected("added column", column) : null)
			.build();
		String remark = (found && lacksValue(column, situation)) ? NO_VALUE : ofGoneValue(column, situation);
		return List.of(UnorderedChange.of(column, add.toBuilder().remark(remark).build()));
	}

	/**
	 * Returns a remark if the expression uses an enum value that is removed.
	 */
	private static @Nullable String ofGoneValue(ColumnObject column, Situation situation) {
		GoneValues gone = new GoneValues(situation.before(), situation.then());
		return (column.generated() == null) ? null
				: gone.ofWords(Stream.of(column.generated().expression()), gone.typesOf(column.parent()));
	}

	/**
	 * Returns whether its domain refuses NULL, which fails immediately for a table with
	 * rows.
	 */
	private static boolean lacksValue(ColumnObject column, Situation situation) {
		return takesNoNull(column.userType(), situation) && !(column.type() instanceof ArrayType)
				&& column.generated() == null && !situation.then().has(ObjectId.defaultOf(column.name()))
				&& !situation.then().has(ObjectId.identityOf(column.name()));
	}

	private static boolean takesNoNull(Optional<ObjectName> type, Situation situation) {
		return type.map(ObjectId::type).map(situation.then()::get).orElse(null) instanceof DomainObject object
				&& object.domain().defaultValue() == null
				&& (!object.domain().nullable() || takesNoNull(object.domain().type().userType(), situation));
	}

	@Override
	public List<UnorderedChange> drop(ColumnObject column, Situation situation) {
		ObjectName table = column.name().table();
		String name = column.name().column();
		boolean found = !situation.isRemoved(column.parent());
		String what = situation.isRemoved(column.id()) ? "removed column" : "changed generation of column";
		Operation drop = new DropColumn(table, name, bare(column), false, false);
		boolean becomesPlain = column.generated() != null
				&& situation.then().get(column.id()) instanceof ColumnObject then && then.generated() == null;
		String loss = becomesPlain ? "drops the values that were computed for %s.%s".formatted(table, name)
				: drop.loss();
		return List.of(UnorderedChange.of(column,
				found ? Change.builder(drop).detected(detected(what, column)).loss(loss).build() : Change.of(drop)));
	}

	private static Column bare(ColumnObject column) {
		return new Column(column.name().column(), column.type(), column.nullable(), null, null, column.generated(),
				column.collation(), null);
	}

	@Override
	public boolean isReplaced(ColumnObject was, ColumnObject to, Situation situation) {
		if (becomesPlain(was, to)) {
			return false;
		}
		boolean computed = was.generated() != null;
		return !Objects.equals(was.generated(), to.generated())
				|| (computed && !new TypeConversion(was.type(), to.type()).isNone());
	}

	/**
	 * Returns whether a generated column becomes a plain one. PostgreSQL keeps stored
	 * values. To reverse it, a new column is needed.
	 */
	private static boolean becomesPlain(ColumnObject was, ColumnObject to) {
		return was.generated() != null && was.generated().stored() && to.generated() == null;
	}

	@Override
	public List<UnorderedChange> alter(ColumnObject was, ColumnObject to, Situation situation) {
		List<UnorderedChange> changes = new ArrayList<>();
		if (becomesPlain(was, to)) {
			Change change = Change.of(new DropExpression(to.name()), detected("changed generation of column", to));
			Operation back = new DropColumn(to.name().table(), to.name().column(), null, false, false);
			changes.add(UnorderedChange.of(to,
					change.toBuilder()
						.undo(List.of(back, new AddColumn(to.name().table(), bare(was), false)))
						.build()));
		}
		changes.addAll(type(was, to, situation));
		if (was.takesNull() && !to.takesNull()) {
			changes.add(keepingOut(to, situation));
		}
		if (!was.takesNull() && to.takesNull()) {
			NotNullObject lost = notNull(situation.before(), to);
			Change drop = Change.of(new DropNotNull(to.name()), detected("NULL on column", to));
			changes.add(UnorderedChange.of(to, (lost == null) ? drop
					: drop.toBuilder().undo(NotNullRule.keepingOut(to.name(), lost, was.inPrimaryKey())).build()));
		}
		return changes;
	}

	private static UnorderedChange keepingOut(ColumnObject to, Situation situation) {
		NotNullObject there = notNull(situation.before(), to);
		Change change = (there != null) ? NotNullRule.validation(there)
				: Change.of(NotNullRule.keepingOut(to.name(), notNull(situation.then(), to), to.inPrimaryKey()).get(0));
		return new UnorderedChange(to,
				change.toBuilder()
					.detected(detected("NOT NULL on column", to))
					.remark(ColumnRemarks.fill(to.name()))
					.build(),
				Rank.COLUMNS, new SetNotNull(to.name()).effects());
	}

	private static @Nullable NotNullObject notNull(SchemaObjects side, ColumnObject column) {
		return (NotNullObject) side.get(NotNullObject.idOf(column.name()));
	}

	private List<UnorderedChange> type(ColumnObject was, ColumnObject to, Situation situation) {
		if (was.type().plain().equals(to.type().plain()) && Objects.equals(was.collation(), to.collation())) {
			return List.of();
		}
		boolean leavesEnum = was.userType().filter(situation.enums().rebuilt()::contains).isPresent()
				&& !was.userType().equals(to.userType());
		if (!leavesEnum || to.userType().isEmpty()) {
			Change change = change(to, to.type(), to.collation(), was.type(), was.collation());
			return List.of(UnorderedChange.of(to,
					constants(change, was, to, situation).toBuilder().detected(typeDetected(was, to)).build()));
		}
		// The other enum may be rebuilt too, and does not include this column.
		DataType between = (was.type() instanceof ArrayType) ? Types.array(Types.text()) : Types.text();
		return List.of(
				UnorderedChange.of(to,
						change(to, between, null, was.type(), was.collation()).toBuilder().detected(null).build()),
				UnorderedChange.of(to,
						change(to, to.type(), to.collation(), between, null).toBuilder()
							.detected(typeDetected(was, to))
							.build()));
	}

	private static Change constants(Change change, ColumnObject was, ColumnObject to, Situation situation) {
		String remark = EnumConstants.remark(was, situation.before(), to, situation.then());
		return change.toBuilder()
			.remark((remark != null) ? remark : change.remark())
			.undoRemark(EnumConstants.remark(to, situation.then(), was, situation.before()))
			.build();
	}

	private static Change change(ColumnObject to, DataType type, @Nullable ObjectName collation, DataType typeWas,
			@Nullable ObjectName collationWas) {
		String name = to.name().column();
		return ColumnRemarks
			.judged(new AlterColumnType(to.name(), type, collation, new TypeConversion(typeWas, type).using(name),
					typeWas, collationWas, new TypeConversion(type, typeWas).using(name)));
	}

	private static String typeDetected(ColumnObject was, ColumnObject to) {
		TypeConversion conversion = new TypeConversion(was.type(), to.type());
		return conversion.isNone() ? detected("collation change on column", to)
				: "Detected type change %s on '%s.%s'".formatted(conversion, to.name().table(), to.name().column());
	}

	private static String detected(String what, ColumnObject column) {
		return DetectedText.column(what, column.name().table(), column.name().column());
	}

	@Override
	public Optional<Disturbance> disturbs(ColumnObject was, ColumnObject to, Situation situation) {
		if (becomesPlain(was, to)) {
			return Optional.of(Disturbance.DROPPED);
		}
		TypeConversion conversion = new TypeConversion(was.type(), to.type());
		if (!conversion.isOfModifiers()) {
			return Optional.of(Disturbance.RETYPED);
		}
		boolean resized = !conversion.isNone() || !Objects.equals(was.collation(), to.collation());
		return resized ? Optional.of(Disturbance.RESIZED) : Optional.empty();
	}

	@Override
	public Optional<Disturbance> suffers(ColumnObject column, ObjectId need, Disturbance disturbance) {
		if (column.generated() != null) {
			return Optional.of(Disturbance.DROPPED);
		}
		return (disturbance == Disturbance.REBUILT) ? Optional.of(Disturbance.REBUILT) : Optional.empty();
	}

}
