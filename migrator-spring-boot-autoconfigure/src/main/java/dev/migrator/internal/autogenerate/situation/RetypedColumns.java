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
 * Finds the columns that change their type and that an object that is not compared uses,
 * directly or through others.
 */
public final class RetypedColumns {

	private final Situation situation;

	private final Set<String> names = new HashSet<>();

	/** The columns that are integers before and after. */
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
	 * Adds the columns of a view, which may have other names there.
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
	 * Returns whether the object may not be valid any more. The result of a routine has a
	 * fixed type.
	 */
	public boolean isComputedOf(OpaqueObject object) {
		String sql = Objects.requireNonNullElse(object.create(), "");
		return (object.id().kind() == ObjectId.Kind.ROUTINE) ? !this.names.isEmpty()
				: ColumnUse.computes(sql, this.names) || ColumnUse.passes(sql, this.integers);
	}

}
