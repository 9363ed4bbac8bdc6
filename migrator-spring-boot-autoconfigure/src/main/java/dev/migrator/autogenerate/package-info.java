/**
 * From what a database has and what it is to have to a revision that leads from one to
 * the other. What it is to have comes from a
 * {@link dev.migrator.autogenerate.WantedSchema}: the entities of the application, or a
 * file. Start reading at {@link dev.migrator.autogenerate.ModelComparison}, which asks
 * the database, and {@link dev.migrator.autogenerate.SchemaComparison}, which makes a
 * list of changes of two schemas: an {@link dev.migrator.autogenerate.Outcome} says what
 * is to be there in the end, {@link dev.migrator.autogenerate.ObjectComparison} finds
 * what differs from it, a {@link dev.migrator.autogenerate.Rule} for each kind proposes
 * operations, and {@link dev.migrator.autogenerate.Order} brings them into an order;
 * {@link dev.migrator.autogenerate.Downgrade} turns it round, and
 * {@link dev.migrator.autogenerate.SqlRevisionBody} and
 * {@link dev.migrator.autogenerate.JavaRevisionBody} write it down.
 * {@link dev.migrator.autogenerate.OnlineChanges} divides it in two for tables in use.
 */
@NullMarked
package dev.migrator.autogenerate;

import org.jspecify.annotations.NullMarked;
