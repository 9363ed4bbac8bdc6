/**
 * Sets, records and restores the state of a session: what a run sets, and what a script
 * may leave. Also begins and ends transactions. Start reading at
 * {@link dev.migrator.internal.dialect.session.SessionState} and
 * {@link dev.migrator.internal.dialect.session.RunSettings}.
 */
@NullMarked
package dev.migrator.internal.dialect.session;

import org.jspecify.annotations.NullMarked;
