/**
 * Text for people: names and messages from elsewhere, lists, points in time. Digests, and
 * files that are written whole. Used by every floor. Uses no other package. Start reading
 * at {@link dev.migrator.internal.problem.Printable}.
 */
@NullMarked
package dev.migrator.internal.problem;

import org.jspecify.annotations.NullMarked;
