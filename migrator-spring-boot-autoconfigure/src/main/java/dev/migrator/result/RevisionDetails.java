package dev.migrator.result;

import org.jspecify.annotations.Nullable;

/**
 * A revision with what it does.
 *
 * @param status the revision, and where it stands
 * @param upgrade what applying it does: SQL, with code over live data as comments.
 * Secrets are masked, and of a long script the beginning is shown, with a last line that
 * says so
 * @param downgrade what undoing it does, or {@code null} if it is irreversible
 */
public record RevisionDetails(RevisionStatus status, String upgrade, @Nullable String downgrade) {

}
