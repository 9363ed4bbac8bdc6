/**
 * The generated revision: the body of its script, in SQL or in Java, and its trial in a
 * scratch database before it is written. Start reading at
 * {@link dev.migrator.internal.autogenerate.revision.RevisionTrial} and
 * {@link dev.migrator.internal.autogenerate.revision.SqlRevisionBody}.
 */
@NullMarked
package dev.migrator.internal.autogenerate.revision;

import org.jspecify.annotations.NullMarked;
