package dev.migrator.result;

import java.util.List;

import dev.migrator.execution.HalfWay;

/**
 * The state of a database in short, for a health check that is repeated often. The cost
 * does not depend on the length of the history.
 *
 * @param current the version rows
 * @param heads the revisions that no other follows or depends on
 * @param pending the revisions that are not applied, in the order in which they would be
 * applied; empty if there is an unknown revision, because then the applied revisions are
 * not known
 * @param halfWay the revisions without a transaction that were begun and not finished
 */
public record MigrationHealth(List<String> current, List<String> heads, List<String> pending, List<HalfWay> halfWay) {

}
