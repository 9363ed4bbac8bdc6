package dev.migrator.script;

import java.util.List;

import dev.migrator.internal.schema.Setting;
import dev.migrator.operation.Directive;
import dev.migrator.schema.InvalidDefinitionException;
import dev.migrator.schema.ObjectName;

/**
 * How an index is kept, or was. Each change becomes a directive of its own.
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
	 * Leaves a storage parameter to PostgreSQL.
	 * @param parameter its name
	 * @return this
	 */
	public IndexAlteration without(String parameter) {
		open();
		this.settings.say(Setting.ofIndex(this.index, parameter), null);
		return this;
	}

	/**
	 * Has {@code ANALYZE} look closer at what the index computes.
	 * @param column the number of the column of the index, from 1 on; it is an expression
	 * @param target how close, up to 10000
	 * @return this
	 */
	public IndexAlteration statistics(int column, int target) {
		open();
		this.settings.say(Setting.ofStatistics(this.index, column), String.valueOf(target));
		return this;
	}

	/**
	 * Has {@code ANALYZE} look as close as the server is set to.
	 * @param column the number of the column of the index, from 1 on
	 * @return this
	 */
	public IndexAlteration defaultStatistics(int column) {
		open();
		this.settings.say(Setting.ofStatistics(this.index, column), null);
		return this;
	}

	/**
	 * The directives that make this of what it was.
	 */
	List<Directive> build(IndexAlteration was) {
		List<Directive> changes = this.settings.changes(was.settings);
		if (changes.isEmpty()) {
			throw new InvalidDefinitionException("Nothing of the index %s changes.".formatted(this.index),
					"Say what: with(\"fillfactor\", 70), statistics(1, 500).");
		}
		return changes;
	}

}
