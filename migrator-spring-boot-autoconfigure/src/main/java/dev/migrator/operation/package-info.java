/**
 * What a revision does, as data: an {@link dev.migrator.operation.Operation} can be run
 * and printed by those who know how, reverses itself, writes itself as Java source, and
 * knows neither a database nor Spring. Most are a
 * {@link dev.migrator.operation.Directive}, one record for each; what is run in the end
 * is {@link dev.migrator.operation.Executable}. A user's own is a
 * {@link dev.migrator.operation.CustomOperation}.
 */
@NullMarked
package dev.migrator.operation;

import org.jspecify.annotations.NullMarked;
