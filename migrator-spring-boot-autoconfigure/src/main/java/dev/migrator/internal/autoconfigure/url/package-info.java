/**
 * URLs of databases in the configuration: read as hosts give them, and explained where
 * the driver does not take them. Start reading at
 * {@link dev.migrator.internal.autoconfigure.url.JdbcUrlPropertySource}.
 */
@NullMarked
package dev.migrator.internal.autoconfigure.url;

import org.jspecify.annotations.NullMarked;
