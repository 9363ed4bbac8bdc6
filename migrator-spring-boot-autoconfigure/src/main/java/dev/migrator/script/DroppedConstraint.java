package dev.migrator.script;

import java.util.List;
import java.util.function.Consumer;

import dev.migrator.schema.Constraint;
import dev.migrator.schema.InvalidDefinitionException;
import dev.migrator.schema.ObjectName;
import org.jspecify.annotations.Nullable;

/**
 * How a constraint is dropped.
 */
public final class DroppedConstraint extends DropDefinition<DroppedConstraint> {

	private final ObjectName table;

	private final String name;

	private @Nullable Constraint was;

	private boolean wasNotValid;

	DroppedConstraint(ObjectName table, String name) {
		this.table = table;
		this.name = name;
	}

	/**
	 * Says that it was the primary key.
	 * @param columns its columns
	 * @return this
	 */
	public DroppedConstraint wasPrimaryKey(String... columns) {
		return was(new PrimaryKeyDefinition(new Scope(), this.table, List.of(columns)).named(this.name).build());
	}

	/**
	 * Says that it was a unique constraint.
	 * @param columns its columns
	 * @return this
	 */
	public DroppedConstraint wasUnique(String... columns) {
		return was(new UniqueDefinition(new Scope(), this.table, List.of(columns)).named(this.name).build());
	}

	/**
	 * Says that it was a check.
	 * @param condition its condition
	 * @return this
	 */
	public DroppedConstraint wasCheck(String condition) {
		return was(new CheckDefinition(new Scope(), this.name, condition).build());
	}

	/**
	 * Says that it was a foreign key.
	 * @param column its column
	 * @param references the table that it references
	 * @param referenced the column there
	 * @return this
	 */
	public DroppedConstraint wasForeignKey(String column, String references, String referenced) {
		return wasForeignKey(List.of(column), references, List.of(referenced), (key) -> {
		});
	}

	/**
	 * Says that it was a foreign key.
	 * @param columns its columns
	 * @param references the table that it references
	 * @param referenced the columns there
	 * @param key says more of it
	 * @return this
	 */
	public DroppedConstraint wasForeignKey(List<String> columns, String references, List<String> referenced,
			Consumer<ForeignKeyDefinition> key) {
		ForeignKeyDefinition definition = Definition
			.complete(new ForeignKeyDefinition(new Scope(), this.table, columns, ObjectName.of(references), referenced)
				.named(this.name), key);
		this.wasNotValid = definition.isNotValid();
		return was(definition.build());
	}

	/**
	 * Says what it was.
	 * @param constraint the constraint
	 * @return this
	 */
	public DroppedConstraint was(Constraint constraint) {
		open();
		if (this.was != null) {
			throw new InvalidDefinitionException(
					"The constraint %s of %s is told twice what it was.".formatted(this.name, this.table),
					"Leave one out: it was one thing.");
		}
		this.was = constraint;
		return this;
	}

	@Nullable Constraint before() {
		return this.was;
	}

	boolean wasNotValid() {
		return this.wasNotValid;
	}

	@Override
	DroppedConstraint self() {
		return this;
	}

}
