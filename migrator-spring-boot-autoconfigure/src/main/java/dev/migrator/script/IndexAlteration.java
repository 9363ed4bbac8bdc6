package dev.migrator.script;

import java.util.List;

import dev.migrator.internal.schema.Setting;
import dev.migrator.operation.Directive;
import dev.migrator.schema.InvalidDefinitionException;
import dev.migrator.schema.ObjectName;

/**
 * Describes changes of the storage parameters and statistics of an index, or its state
 * before them. Each change becomes a separate directive.
 */
public final class IndexAlteration extends Definition {

	private final ObjectName index;

	private final SettingValues settings = new SettingValues();

	IndexAlteration(ObjectName index) {
		this.index = index;
	}

	/**
	 * Sets a storage parameter.
	 * @param parameter its name: {@code fillfactor}
	 * @param value its value
	 * @return this
	 */
	public IndexAlteration with(String parameter, Object value) {
		open();
		this.settings.say(Setting.ofIndex(this.index, parameter), String.valueOf(value));
		return this;
	}

	/**
	 * Resets a storage parameter to the default of PostgreSQL.
	 * @param parameter its name
	 * @return this
	 */
	public IndexAlteration without(String parameter) {
		open();
		this.settings.say(Setting.ofIndex(this.index, parameter), null);
		return this;
	}

	/**
	 * Sets the statistics target of an expression of the index, for {@code ANALYZE}.
	 * @param column the number of the column of the index, from 1 on; it must be an
	 * expression
	 * @param target the target, up to 10000
	 * @return this
	 */
	public IndexAlteration statistics(int column, int target) {
		open();
		this.settings.say(Setting.ofStatistics(this.index, column), String.valueOf(target));
		return this;
	}

	/**
	 * Resets the statistics target to the setting of the server.
	 * @param column the number of the column of the index, from 1 on
	 * @return this
	 */
	public IndexAlteration defaultStatistics(int column) {
		open();
		this.settings.say(Setting.ofStatistics(this.index, column), null);
		return this;
	}

	/**
	 * Returns the directives that lead from the state before to this one.
	 */
	List<Directive> build(IndexAlteration was) {
		List<Directive> changes = this.settings.changes(was.settings);
		if (changes.isEmpty()) {
			throw new InvalidDefinitionException("No change of the index %s is given.".formatted(this.index),
					"Give at least one: with(\"fillfactor\", 70), statistics(1, 500).");
		}
		return changes;
	}

}
