package dev.migrator.script;

import dev.migrator.schema.ColumnName;
import dev.migrator.schema.DataType;
import dev.migrator.schema.InvalidDefinitionException;
import dev.migrator.schema.ObjectName;
import dev.migrator.schema.Sequence;
import dev.migrator.schema.SequenceOptions;
import org.jspecify.annotations.Nullable;

/**
 * How a sequence counts: 1, 2, 3, ... unless something else is said.
 */
public final class SequenceDefinition extends Definition {

	private @Nullable Long start;

	private @Nullable Long increment;

	private @Nullable Long min;

	private @Nullable Long max;

	private @Nullable Long cache;

	private @Nullable Boolean cycle;

	private @Nullable DataType type;

	private @Nullable ColumnName ownedBy;

	private boolean ifNotExists;

	SequenceDefinition() {
	}

	/**
	 * Begins with a number.
	 * @param number the first
	 * @return this
	 */
	public SequenceDefinition startWith(long number) {
		open();
		this.start = number;
		return this;
	}

	/**
	 * Counts in steps, as a pooled generator of Hibernate wants it.
	 * @param step the step, negative to count down
	 * @return this
	 */
	public SequenceDefinition incrementBy(long step) {
		open();
		this.increment = step;
		return this;
	}

	/**
	 * Goes no lower.
	 * @param number the least number
	 * @return this
	 */
	public SequenceDefinition minValue(long number) {
		open();
		this.min = number;
		return this;
	}

	/**
	 * Goes no higher.
	 * @param number the greatest number
	 * @return this
	 */
	public SequenceDefinition maxValue(long number) {
		open();
		this.max = number;
		return this;
	}

	/**
	 * Gives each session several numbers at once.
	 * @param numbers how many
	 * @return this
	 */
	public SequenceDefinition cache(long numbers) {
		open();
		this.cache = numbers;
		return this;
	}

	/**
	 * Begins again behind its last number.
	 * @return this
	 */
	public SequenceDefinition cycle() {
		open();
		this.cycle = true;
		return this;
	}

	/**
	 * Ends at its last number, which it does unless something else is said.
	 * @return this
	 */
	public SequenceDefinition noCycle() {
		open();
		this.cycle = false;
		return this;
	}

	/**
	 * Counts in another type than bigint. Only of a sequence that is created by itself.
	 * @param type smallint or integer
	 * @return this
	 */
	public SequenceDefinition as(DataType type) {
		open();
		this.type = type;
		return this;
	}

	/**
	 * Is dropped with a column. Only of a sequence that is created by itself.
	 * @param table the table
	 * @param column its column
	 * @return this
	 */
	public SequenceDefinition ownedBy(String table, String column) {
		open();
		this.ownedBy = new ColumnName(ObjectName.of(table), column);
		return this;
	}

	/**
	 * Does nothing if there is one of that name. Only of {@code createSequence}.
	 * @return this
	 */
	public SequenceDefinition ifNotExists() {
		open();
		this.ifNotExists = true;
		return this;
	}

	boolean isIfNotExists() {
		return this.ifNotExists;
	}

	SequenceOptions options() {
		return new SequenceOptions(this.start, this.increment, this.min, this.max, this.cache, this.cycle);
	}

	/**
	 * How a sequence counts that is not created by itself here.
	 */
	SequenceOptions counting() {
		refuse(this.type != null, "as(...)", "a sequence that is created by itself");
		refuse(this.ownedBy != null, "ownedBy(...)", "a sequence that is created by itself");
		refuse(this.ifNotExists, "ifNotExists()", "createSequence");
		return options();
	}

	Sequence build(ObjectName name) {
		return new Sequence(name, this.type, options(), this.ownedBy);
	}

	private static void refuse(boolean said, String what, String where) {
		if (said) {
			throw new InvalidDefinitionException("%s is for %s, and would do nothing here.".formatted(what, where),
					"Leave it out.");
		}
	}

}
