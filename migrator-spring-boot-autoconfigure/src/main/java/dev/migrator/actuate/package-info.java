/**
 * The endpoint {@code /actuator/migrations} and the health of the migrators. Public.
 * Start reading at {@link dev.migrator.actuate.MigrationsEndpoint}.
 */
@NullMarked
package dev.migrator.actuate;

import org.jspecify.annotations.NullMarked;
