/**
 * Other tools that may change the database before the migrator. Start reading at
 * {@link dev.migrator.internal.autoconfigure.tool.ToolKind}.
 */
@NullMarked
package dev.migrator.internal.autoconfigure.tool;

import org.jspecify.annotations.NullMarked;
