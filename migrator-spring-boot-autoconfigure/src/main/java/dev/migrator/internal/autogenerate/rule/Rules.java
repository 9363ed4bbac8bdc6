package dev.migrator.internal.autogenerate.rule;

import java.util.List;
import java.util.Optional;

import dev.migrator.internal.autogenerate.situation.Disturbance;
import dev.migrator.internal.autogenerate.situation.RemainingSchema;
import dev.migrator.internal.autogenerate.situation.Situation;
import dev.migrator.internal.autogenerate.situation.UnorderedChange;
import dev.migrator.internal.schema.ColumnObject;
import dev.migrator.internal.schema.CommentObject;
import dev.migrator.internal.schema.DefaultObject;
import dev.migrator.internal.schema.DomainObject;
import dev.migrator.internal.schema.EnumObject;
import dev.migrator.internal.schema.IdentityObject;
import dev.migrator.internal.schema.KeyObject;
import dev.migrator.internal.schema.NotNullObject;
import dev.migrator.internal.schema.ObjectId;
import dev.migrator.internal.schema.OpaqueObject;
import dev.migrator.internal.schema.SchemaObject;
import dev.migrator.internal.schema.SchemaObjects;
import dev.migrator.internal.schema.SequenceObject;
import dev.migrator.internal.schema.SettingObject;
import dev.migrator.internal.schema.TableObject;

/**
 * Delegates to the rule of the kind of each object.
 */
public final class Rules implements Rule<SchemaObject> {

	private static final List<Entry<?>> ENTRIES = List.of(new Entry<>(EnumObject.class, new EnumRule()),
			new Entry<>(DomainObject.class, new DomainRule()), new Entry<>(SequenceObject.class, new SequenceRule()),
			new Entry<>(TableObject.class, new TableRule()), new Entry<>(ColumnObject.class, new ColumnRule()),
			new Entry<>(DefaultObject.class, new DefaultRule()), new Entry<>(IdentityObject.class, new IdentityRule()),
			new Entry<>(KeyObject.class, new KeyRule()), new Entry<>(NotNullObject.class, new NotNullRule()),
			new Entry<>(SettingObject.class, new SettingRule()), new Entry<>(CommentObject.class, new CommentRule()),
			new Entry<>(OpaqueObject.class, new OpaqueRule()));

	static List<? extends Class<?>> kinds() {
		return ENTRIES.stream().map(Entry::type).toList();
	}

	private static Rule<SchemaObject> of(SchemaObject object) {
		for (Entry<?> entry : ENTRIES) {
			if (entry.type().isInstance(object)) {
				return entry.rule();
			}
		}
		throw new IllegalStateException("No rule for " + object.getClass().getName());
	}

	@Override
	public Optional<? extends SchemaObject> complete(SchemaObject said, Completion completion) {
		return of(said).complete(said, completion);
	}

	@Override
	public boolean isLeftOpen(SchemaObject there, Completion completion) {
		return of(there).isLeftOpen(there, completion);
	}

	@Override
	public boolean goes(SchemaObject there, RemainingSchema remaining) {
		return of(there).goes(there, remaining);
	}

	@Override
	public Optional<Object> likeness(SchemaObject object, SchemaObjects side) {
		return of(object).likeness(object, side);
	}

	@Override
	public List<UnorderedChange> create(SchemaObject object, Situation situation) {
		return of(object).create(object, situation);
	}

	@Override
	public List<UnorderedChange> drop(SchemaObject object, Situation situation) {
		return of(object).drop(object, situation);
	}

	@Override
	public List<UnorderedChange> alter(SchemaObject was, SchemaObject to, Situation situation) {
		return of(was).alter(was, to, situation);
	}

	@Override
	public boolean isReplaced(SchemaObject was, SchemaObject to, Situation situation) {
		// A domain that becomes an enum has the same identity.
		return !of(was).equals(of(to)) || of(was).isReplaced(was, to, situation);
	}

	@Override
	public Optional<Disturbance> disturbs(SchemaObject was, SchemaObject to, Situation situation) {
		return of(was).disturbs(was, to, situation);
	}

	@Override
	public Optional<ObjectId> remakes(SchemaObject going, Situation situation) {
		return of(going).remakes(going, situation);
	}

	@Override
	public Optional<Disturbance> suffers(SchemaObject object, ObjectId need, Disturbance disturbance) {
		return of(object).suffers(object, need, disturbance);
	}

	/**
	 * @param <O> a kind
	 * @param type the kind
	 * @param of its rule
	 */
	private record Entry<O extends SchemaObject>(Class<O> type, Rule<O> of) {

		@SuppressWarnings("unchecked") // asked for objects of the type only
		Rule<SchemaObject> rule() {
			return (Rule<SchemaObject>) this.of;
		}

	}

}
