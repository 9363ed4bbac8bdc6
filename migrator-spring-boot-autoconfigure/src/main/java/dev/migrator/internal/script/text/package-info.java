/**
 * Reads script files: folders and class path, header, sections, checksums. Start reading
 * at {@link dev.migrator.internal.script.text.ScriptLocation}, then
 * {@link dev.migrator.internal.script.text.HeaderReader}.
 */
@NullMarked
package dev.migrator.internal.script.text;

import org.jspecify.annotations.NullMarked;
