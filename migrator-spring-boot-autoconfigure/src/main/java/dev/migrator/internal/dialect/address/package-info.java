/**
 * Reads addresses of databases: URLs as hosting providers give them and as the driver
 * accepts them, and the login that opens another database of a server. Start reading at
 * {@link dev.migrator.internal.dialect.address.DatabaseUrl}.
 */
@NullMarked
package dev.migrator.internal.dialect.address;

import org.jspecify.annotations.NullMarked;
