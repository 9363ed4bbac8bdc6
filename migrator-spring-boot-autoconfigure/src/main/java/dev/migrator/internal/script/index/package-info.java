/**
 * Knows what is in the scripts of a jar without reading them. Start reading at
 * {@link dev.migrator.internal.script.index.KnownScripts}.
 */
@NullMarked
package dev.migrator.internal.script.index;

import org.jspecify.annotations.NullMarked;
