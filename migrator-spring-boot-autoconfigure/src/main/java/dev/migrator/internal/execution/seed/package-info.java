/**
 * Seed scripts and reset. Start reading at
 * {@link dev.migrator.internal.execution.seed.SeedRunner} and
 * {@link dev.migrator.internal.execution.seed.SchemaReset}.
 */
@NullMarked
package dev.migrator.internal.execution.seed;

import org.jspecify.annotations.NullMarked;
