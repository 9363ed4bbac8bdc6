package dev.migrator.internal.autogenerate.situation;

import java.util.HashSet;
import java.util.Objects;
import java.util.Set;

import dev.migrator.internal.dialect.text.ColumnUse;
import dev.migrator.internal.dialect.value.TypeConversion;
import dev.migrator.internal.schema.ColumnObject;
import dev.migrator.internal.schema.ObjectId;
import dev.migrator.internal.schema.OpaqueObject;

/**
 * The columns that an object which is not compared is written for, directly or through
 * others, and that have another type when it comes back.
 */
public final class RetypedColumns {

	private final Situation situation;

	private final Set<String> names = new HashSet<>();

	/** Those that are integers before and then. */
	private final Set<String> integers = new HashSet<>();

	private final Set<ObjectId> seen = new HashSet<>();

	private RetypedColumns(Situation situation) {
		this.situation = situation;
	}

	public static RetypedColumns of(OpaqueObject object, Situation situation) {
		RetypedColumns columns = new RetypedColumns(situation);
		columns.add(object);
		return columns;
	}

	private void add(OpaqueObject object) {
		object.needs().filter(this.seen::add).forEach((need) -> {
			if (need.kind() == ObjectId.Kind.COLUMN) {
				add(need);
			}
			else if (this.situation.then().get(need) instanceof OpaqueObject other) {
				add(other);
				addNamed(other);
			}
		});
	}

	private void add(ObjectId column) {
		Disturbance disturbance = this.situation.disturbance(column);
		if ((disturbance == Disturbance.RETYPED || disturbance == Disturbance.DROPPED)
				&& this.situation.before().get(column) instanceof ColumnObject was
				&& this.situation.then().get(column) instanceof ColumnObject to) {
			TypeConversion conversion = new TypeConversion(was.type(), to.type());
			if (conversion.isOfIntegers()) {
				this.integers.add(column.name());
			}
			else if (!conversion.isOfModifiers() && !conversion.isOfTexts()) {
				this.names.add(column.name());
			}
		}
	}

	/**
	 * What is selected of them has the names that it gets there.
	 */
	private void addNamed(OpaqueObject other) {
		Set<String> named = ColumnUse.named(Objects.requireNonNullElse(other.create(), ""));
		if (!this.names.isEmpty()) {
			this.names.addAll(named);
		}
		if (!this.integers.isEmpty()) {
			this.integers.addAll(named);
		}
	}

	/**
	 * Whether what an object does with them may not be possible any more. The result of a
	 * routine has a type in any case.
	 */
	public boolean isComputedOf(OpaqueObject object) {
		String sql = Objects.requireNonNullElse(object.create(), "");
		return (object.id().kind() == ObjectId.Kind.ROUTINE) ? !this.names.isEmpty()
				: ColumnUse.computes(sql, this.names) || ColumnUse.passes(sql, this.integers);
	}

}
