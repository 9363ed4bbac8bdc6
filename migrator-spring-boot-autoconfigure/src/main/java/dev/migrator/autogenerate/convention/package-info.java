/**
 * Conventions for what a model leaves open: the
 * {@linkplain dev.migrator.autogenerate.convention.ColumnOrder order of columns}. Public:
 * they are settings of a comparison. They are applied in
 * {@link dev.migrator.internal.autogenerate.convention}.
 */
@NullMarked
package dev.migrator.autogenerate.convention;

import org.jspecify.annotations.NullMarked;
