package dev.migrator.internal.dialect.store;

import org.jspecify.annotations.Nullable;

/**
 * A script as the history records it.
 *
 * @param revision the id of its revision, or the path of a seed script
 * @param location its location, or {@code null} if no script has this revision
 * @param checksum its checksum, or {@code null} if it has none
 * @param checksumVersion the version of the checksum; 0 if it has none
 */
public record RecordedScript(String revision, @Nullable String location, @Nullable String checksum,
		int checksumVersion) {

	/**
	 * Creates the record of a revision that no script has.
	 * @param revision its id
	 * @return the record without a script
	 */
	public static RecordedScript without(String revision) {
		return new RecordedScript(revision, null, null, 0);
	}

}
