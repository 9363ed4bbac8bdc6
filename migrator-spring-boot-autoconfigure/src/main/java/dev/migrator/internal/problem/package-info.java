/**
 * Text for people: names and messages from elsewhere, lists, points in time. Used by
 * every floor. Uses no other package.
 */
@NullMarked
package dev.migrator.internal.problem;

import org.jspecify.annotations.NullMarked;
