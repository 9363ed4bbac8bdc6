package dev.migrator.internal.dialect.store;

import org.jspecify.annotations.Nullable;

/**
 * A script as the history names it.
 *
 * @param revision the id of its revision, or the path of a seed script
 * @param location where it is, or {@code null} if no script has that revision
 * @param checksum its checksum, or {@code null} if it has none
 * @param checksumVersion how the checksum was made; 0 if it has none
 */
public record RecordedScript(String revision, @Nullable String location, @Nullable String checksum,
		int checksumVersion) {

	/**
	 * A revision that no script has.
	 * @param revision its id
	 * @return the revision alone
	 */
	public static RecordedScript without(String revision) {
		return new RecordedScript(revision, null, null, 0);
	}

}
