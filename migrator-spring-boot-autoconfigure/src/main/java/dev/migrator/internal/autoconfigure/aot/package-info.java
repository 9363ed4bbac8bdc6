/**
 * The needs of an application that is processed ahead of time, above all as a native
 * image. Start reading at
 * {@link dev.migrator.internal.autoconfigure.aot.MigratorRuntimeHints}.
 */
@NullMarked
package dev.migrator.internal.autoconfigure.aot;

import org.jspecify.annotations.NullMarked;
