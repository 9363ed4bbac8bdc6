/**
 * Faults made for real: processes that are killed and frozen, connections that are cut,
 * servers that are stopped, locks that others hold, poolers in between. What an operator
 * sees of each is in {@code docs/what-happens-when.md}.
 */
@NullMarked
package dev.migrator.faults;

import org.jspecify.annotations.NullMarked;
