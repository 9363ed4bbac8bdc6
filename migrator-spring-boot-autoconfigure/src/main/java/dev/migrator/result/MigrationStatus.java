package dev.migrator.result;

import java.util.List;

import dev.migrator.execution.HalfWay;

/**
 * The state of a database, and all revisions.
 *
 * @param halfWay the revisions without a transaction that were begun and not finished
 * @param current the version rows
 * @param heads the revisions that no other follows or depends on
 * @param pending the revisions that are not applied, in the order in which they would be
 * applied; empty if there is an unknown revision, because then the applied revisions are
 * not known
 * @param branchPoints the revisions that several others follow
 * @param revisions all revisions, newest first, those without a script before the others
 */
public record MigrationStatus(List<HalfWay> halfWay, List<String> current, List<String> heads, List<String> pending,
		List<String> branchPoints, List<RevisionStatus> revisions) {

}
