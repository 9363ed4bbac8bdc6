package dev.migrator.autogenerate;

/**
 * Reads the schema that the application wants. A bean of this type replaces the default,
 * which reads the entities.
 */
@FunctionalInterface
public interface WantedSchema {

	/**
	 * Reads the schema. It must not change the database, or start a part of the
	 * application that uses its tables. It may take a connection of the migrator's
	 * DataSource. The caller holds none, because the pool may have only one.
	 * @param server the server that the schema is for
	 * @return the wanted schema
	 * @throws UnreadableModelException if it cannot be determined
	 */
	WantedModel read(TargetServer server);

}
