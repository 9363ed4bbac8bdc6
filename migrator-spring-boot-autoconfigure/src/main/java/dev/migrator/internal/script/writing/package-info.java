/**
 * Writes new revisions: chooses names and parents, writes header and body, checks the new
 * script, runs hooks. Start reading at
 * {@link dev.migrator.internal.script.writing.RevisionWriter}.
 */
@NullMarked
package dev.migrator.internal.script.writing;

import org.jspecify.annotations.NullMarked;
