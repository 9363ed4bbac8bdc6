/**
 * The order in which changes run. {@link dev.migrator.autogenerate.order.Order} makes a
 * graph of proposed operations: what one needs, or what keeps a name that it takes, is
 * pulled in front of it, and ties are broken by
 * {@linkplain dev.migrator.autogenerate.order.Places places}; a table with its parts is
 * written as one statement where nothing has to run in between.
 */
@NullMarked
package dev.migrator.autogenerate.order;

import org.jspecify.annotations.NullMarked;
