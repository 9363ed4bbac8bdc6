/**
 * Sorts proposed changes so that each can run, and combines changes that are one
 * statement. Start reading at {@link dev.migrator.internal.autogenerate.order.Order}.
 */
@NullMarked
package dev.migrator.internal.autogenerate.order;

import org.jspecify.annotations.NullMarked;
