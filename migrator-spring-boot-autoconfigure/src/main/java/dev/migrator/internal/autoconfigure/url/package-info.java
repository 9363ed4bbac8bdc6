/**
 * URLs of databases in the configuration: read in the form of hosting providers, and
 * explained if the driver does not accept them. Start reading at
 * {@link dev.migrator.internal.autoconfigure.url.JdbcUrlPropertySource}.
 */
@NullMarked
package dev.migrator.internal.autoconfigure.url;

import org.jspecify.annotations.NullMarked;
