/**
 * Writes new revisions: names, parents, header, body; checks what was written; runs
 * hooks. Start reading at {@link dev.migrator.internal.script.writing.RevisionWriter}.
 */
@NullMarked
package dev.migrator.internal.script.writing;

import org.jspecify.annotations.NullMarked;
