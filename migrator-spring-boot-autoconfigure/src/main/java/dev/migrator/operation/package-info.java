/**
 * What a revision does, as data: an {@link dev.migrator.operation.Operation} can be run,
 * printed and reversed by those who know how, and knows neither a database nor Spring.
 */
@NullMarked
package dev.migrator.operation;

import org.jspecify.annotations.NullMarked;
