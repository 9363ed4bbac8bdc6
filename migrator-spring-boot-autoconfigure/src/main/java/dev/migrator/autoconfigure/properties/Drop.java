package dev.migrator.autoconfigure.properties;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;

import dev.migrator.autogenerate.Droppable;

/**
 * What a generated revision may drop.
 */
public enum Drop {

	/** Nothing. Only alone. */
	NONE,

	/** Tables, with the enum types and domains that nothing else uses. */
	TABLES,

	/** Columns, with the enum types and domains that nothing else uses. */
	COLUMNS,

	/**
	 * Constraints and unique indexes over one column that the model does not have and
	 * nobody gave a name: they have the one that PostgreSQL gives
	 * ({@code users_email_key}), or a hash of Hibernate.
	 */
	UNNAMED,

	/** Indexes. One that is over a dropped column always goes with it. */
	INDEXES,

	/** Constraints. One that is over a dropped column always goes with it. */
	CONSTRAINTS,

	/** Sequences. One that a dropped column owns always goes with it. */
	SEQUENCES,

	/** Enum types that no column uses. */
	ENUMS,

	/** Domains that no column uses. */
	DOMAINS,

	/** Defaults and identities that entities do not mention. */
	DEFAULTS,

	/** Comments that entities do not mention. */
	COMMENTS;

	static Set<Droppable> removals(Collection<Drop> drops) {
		if (drops.contains(NONE) && drops.size() > 1) {
			throw MigratorConfigurationException.dropsNoneAndMore();
		}
		Set<Droppable> removals = EnumSet.noneOf(Droppable.class);
		drops.stream()
			.filter((drop) -> drop != NONE)
			.map((drop) -> Droppable.valueOf(drop.name()))
			.forEach(removals::add);
		return removals;
	}

}
