package dev.migrator.script;

import java.util.ArrayList;
import java.util.List;

import dev.migrator.internal.schema.Setting;
import dev.migrator.operation.AlterOwningColumn;
import dev.migrator.operation.AlterSequence;
import dev.migrator.operation.AlterSetting;
import dev.migrator.operation.Directive;
import dev.migrator.operation.Existing;
import dev.migrator.schema.ColumnName;
import dev.migrator.schema.DataType;
import dev.migrator.schema.InvalidDefinitionException;
import dev.migrator.schema.ObjectName;
import dev.migrator.schema.SequenceOptions;
import dev.migrator.schema.element.Sequence;
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

	private Existing<ColumnName> owner = Existing.unknown();

	private @Nullable Boolean unlogged;

	private boolean ifNotExists;

	private boolean restart;

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
	 * Counts in a type of number: bigint, unless something else is said. Not of the
	 * identity of a column.
	 * @param type smallint, integer or bigint
	 * @return this
	 */
	public SequenceDefinition as(DataType type) {
		open();
		this.type = type;
		return this;
	}

	/**
	 * Is dropped with a column. Not of the identity of a column.
	 * @param table the table
	 * @param column its column
	 * @return this
	 */
	public SequenceDefinition ownedBy(String table, String column) {
		open();
		this.owner = Existing.known(new ColumnName(ObjectName.of(table), column));
		return this;
	}

	/**
	 * Stays when a column is dropped. Not of the identity of a column.
	 * @return this
	 */
	public SequenceDefinition ownedByNone() {
		open();
		this.owner = Existing.known(null);
		return this;
	}

	/**
	 * Is not written ahead, and begins again after a crash. PostgreSQL can do that since
	 * 15. Only of {@code alterSequence}.
	 * @return this
	 */
	public SequenceDefinition unlogged() {
		open();
		this.unlogged = true;
		return this;
	}

	/**
	 * Is written ahead, as a sequence is unless something else is said. Only of
	 * {@code alterSequence}.
	 * @return this
	 */
	public SequenceDefinition logged() {
		open();
		this.unlogged = false;
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

	/**
	 * Begins again with its first number, and in the reverse too: new bounds are refused
	 * where they leave the last number out. Only of {@code alterSequence}.
	 * @return this
	 */
	public SequenceDefinition restart() {
		open();
		this.restart = true;
		return this;
	}

	boolean isIfNotExists() {
		return this.ifNotExists;
	}

	SequenceOptions options() {
		return new SequenceOptions(this.start, this.increment, this.min, this.max, this.cache, this.cycle);
	}

	/**
	 * How the sequence of an identity counts.
	 */
	SequenceOptions counting() {
		refuse(this.type != null, "as(...)", "a sequence that is no identity");
		refuse(this.owner.known(), "ownedBy(...)", "a sequence that is no identity");
		refuse(this.ifNotExists, "ifNotExists()", "createSequence");
		refuse(this.restart, "restart()", "alterSequence");
		refuse(this.unlogged != null, "unlogged()", "alterSequence");
		return options();
	}

	Sequence build(ObjectName name) {
		refuse(this.restart, "restart()", "alterSequence");
		refuse(this.unlogged != null, "unlogged()", "alterSequence");
		return new Sequence(name, this.type, options(), this.owner.value());
	}

	/**
	 * The directives that make this of what a sequence was.
	 */
	List<Directive> changes(ObjectName name, @Nullable SequenceDefinition was) {
		refuse(this.ifNotExists || (was != null && was.ifNotExists), "ifNotExists()", "createSequence");
		if (was != null) {
			refuse(was.restart, "restart()", "what the sequence becomes");
			refuseWhatStays("type", was.type != null && this.type == null, name);
			refuseWhatStays("owning column", was.owner.known() && !this.owner.known(), name);
			refuseWhatStays("log", was.unlogged != null && this.unlogged == null, name);
		}
		List<Directive> changes = new ArrayList<>();
		boolean other = this.owner.known() || this.unlogged != null;
		if (!other || this.type != null || this.restart || !options().equals(SequenceOptions.DEFAULT)) {
			changes.add(new AlterSequence(name, this.type, options(), (was != null) ? was.type : null,
					(was != null) ? was.options() : null, this.restart));
		}
		if (this.owner.known()) {
			changes.add(new AlterOwningColumn(name, this.owner.value(),
					(was != null) ? Existing.known(was.owner.value()) : Existing.unknown()));
		}
		if (this.unlogged != null) {
			Existing<String> log = (was != null && was.unlogged != null) ? Existing.known(log(was.unlogged))
					: Existing.unknown();
			changes.add(new AlterSetting(Setting.ofSequenceLog(name), log(this.unlogged), log));
		}
		return changes;
	}

	private static @Nullable String log(boolean unlogged) {
		return unlogged ? Setting.UNLOGGED : null;
	}

	private static void refuseWhatStays(String what, boolean stays, ObjectName name) {
		if (stays) {
			throw new InvalidDefinitionException(
					"It is said which %s the sequence %s had, and not that it changes.".formatted(what, name),
					"Say what it becomes, or leave it out.");
		}
	}

	private static void refuse(boolean said, String what, String where) {
		if (said) {
			throw new InvalidDefinitionException("%s is for %s, and would do nothing here.".formatted(what, where),
					"Leave it out.");
		}
	}

}
