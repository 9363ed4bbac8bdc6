package dev.migrator.script;

import java.util.List;

import dev.migrator.internal.dialect.text.DefaultNames;
import dev.migrator.schema.ObjectName;
import dev.migrator.schema.ReferentialAction;
import dev.migrator.schema.Validity;
import dev.migrator.schema.element.ForeignKey;

/**
 * Defines a foreign key.
 */
public final class ForeignKeyDefinition extends DeferrableDefinition<ForeignKeyDefinition> {

	private final ObjectName table;

	private final List<String> columns;

	private final ObjectName references;

	private final List<String> referenced;

	private ReferentialAction onDelete = ReferentialAction.NO_ACTION;

	private List<String> onDeleteColumns = List.of();

	private ReferentialAction onUpdate = ReferentialAction.NO_ACTION;

	private boolean matchFull;

	private boolean period;

	private Validity validity = Validity.VALID;

	ForeignKeyDefinition(Scope scope, ObjectName table, List<String> columns, ObjectName references,
			List<String> referenced) {
		super(scope);
		this.table = table;
		this.columns = columns;
		this.references = references;
		this.referenced = referenced;
	}

	/**
	 * Sets the action on a row when the row that it references is deleted.
	 * @param action the action
	 * @param of the columns that become NULL, or get their default; none for all
	 * @return this
	 */
	public ForeignKeyDefinition onDelete(ReferentialAction action, String... of) {
		open();
		this.onDelete = action;
		this.onDeleteColumns = List.of(of);
		return this;
	}

	/**
	 * Sets the action on a row when the key that it references changes.
	 * @param action the action
	 * @return this
	 */
	public ForeignKeyDefinition onUpdate(ReferentialAction action) {
		open();
		this.onUpdate = action;
		return this;
	}

	/**
	 * Requires that all of its columns are NULL, or none.
	 * @return this
	 */
	public ForeignKeyDefinition matchFull() {
		open();
		this.matchFull = true;
		return this;
	}

	/**
	 * Does not check existing rows, because this would block writes to both tables.
	 * {@code validateConstraint} checks them later.
	 * @return this
	 */
	public ForeignKeyDefinition notValid() {
		open();
		this.validity = Validity.NOT_VALID;
		return this;
	}

	/**
	 * Makes it {@code NOT ENFORCED}: it documents a rule, and refuses no row. Needs
	 * PostgreSQL 18.
	 * @return this
	 */
	public ForeignKeyDefinition notEnforced() {
		open();
		this.validity = Validity.NOT_ENFORCED;
		return this;
	}

	/**
	 * Makes the last column a period: its range must be covered by the ranges of the
	 * referenced rows, whose key is without overlaps. Needs PostgreSQL 18.
	 * @return this
	 */
	public ForeignKeyDefinition period() {
		open();
		this.period = true;
		return this;
	}

	@Override
	ForeignKeyDefinition self() {
		return this;
	}

	ForeignKey build() {
		return new ForeignKey(nameOr(DefaultNames.foreignKey(this.table, this.columns)), this.columns, this.references,
				this.referenced, this.onDelete, this.onDeleteColumns, this.onUpdate, this.matchFull, deferral(),
				this.validity, this.period);
	}

}
