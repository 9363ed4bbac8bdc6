/**
 * What PostgreSQL can do with objects of each kind, and what a model leaves open about
 * them. A {@link dev.migrator.autogenerate.rule.Rule} for each kind says how one is
 * created, altered, replaced and dropped, and what it does not outlive;
 * {@link dev.migrator.autogenerate.rule.Rules} are all of them as one. A rule is given
 * the {@link dev.migrator.autogenerate.rule.Situation}, and answers with
 * {@linkplain dev.migrator.autogenerate.rule.Proposed proposed} operations that have no
 * place in an order yet. What concerns columns whose numbers come from something else
 * than before, {@link dev.migrator.autogenerate.rule.SourceChanges} decides for all of
 * them.
 */
@NullMarked
package dev.migrator.autogenerate.rule;

import org.jspecify.annotations.NullMarked;
