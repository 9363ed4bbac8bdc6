/**
 * Changes and fills rows: conversions of types, positions of sequences, sample rows for a
 * trial. Start reading at {@link dev.migrator.internal.dialect.value.TypeConversion} and
 * {@link dev.migrator.internal.dialect.value.NumberCounter}.
 */
@NullMarked
package dev.migrator.internal.dialect.value;

import org.jspecify.annotations.NullMarked;
