/**
 * Text for people: names and messages that somebody else chose, lists, points in time.
 * Used by every floor; uses nothing.
 */
@NullMarked
package dev.migrator.internal.problem;

import org.jspecify.annotations.NullMarked;
