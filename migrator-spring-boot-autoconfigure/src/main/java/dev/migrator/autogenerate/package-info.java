/**
 * The values of autogenerate: the {@linkplain dev.migrator.autogenerate.WantedSchema
 * schema that is wanted}, the settings and results of a comparison, the
 * {@linkplain dev.migrator.autogenerate.Change changes} that it proposes, and their
 * {@linkplain dev.migrator.autogenerate.DowngradeChanges downgrade}. Public: a
 * {@link dev.migrator.autogenerate.ChangeCustomizer} sees the changes. The comparison is
 * in {@link dev.migrator.internal.autogenerate.comparison}.
 */
@NullMarked
package dev.migrator.autogenerate;

import org.jspecify.annotations.NullMarked;
