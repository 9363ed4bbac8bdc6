package dev.migrator.script;

import java.util.ArrayList;
import java.util.List;

import dev.migrator.internal.schema.Setting;
import dev.migrator.operation.AlterSetting;
import dev.migrator.operation.Directive;
import dev.migrator.operation.Existing;
import dev.migrator.operation.SequenceDirective.AlterOwningColumn;
import dev.migrator.operation.SequenceDirective.AlterSequence;
import dev.migrator.schema.ColumnName;
import dev.migrator.schema.DataType;
import dev.migrator.schema.InvalidDefinitionException;
import dev.migrator.schema.ObjectName;
import dev.migrator.schema.SequenceOptions;
import dev.migrator.schema.element.Sequence;
import org.jspecify.annotations.Nullable;

/**
 * Defines how a sequence counts: 1, 2, 3, ... by default.
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
	 * Sets the first number number.
	 * @param number the first
	 * @return this
	 */
	public SequenceDefinition startWith(long number) {
		open();
		this.start = number;
		return this;
	}

	/**
	 * Sets the step. A pooled generator of Hibernate needs it.
	 * @param step the step, negative to count down
	 * @return this
	 */
	public SequenceDefinition incrementBy(long step) {
		open();
		this.increment = step;
		return this;
	}

	/**
	 * Sets the least number.
	 * @param number the least number
	 * @return this
	 */
	public SequenceDefinition minValue(long number) {
		open();
		this.min = number;
		return this;
	}

	/**
	 * Sets the greatest number.
	 * @param number the greatest number
	 * @return this
	 */
	public SequenceDefinition maxValue(long number) {
		open();
		this.max = number;
		return this;
	}

	/**
	 * Reserves several numbers at once for each session.
	 * @param numbers the count of numbers
	 * @return this
	 */
	public SequenceDefinition cache(long numbers) {
		open();
		this.cache = numbers;
		return this;
	}

	/**
	 * Starts again after its last number.
	 * @return this
	 */
	public SequenceDefinition cycle() {
		open();
		this.cycle = true;
		return this;
	}

	/**
	 * Ends at its last number, which is the default.
	 * @return this
	 */
	public SequenceDefinition noCycle() {
		open();
		this.cycle = false;
		return this;
	}

	/**
	 * Sets the type of its numbers; the default is bigint. Not for the identity of a
	 * column.
	 * @param type smallint, integer or bigint
	 * @return this
	 */
	public SequenceDefinition as(DataType type) {
		open();
		this.type = type;
		return this;
	}

	/**
	 * Sets the column that owns it: it is dropped together with this column. Not for the
	 * identity of a column.
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
	 * Removes the owning column: it stays when the column is dropped. Not for the
	 * identity of a column.
	 * @return this
	 */
	public SequenceDefinition ownedByNone() {
		open();
		this.owner = Existing.known(null);
		return this;
	}

	/**
	 * Makes it unlogged: it starts again after a crash. Needs PostgreSQL 15. Only for
	 * {@code alterSequence}.
	 * @return this
	 */
	public SequenceDefinition unlogged() {
		open();
		this.unlogged = true;
		return this;
	}

	/**
	 * Makes it logged, which is the default. Only for {@code alterSequence}.
	 * @return this
	 */
	public SequenceDefinition logged() {
		open();
		this.unlogged = false;
		return this;
	}

	/**
	 * Does nothing if one with that name exists. Only for {@code createSequence}.
	 * @return this
	 */
	public SequenceDefinition ifNotExists() {
		open();
		this.ifNotExists = true;
		return this;
	}

	/**
	 * Starts again with its first number, in the reverse too. PostgreSQL refuses new
	 * bounds if the last number is outside them. Only for {@code alterSequence}.
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
	 * Returns the options of the sequence of an identity.
	 */
	SequenceOptions counting() {
		refuse(this.type != null, "as(...)", "a sequence that is not an identity");
		refuse(this.owner.known(), "ownedBy(...)", "a sequence that is not an identity");
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
	 * Returns the directives that lead from the old options of a sequence to these.
	 */
	List<Directive> changes(ObjectName name, @Nullable SequenceDefinition was) {
		refuse(this.ifNotExists || (was != null && was.ifNotExists), "ifNotExists()", "createSequence");
		if (was != null) {
			refuse(was.restart, "restart()", "the new options of the sequence");
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
					"The old %s of the sequence %s is given, but no new one.".formatted(what, name),
					"Give the new one, or leave out the old one.");
		}
	}

	private static void refuse(boolean said, String what, String where) {
		if (said) {
			throw new InvalidDefinitionException("%s is for %s, and has no effect here.".formatted(what, where),
					"Leave it out.");
		}
	}

}
