/**
 * One rule for each kind of object: it decides which operations create, change and drop
 * an object, and completes what a model leaves open. Start reading at
 * {@link dev.migrator.internal.autogenerate.rule.Rule}, then
 * {@link dev.migrator.internal.autogenerate.rule.Rules}.
 */
@NullMarked
package dev.migrator.internal.autogenerate.rule;

import org.jspecify.annotations.NullMarked;
