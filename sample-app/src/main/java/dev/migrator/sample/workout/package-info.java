/**
 * Workouts of a user, and the exercises logged in them.
 */
@NullMarked
package dev.migrator.sample.workout;

import org.jspecify.annotations.NullMarked;
