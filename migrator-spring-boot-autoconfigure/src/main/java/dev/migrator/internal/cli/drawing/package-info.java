/**
 * The graph as a drawing: for the terminal, Graphviz and Mermaid. Start reading at
 * {@link dev.migrator.internal.cli.drawing.GraphDrawing}.
 */
@NullMarked
package dev.migrator.internal.cli.drawing;

import org.jspecify.annotations.NullMarked;
