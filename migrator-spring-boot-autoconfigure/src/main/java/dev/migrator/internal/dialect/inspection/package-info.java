/**
 * Refuses statements of a script before anything runs, and recognizes statements for
 * other reasons. Start reading at
 * {@link dev.migrator.internal.dialect.inspection.ScriptInspection}; a rule is a
 * {@link dev.migrator.internal.dialect.inspection.ScriptRule}.
 */
@NullMarked
package dev.migrator.internal.dialect.inspection;

import org.jspecify.annotations.NullMarked;
