package dev.migrator.internal.autogenerate.rule;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

import dev.migrator.autogenerate.Change;
import dev.migrator.internal.autogenerate.situation.DetectedText;
import dev.migrator.internal.autogenerate.situation.Difference;
import dev.migrator.internal.autogenerate.situation.Disturbance;
import dev.migrator.internal.autogenerate.situation.Situation;
import dev.migrator.internal.autogenerate.situation.UnorderedChange;
import dev.migrator.internal.dialect.value.TypeConversion;
import dev.migrator.internal.schema.ColumnObject;
import dev.migrator.internal.schema.DefaultObject;
import dev.migrator.internal.schema.ObjectId;
import dev.migrator.operation.ColumnValueDirective.AlterColumnDefault;
import dev.migrator.operation.Existing;
import dev.migrator.schema.ColumnName;
import org.jspecify.annotations.Nullable;

/**
 * Sets, changes and drops defaults. A default depends on the type of its column, and may
 * prevent a change of the type.
 */
final class DefaultRule implements Rule<DefaultObject> {

	private static final String OF_OLD_TYPE = "TODO: the default was written for the old type; if it is still needed, set it again afterwards";

	@Override
	public Optional<DefaultObject> complete(DefaultObject said, Completion completion) {
		return completion.isComputed(said.column()) ? Optional.empty() : Optional.of(said);
	}

	@Override
	public boolean isLeftOpen(DefaultObject there, Completion completion) {
		ColumnName name = there.column();
		ColumnObject was = completion.realColumn(name);
		ColumnObject to = completion.saidColumn(name);
		return was != null && to != null && !completion.isComputed(name)
				&& !new GoneValues(completion.real(), completion.said()).isIn(there.value(), was.userType())
				&& (completion.isNumbered(name) || (completion.isValueOpen(name) && staysValid(was, to)));
	}

	/**
	 * Returns whether a default is valid for the new type of its column.
	 */
	private static boolean staysValid(ColumnObject was, ColumnObject to) {
		return new TypeConversion(was.type(), to.type()).using(to.name().column()) == null;
	}

	@Override
	public List<UnorderedChange> create(DefaultObject value, Situation situation) {
		boolean found = situation.altered(value.id()) != null
				|| (situation.isAdded(value.id()) && !situation.isAdded(value.parent()));
		return List
			.of(UnorderedChange.of(value, new AlterColumnDefault(value.column(), value.value(), Existing.known(null)),
					found ? detected(value) : null));
	}

	@Override
	public List<UnorderedChange> drop(DefaultObject value, Situation situation) {
		boolean found = situation.isRemoved(value.id()) && !situation.isRemoved(value.parent());
		boolean retyped = situation.disturbance(value.parent()) == Disturbance.RETYPED
				&& !situation.then().has(ObjectId.identityOf(value.column()));
		String remark = !found ? null : retyped ? OF_OLD_TYPE : ofGoneValue(value, situation);
		return List.of(UnorderedChange.of(value,
				Change.builder(new AlterColumnDefault(value.column(), null, Existing.known(value.value())))
					.detected(found ? detected(value) : null)
					.remark(remark)
					.build()));
	}

	private static @Nullable String ofGoneValue(DefaultObject value, Situation situation) {
		return (situation.before().get(value.parent()) instanceof ColumnObject column)
				? new GoneValues(situation.before(), situation.then()).ofDefault(value.value(), column.userType())
				: null;
	}

	@Override
	public List<UnorderedChange> alter(DefaultObject was, DefaultObject to, Situation situation) {
		return List.of(UnorderedChange.of(to,
				new AlterColumnDefault(to.column(), to.value(), Existing.known(was.value())), detected(to)));
	}

	private static String detected(DefaultObject value) {
		return DetectedText.column("server default on column", value.column().table(), value.column().column());
	}

	@Override
	public boolean isReplaced(DefaultObject was, DefaultObject to, Situation situation) {
		return situation.disturbance(to.parent()) != null || changesType(situation.altered(to.parent()));
	}

	private static boolean changesType(Difference.@Nullable Altered column) {
		return column != null && column.was() instanceof ColumnObject was && column.object() instanceof ColumnObject to
				&& !(new TypeConversion(was.type(), to.type()).isNone()
						&& Objects.equals(was.collation(), to.collation()));
	}

	@Override
	public Optional<Disturbance> suffers(DefaultObject value, ObjectId need, Disturbance disturbance) {
		return (disturbance == Disturbance.REBUILT || disturbance == Disturbance.RESIZED) ? Optional.empty()
				: Optional.of(Disturbance.DROPPED);
	}

}
