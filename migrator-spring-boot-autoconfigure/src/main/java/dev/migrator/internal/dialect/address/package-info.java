/**
 * Addresses of databases: URLs as hosts give them and as the driver takes them, and the
 * login that opens another database of a server.
 */
@NullMarked
package dev.migrator.internal.dialect.address;

import org.jspecify.annotations.NullMarked;
