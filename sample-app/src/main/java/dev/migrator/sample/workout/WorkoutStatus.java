package dev.migrator.sample.workout;

import java.util.Set;

/**
 * How far a workout has come. The names are the labels of PostgreSQL's
 * {@code workout_status}.
 */
public enum WorkoutStatus {

	/** Not begun. */
	PLANNED,

	/** Begun. */
	IN_PROGRESS,

	/** Done; nothing follows. */
	COMPLETED,

	/** Not done; nothing follows. */
	SKIPPED;

	boolean canBecome(WorkoutStatus next) {
		return switch (this) {
			case PLANNED -> Set.of(IN_PROGRESS, SKIPPED).contains(next);
			case IN_PROGRESS -> next == COMPLETED;
			case COMPLETED, SKIPPED -> false;
		};
	}

}
