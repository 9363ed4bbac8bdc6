/**
 * Workout Buddy, the sample application of the migrator: users plan workouts and log the
 * exercises that they did. Start reading at
 * {@link dev.migrator.sample.WorkoutBuddyApplication}; the schema's history is in
 * {@code src/main/resources/db/revisions} and {@link dev.migrator.sample.revisions}.
 */
@NullMarked
package dev.migrator.sample;

import org.jspecify.annotations.NullMarked;
