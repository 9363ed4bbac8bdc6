/**
 * One rule for each kind of object: it decides which operations create, change and drop
 * one, and completes what a model does not say. Start reading at
 * {@link dev.migrator.internal.autogenerate.rule.Rule}, then
 * {@link dev.migrator.internal.autogenerate.rule.Rules}.
 */
@NullMarked
package dev.migrator.internal.autogenerate.rule;

import org.jspecify.annotations.NullMarked;
