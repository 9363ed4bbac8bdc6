package dev.migrator.result;

import org.jspecify.annotations.Nullable;

/**
 * A revision with its statements.
 *
 * @param status the revision, and its state
 * @param upgrade the SQL of its upgrade, with code over live data as comments. Secrets
 * are masked. A long script is cut, and its last line says so
 * @param downgrade the SQL of its downgrade, or {@code null} if it is irreversible
 */
public record RevisionDetails(RevisionStatus status, String upgrade, @Nullable String downgrade) {

}
