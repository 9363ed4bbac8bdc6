/**
 * All SQL about the version table and the history table: what creates and completes them
 * ({@link dev.migrator.dialect.store.TableCreation}), what reads the state of a database
 * ({@link dev.migrator.dialect.store.StateQuery}), what changes it
 * ({@link dev.migrator.dialect.store.VersionRowChange},
 * {@link dev.migrator.dialect.store.HistoryTable}), which rights that takes
 * ({@link dev.migrator.dialect.store.TableRights}), and what a printed script does of all
 * this by itself ({@link dev.migrator.dialect.store.PrintedFrame}). Start reading at
 * {@link dev.migrator.dialect.store.MigratorTables}. It uses the rest of the dialect, and
 * knows neither scripts nor plans.
 */
@NullMarked
package dev.migrator.dialect.store;

import org.jspecify.annotations.NullMarked;
