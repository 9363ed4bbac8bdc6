/**
 * Prints a plan as a script for psql. Start reading at
 * {@link dev.migrator.internal.execution.print.PlanPrinter}.
 */
@NullMarked
package dev.migrator.internal.execution.print;

import org.jspecify.annotations.NullMarked;
