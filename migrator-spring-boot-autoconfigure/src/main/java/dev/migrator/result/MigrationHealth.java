package dev.migrator.result;

import java.util.List;

import dev.migrator.execution.HalfWay;

/**
 * Where a database is and what it lacks, in short: what a health check asks again and
 * again. Costs the same however long the history is.
 *
 * @param current the version rows
 * @param heads the revisions that none follows and none depends on
 * @param pending the revisions that are not applied, in the order in which they would be;
 * empty if there is an unknown revision, because what is applied cannot be known then
 * @param halfWay the revisions without a transaction that were begun and not finished
 */
public record MigrationHealth(List<String> current, List<String> heads, List<String> pending, List<HalfWay> halfWay) {

}
