/**
 * The state of a session: what a run sets, what a script may leave behind, and how it is
 * restored; transactions. Start reading at
 * {@link dev.migrator.internal.dialect.session.SessionState} and
 * {@link dev.migrator.internal.dialect.session.RunSettings}.
 */
@NullMarked
package dev.migrator.internal.dialect.session;

import org.jspecify.annotations.NullMarked;
