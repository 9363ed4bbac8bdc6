/**
 * The graph of revisions, the targets that commands are given, and the plans between two
 * states of a database: pure functions over immutable values, without I/O and without
 * Spring. Public. It is one package, larger than others, so that the numbers of the nodes
 * stay internal. Start reading at {@link dev.migrator.revision.RevisionGraph}, then
 * {@link dev.migrator.revision.TargetResolver} and {@link dev.migrator.revision.Planner}.
 */
@NullMarked
package dev.migrator.revision;

import org.jspecify.annotations.NullMarked;
