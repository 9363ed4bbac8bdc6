package dev.migrator.script;

import java.util.List;

import dev.migrator.internal.schema.Setting;
import dev.migrator.operation.Directive;
import dev.migrator.schema.InvalidDefinitionException;
import dev.migrator.schema.ObjectName;

/**
 * How a table is kept, or was. Each change becomes a directive of its own.
 */
public final class TableAlteration extends Definition {

	private final ObjectName table;

	private final SettingValues settings = new SettingValues();

	TableAlteration(ObjectName table) {
		this.table = table;
	}

	/**
	 * Is not written ahead: faster to write, empty after a crash, and not on a standby.
	 * PostgreSQL rewrites the table.
	 * @return this
	 */
	public TableAlteration unlogged() {
		open();
		this.settings.say(Setting.ofLog(this.table), Setting.UNLOGGED);
		return this;
	}

	/**
	 * Is written ahead, as a table is unless something else is said. PostgreSQL rewrites
	 * the table.
	 * @return this
	 */
	public TableAlteration logged() {
		open();
		this.settings.say(Setting.ofLog(this.table), null);
		return this;
	}

	/**
	 * Tells subscribers which row changes by its primary key.
	 * @return this
	 */
	public TableAlteration replicaIdentityDefault() {
		open();
		this.settings.say(Setting.ofReplicaIdentity(this.table), null);
		return this;
	}

	/**
	 * Tells subscribers which row changes by an index.
	 * @param index the name of a unique index over columns without NULL
	 * @return this
	 */
	public TableAlteration replicaIdentityUsing(String index) {
		open();
		this.settings.say(Setting.ofReplicaIdentity(this.table), Setting.usingIndex(index));
		return this;
	}

	/**
	 * Tells subscribers which row changes by all of its columns.
	 * @return this
	 */
	public TableAlteration replicaIdentityFull() {
		open();
		this.settings.say(Setting.ofReplicaIdentity(this.table), Setting.FULL);
		return this;
	}

	/**
	 * Does not tell subscribers which row changes.
	 * @return this
	 */
	public TableAlteration replicaIdentityNothing() {
		open();
		this.settings.say(Setting.ofReplicaIdentity(this.table), Setting.NOTHING);
		return this;
	}

	/**
	 * Is sorted by an index when {@code CLUSTER} is called. Nothing is sorted now.
	 * @param index the name of the index
	 * @return this
	 */
	public TableAlteration clusterOn(String index) {
		open();
		this.settings.say(Setting.ofCluster(this.table), index);
		return this;
	}

	/**
	 * Is sorted by no index.
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
	 * Leaves a storage parameter to PostgreSQL.
	 * @param parameter its name
	 * @return this
	 */
	public TableAlteration without(String parameter) {
		open();
		this.settings.say(Setting.ofTable(this.table, parameter), null);
		return this;
	}

	/**
	 * The directives that make this of what it was.
	 */
	List<Directive> build(TableAlteration was) {
		List<Directive> changes = this.settings.changes(was.settings);
		if (changes.isEmpty()) {
			throw new InvalidDefinitionException("Nothing of the table %s changes.".formatted(this.table),
					"Say what: unlogged(), with(\"fillfactor\", 70), clusterOn(\"index\").");
		}
		return changes;
	}

}
