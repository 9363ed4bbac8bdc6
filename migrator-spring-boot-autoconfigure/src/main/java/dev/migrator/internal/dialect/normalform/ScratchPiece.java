package dev.migrator.internal.dialect.normalform;

import dev.migrator.operation.Directive;
import org.jspecify.annotations.Nullable;

/**
 * A part of a temporary table.
 *
 * @param what what it is, {@code column "age"}, or an empty text for the table itself
 * @param scratch what creates it
 * @param wanted what would create it as it is wanted, to be shown
 */
record ScratchPiece(String what, Directive scratch, @Nullable Directive wanted) {

}
