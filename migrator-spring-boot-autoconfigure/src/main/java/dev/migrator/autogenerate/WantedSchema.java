package dev.migrator.autogenerate;

/**
 * Knows what schema the application wants. A bean of this type replaces the one that
 * reads the entities.
 */
@FunctionalInterface
public interface WantedSchema {

	/**
	 * Reads what is wanted. Nothing of the database is changed, and nothing of the
	 * application started that would use its tables. It may take a connection of the
	 * migrator's DataSource, so the caller holds none: there may be no second one.
	 * @param server the server that the schema is for
	 * @return what is wanted
	 * @throws UnreadableModelException if it cannot be told
	 */
	WantedModel read(TargetServer server);

}
