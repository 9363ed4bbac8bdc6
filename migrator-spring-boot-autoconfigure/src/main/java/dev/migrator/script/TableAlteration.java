package dev.migrator.script;

import java.util.List;

import dev.migrator.internal.schema.Setting;
import dev.migrator.operation.Directive;
import dev.migrator.schema.InvalidDefinitionException;
import dev.migrator.schema.ObjectName;

/**
 * Describes changes of the storage of a table, or its state before them. Each change
 * becomes a separate directive.
 */
public final class TableAlteration extends Definition {

	private final ObjectName table;

	private final SettingValues settings = new SettingValues();

	TableAlteration(ObjectName table) {
		this.table = table;
	}

	/**
	 * Makes it unlogged: faster to write, empty after a crash, and missing on a standby.
	 * PostgreSQL rewrites the table.
	 * @return this
	 */
	public TableAlteration unlogged() {
		open();
		this.settings.say(Setting.ofLog(this.table), Setting.UNLOGGED);
		return this;
	}

	/**
	 * Makes it logged, which is the default. PostgreSQL rewrites the table.
	 * @return this
	 */
	public TableAlteration logged() {
		open();
		this.settings.say(Setting.ofLog(this.table), null);
		return this;
	}

	/**
	 * Identifies changed rows for subscribers by the primary key.
	 * @return this
	 */
	public TableAlteration replicaIdentityDefault() {
		open();
		this.settings.say(Setting.ofReplicaIdentity(this.table), null);
		return this;
	}

	/**
	 * Identifies changed rows for subscribers by an index.
	 * @param index the name of a unique index over columns without NULL
	 * @return this
	 */
	public TableAlteration replicaIdentityUsing(String index) {
		open();
		this.settings.say(Setting.ofReplicaIdentity(this.table), Setting.usingIndex(index));
		return this;
	}

	/**
	 * Identifies changed rows for subscribers by all columns.
	 * @return this
	 */
	public TableAlteration replicaIdentityFull() {
		open();
		this.settings.say(Setting.ofReplicaIdentity(this.table), Setting.FULL);
		return this;
	}

	/**
	 * Does not identify changed rows for subscribers.
	 * @return this
	 */
	public TableAlteration replicaIdentityNothing() {
		open();
		this.settings.say(Setting.ofReplicaIdentity(this.table), Setting.NOTHING);
		return this;
	}

	/**
	 * Sets the index by which {@code CLUSTER} sorts the table. It is not sorted now.
	 * @param index the name of the index
	 * @return this
	 */
	public TableAlteration clusterOn(String index) {
		open();
		this.settings.say(Setting.ofCluster(this.table), index);
		return this;
	}

	/**
	 * Removes the index for {@code CLUSTER}.
	 * @return this
	 */
	public TableAlteration noCluster() {
		open();
		this.settings.say(Setting.ofCluster(this.table), null);
		return this;
	}

	/**
	 * Sets a storage parameter.
	 * @param parameter its name: {@code fillfactor}, {@code toast.autovacuum_enabled}
	 * @param value its value
	 * @return this
	 */
	public TableAlteration with(String parameter, Object value) {
		open();
		this.settings.say(Setting.ofTable(this.table, parameter), String.valueOf(value));
		return this;
	}

	/**
	 * Resets a storage parameter to the default of PostgreSQL.
	 * @param parameter its name
	 * @return this
	 */
	public TableAlteration without(String parameter) {
		open();
		this.settings.say(Setting.ofTable(this.table, parameter), null);
		return this;
	}

	/**
	 * Returns the directives that lead from the state before to this one.
	 */
	List<Directive> build(TableAlteration was) {
		List<Directive> changes = this.settings.changes(was.settings);
		if (changes.isEmpty()) {
			throw new InvalidDefinitionException("No change of the table %s is given.".formatted(this.table),
					"Give at least one: unlogged(), with(\"fillfactor\", 70), clusterOn(\"index\").");
		}
		return changes;
	}

}
