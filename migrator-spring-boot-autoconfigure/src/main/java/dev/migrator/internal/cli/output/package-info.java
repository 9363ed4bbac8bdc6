/**
 * Writes the output of commands: the screen, colours, JSON, files, revisions as text.
 * Start reading at {@link dev.migrator.internal.cli.output.Screen}.
 */
@NullMarked
package dev.migrator.internal.cli.output;

import org.jspecify.annotations.NullMarked;
