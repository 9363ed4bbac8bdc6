/**
 * Changes for tables in use. {@link dev.migrator.autogenerate.online.OnlineAlternatives}
 * says for each change how it is made while others read and write;
 * {@link dev.migrator.autogenerate.online.OnlineOrder} brings all of them into one order,
 * from which {@link dev.migrator.autogenerate.online.OnlineChanges} takes the two
 * revisions.
 */
@NullMarked
package dev.migrator.autogenerate.online;

import org.jspecify.annotations.NullMarked;
