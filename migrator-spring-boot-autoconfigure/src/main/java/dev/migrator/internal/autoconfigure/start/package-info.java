/**
 * How a command that uses only the migrator starts without the beans of the application:
 * a command before it found out that they make no difference, and nothing has changed
 * since. Start reading at
 * {@link dev.migrator.internal.autoconfigure.start.RecordedStart}.
 */
@NullMarked
package dev.migrator.internal.autoconfigure.start;

import org.jspecify.annotations.NullMarked;
