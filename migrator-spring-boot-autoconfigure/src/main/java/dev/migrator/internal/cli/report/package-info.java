/**
 * Reports what commands did or found, and asks questions before. Start reading at
 * {@link dev.migrator.internal.cli.report.MigrationReport} and
 * {@link dev.migrator.internal.cli.report.DifferencesReport}.
 */
@NullMarked
package dev.migrator.internal.cli.report;

import org.jspecify.annotations.NullMarked;
