package dev.migrator.internal.autogenerate.rule;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import dev.migrator.autogenerate.Change;
import dev.migrator.autogenerate.SettingRemarks;
import dev.migrator.internal.autogenerate.situation.Disturbance;
import dev.migrator.internal.autogenerate.situation.IndexValidity;
import dev.migrator.internal.autogenerate.situation.Situation;
import dev.migrator.internal.autogenerate.situation.UnorderedChange;
import dev.migrator.internal.dialect.value.TypeConversion;
import dev.migrator.internal.schema.ColumnObject;
import dev.migrator.internal.schema.ObjectId;
import dev.migrator.internal.schema.SequenceObject;
import dev.migrator.internal.schema.Setting;
import dev.migrator.internal.schema.SettingObject;
import dev.migrator.operation.AlterSetting;
import dev.migrator.operation.Effects;
import dev.migrator.operation.Existing;
import dev.migrator.operation.Operation;
import dev.migrator.schema.BuiltIn;
import dev.migrator.schema.ColumnName;
import dev.migrator.schema.DataType;
import dev.migrator.schema.DataType.BuiltInType;
import org.jspecify.annotations.Nullable;

/**
 * Sets, changes and resets storage settings. A setting is dropped with its object, and
 * must be set again when the object is created again.
 */
final class SettingRule implements Rule<SettingObject> {

	/** The types whose large values have the same storage and compression. */
	private static final Set<BuiltIn> LARGE = EnumSet.of(BuiltIn.TEXT, BuiltIn.VARCHAR, BuiltIn.CHAR, BuiltIn.BYTEA,
			BuiltIn.JSON, BuiltIn.JSONB, BuiltIn.XML);

	/**
	 * Entities do not determine storage settings.
	 */
	@Override
	public boolean isLeftOpen(SettingObject there, Completion completion) {
		return !isInvalid(there) && completion.said().has(there.parent())
				&& (!there.isOfType() || staysPossible(there.parent().columnName(), completion));
	}

	private static boolean staysPossible(ColumnName column, Completion completion) {
		ColumnObject was = completion.realColumn(column);
		ColumnObject to = completion.saidColumn(column);
		return was != null && to != null && (new TypeConversion(was.type(), to.type()).isOfModifiers()
				|| (isLarge(was.type()) && isLarge(to.type())));
	}

	private static boolean isLarge(DataType type) {
		return type instanceof BuiltInType builtIn && LARGE.contains(builtIn.type());
	}

	static boolean isInvalid(SettingObject setting) {
		return setting.setting().kind() == Setting.Kind.INVALID;
	}

	@Override
	public List<UnorderedChange> create(SettingObject setting, Situation situation) {
		if (isInvalid(setting)) {
			return List.of();
		}
		ObjectId ofTable = settingOfTable(setting, situation);
		if ((setting.isOfCreation() && isNew(setting, situation)) || situation.isAdded(ofTable)) {
			return List.of();
		}
		boolean found = situation.altered(setting.id()) != null
				|| (situation.isAdded(setting.id()) && !isNew(setting, situation));
		Change change = SettingRemarks.judged(setting(setting))
			.toBuilder()
			.detected(found ? detected(setting) : null)
			.undo(goesInDowngrade(setting, situation) ? List.of() : null)
			.build();
		UnorderedChange proposed = UnorderedChange.of(setting, change);
		return List.of((setting.usual() != null) ? proposed.with(Effects.making(List.of(setting))) : proposed);
	}

	/**
	 * Returns the operation that sets a setting that is not set yet.
	 */
	static Operation making(SettingObject setting) {
		return setting(setting);
	}

	private static AlterSetting setting(SettingObject setting) {
		return new AlterSetting(setting.setting(), setting.value(), Existing.known(setting.usual()));
	}

	/**
	 * Returns whether its object, or the index that it needs, is created or created again
	 * here.
	 */
	private static boolean isNew(SettingObject setting, Situation situation) {
		return comes(setting.parent(), situation) || comes(setting.key(), situation);
	}

	private static boolean comes(@Nullable ObjectId id, Situation situation) {
		return id != null && (situation.isAdded(id) || situation.isPutBack(id));
	}

	/**
	 * Returns whether the downgrade of the other changes drops it too.
	 */
	private static boolean goesInDowngrade(SettingObject setting, Situation situation) {
		if (comes(setting.parent(), situation)) {
			return true;
		}
		// A table keeps the setting after its index was dropped.
		return (setting.setting().kind() == Setting.Kind.REPLICA_IDENTITY) ? situation.isPutBack(setting.id())
				: comes(setting.key(), situation) || isMadeAnew(setting, situation);
	}

	/**
	 * Returns whether PostgreSQL itself creates its object again, and loses the setting.
	 */
	private static boolean isMadeAnew(SettingObject setting, Situation situation) {
		return setting.isOfType() ? situation.disturbance(setting.parent()) != null
				: setting.key() != null && situation.isPutBack(setting.id());
	}

	/**
	 * Returns whether an existing setting is dropped with another object, and must be set
	 * again in the downgrade.
	 */
	static boolean goesAlong(SettingObject setting, Situation situation) {
		if (situation.disturbance(setting.parent()) == Disturbance.DROPPED) {
			return true;
		}
		return (setting.setting().kind() == Setting.Kind.REPLICA_IDENTITY) ? situation.isPutBack(setting.id())
				: (setting.key() != null && situation.disturbance(setting.key()) == Disturbance.DROPPED)
						|| isMadeAnew(setting, situation);
	}

	/**
	 * Returns the same setting of the table that owns a sequence, because the sequence
	 * follows it.
	 */
	private static @Nullable ObjectId settingOfTable(SettingObject setting, Situation situation) {
		ColumnName owner = (situation.before().get(setting.parent()) instanceof SequenceObject object)
				? object.sequence().ownedBy() : null;
		if (owner == null) {
			return null;
		}
		ObjectId table = ObjectId.table(owner.table());
		boolean stays = situation.before().has(table) && situation.then().has(table);
		return stays ? Setting.ofLog(owner.table()).id() : null;
	}

	@Override
	public List<UnorderedChange> drop(SettingObject setting, Situation situation) {
		if (goesAlong(setting, situation) || situation.isRemoved(settingOfTable(setting, situation))) {
			return List.of();
		}
		if (isInvalid(setting)) {
			return List.of(IndexValidity.rebuilt(setting, situation));
		}
		AlterSetting reset = new AlterSetting(setting.setting(), setting.usual(), Existing.known(setting.value()));
		UnorderedChange proposed = UnorderedChange.of(setting,
				SettingRemarks.judged(reset).toBuilder().detected(detected(setting)).build());
		return List.of((setting.usual() != null) ? proposed.with(Effects.removing(List.of(setting))) : proposed);
	}

	@Override
	public List<UnorderedChange> alter(SettingObject was, SettingObject to, Situation situation) {
		AlterSetting change = new AlterSetting(to.setting(), to.value(), Existing.known(was.value()));
		return List
			.of(UnorderedChange.of(to, SettingRemarks.judged(change).toBuilder().detected(detected(to)).build()));
	}

	@Override
	public Optional<ObjectId> remakes(SettingObject going, Situation situation) {
		return isInvalid(going) ? IndexValidity.remade(going, situation) : Optional.empty();
	}

	private static String detected(SettingObject setting) {
		return "Detected changed %s".formatted(setting.setting());
	}

	@Override
	public Optional<Disturbance> suffers(SettingObject setting, ObjectId need, Disturbance disturbance) {
		boolean forgotten = setting.isOfType() || (setting.key() != null && need.kind() == ObjectId.Kind.COLUMN);
		return (forgotten || disturbance == Disturbance.DROPPED) ? Optional.of(Disturbance.DROPPED) : Optional.empty();
	}

}
