package dev.migrator.internal.dialect.normalform;

import dev.migrator.operation.Directive;
import org.jspecify.annotations.Nullable;

/**
 * A part of a temporary table.
 *
 * @param what a description, {@code column "age"}, or an empty text for the table itself
 * @param scratch the directive that creates it
 * @param wanted the directive that would create the wanted part, for messages
 */
record ScratchPiece(String what, Directive scratch, @Nullable Directive wanted) {

}
