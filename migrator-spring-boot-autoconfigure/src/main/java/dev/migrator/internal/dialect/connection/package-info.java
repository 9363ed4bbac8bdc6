/**
 * Holds the connection of a run and what is sent over it: messages, COPY data, the
 * advisory lock, and the query for the sessions that block a session. The driver is used
 * here, in {@code dialect.error} and in {@code dialect.address}. Start reading at
 * {@link dev.migrator.internal.dialect.connection.ServerConnection}.
 */
@NullMarked
package dev.migrator.internal.dialect.connection;

import org.jspecify.annotations.NullMarked;
