/**
 * Splits changes into two revisions that do not block readers and writers ({@code
 * --online}). Start reading at
 * {@link dev.migrator.internal.autogenerate.online.OnlineChanges}.
 */
@NullMarked
package dev.migrator.internal.autogenerate.online;

import org.jspecify.annotations.NullMarked;
