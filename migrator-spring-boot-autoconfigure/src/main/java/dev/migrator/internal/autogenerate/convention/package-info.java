/**
 * Applies the {@linkplain dev.migrator.autogenerate.convention conventions} to a model,
 * before it is compared. Start reading at
 * {@link dev.migrator.internal.autogenerate.convention.ArrangedColumns}.
 */
@NullMarked
package dev.migrator.internal.autogenerate.convention;

import org.jspecify.annotations.NullMarked;
