/**
 * Comparing what the application wants with what its database has. Start reading at
 * {@link dev.migrator.autogenerate.WantedSchema}.
 */
@NullMarked
package dev.migrator.autogenerate;

import org.jspecify.annotations.NullMarked;
