/**
 * What commands say of what they did or found, and what they ask before. Start reading at
 * {@link dev.migrator.internal.cli.report.MigrationReport} and
 * {@link dev.migrator.internal.cli.report.DifferencesReport}.
 */
@NullMarked
package dev.migrator.internal.cli.report;

import org.jspecify.annotations.NullMarked;
