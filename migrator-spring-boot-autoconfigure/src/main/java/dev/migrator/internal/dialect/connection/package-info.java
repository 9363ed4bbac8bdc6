/**
 * The connection of a run and what is sent over it: messages, COPY data, the advisory
 * lock, and who blocks a session. The driver is used here alone. Start reading at
 * {@link dev.migrator.internal.dialect.connection.ServerConnection}.
 */
@NullMarked
package dev.migrator.internal.dialect.connection;

import org.jspecify.annotations.NullMarked;
