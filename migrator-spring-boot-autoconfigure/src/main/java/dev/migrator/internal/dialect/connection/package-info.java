/**
 * Holds the connection of a run and what is sent over it: messages, COPY data, the
 * advisory lock, and the query for the sessions that block a session. The driver is used
 * only here. Start reading at
 * {@link dev.migrator.internal.dialect.connection.ServerConnection}.
 */
@NullMarked
package dev.migrator.internal.dialect.connection;

import org.jspecify.annotations.NullMarked;
