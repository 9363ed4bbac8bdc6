/**
 * Completes a model as soon as the database is known: the columns that are left out,
 * types that Hibernate does not tell, expressions in the words of the server. Start
 * reading at {@link dev.migrator.internal.autogenerate.model.SettledModel}.
 */
@NullMarked
package dev.migrator.internal.autogenerate.model;

import org.jspecify.annotations.NullMarked;
