package dev.migrator.autoconfigure;

import dev.migrator.MigratorBuilder;

/**
 * Changes the auto-configured migrator before it is built. Beans of this type are called
 * in their order, after the configuration properties have been applied.
 */
@FunctionalInterface
public interface MigratorCustomizer {

	/**
	 * Changes the builder of the migrator.
	 * @param builder the builder
	 */
	void customize(MigratorBuilder builder);

}
