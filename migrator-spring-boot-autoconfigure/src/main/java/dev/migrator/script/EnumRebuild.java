package dev.migrator.script;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How an enum type gets other values. All columns of that type have to be named, with
 * their defaults. What else is written for the type or for one of these columns stands in
 * the way, and PostgreSQL refuses the change: drop such checks, generated columns,
 * partial indexes, views, triggers, policies and functions before, and create them again
 * behind it.
 */
public final class EnumRebuild extends EnumDefinition<EnumRebuild> {

	private final Map<String, String> replaced = new LinkedHashMap<>();

	EnumRebuild() {
	}

	/**
	 * Puts another value into the rows that have one that goes. Without it such a row
	 * fails the revision.
	 * @param value the value that goes
	 * @param by the value that takes its place
	 * @return this
	 */
	public EnumRebuild replace(String value, String by) {
		open();
		this.replaced.put(value, by);
		return this;
	}

	Map<String, String> replaced() {
		return this.replaced;
	}

	@Override
	EnumRebuild self() {
		return this;
	}

}
