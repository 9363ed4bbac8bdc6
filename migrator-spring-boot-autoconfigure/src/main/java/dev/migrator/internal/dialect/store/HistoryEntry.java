package dev.migrator.internal.dialect.store;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;

import dev.migrator.internal.dialect.connection.Row;
import dev.migrator.revision.Direction;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the history.
 *
 * @param id its id
 * @param revision the revision
 * @param direction the direction, or {@code null} if only a later version of the migrator
 * knows it
 * @param outcome the outcome
 * @param checksum checksum of the script's upgrade section when it ran, if it has one
 * @param checksumVersion the version of the checksum; 0 if it has none
 * @param statements the number of statements of the script, if it ran without a
 * transaction
 * @param statementsDone the number of completed statements
 * @param doneHash the hash of the completed statements, or {@code null}
 * @param session the state of the script's session, or {@code null}
 * @param error the error because of which it stopped, or {@code null}
 * @param started the time when it began
 * @param duration its duration, or {@code null} if it was not run, or not to its end
 * @param by the user who began it
 * @param ours whether the entry names this version table; an older entry does not name
 * one
 */
public record HistoryEntry(long id, String revision, @Nullable Direction direction, HistoryOutcome outcome,
		@Nullable String checksum, int checksumVersion, int statements, int statementsDone, @Nullable String doneHash,
		@Nullable String session, @Nullable String error, Instant started, @Nullable Duration duration, String by,
		boolean ours) {

	/**
	 * Reads an entry.
	 * @param row the row, which has the entry's columns from its id on
	 * @param first the index of the column with the id
	 */
	static HistoryEntry of(Row row, int first) {
		String checksumVersion = row.text(first + 5);
		String duration = row.text(first + 12);
		return new HistoryEntry(Long.parseLong(row.required(first)), row.required(first + 1),
				direction(row.required(first + 2)), HistoryOutcome.of(row.required(first + 3)), row.text(first + 4),
				(checksumVersion != null) ? Integer.parseInt(checksumVersion) : 0,
				Integer.parseInt(row.required(first + 6)), Integer.parseInt(row.required(first + 7)),
				row.text(first + 8), row.text(first + 9), row.text(first + 10),
				Instant.EPOCH.plus(Long.parseLong(row.required(first + 11)), ChronoUnit.MICROS),
				(duration != null) ? Duration.of(Long.parseLong(duration), ChronoUnit.MICROS) : null,
				row.required(first + 13), row.text(first + 14) != null);
	}

	private static @Nullable Direction direction(String word) {
		return Arrays.stream(Direction.values())
			.filter((direction) -> direction.command().equals(word))
			.findFirst()
			.orElse(null);
	}

}
