/**
 * Rules about what is refused in a script before anything runs, and statements that are
 * recognized for other reasons. Start reading at
 * {@link dev.migrator.internal.dialect.inspection.ScriptInspection}; a rule is a
 * {@link dev.migrator.internal.dialect.inspection.ScriptRule}.
 */
@NullMarked
package dev.migrator.internal.dialect.inspection;

import org.jspecify.annotations.NullMarked;
