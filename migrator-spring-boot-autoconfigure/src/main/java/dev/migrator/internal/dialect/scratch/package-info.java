/**
 * Creates scratch databases and schemas, in which SQL is tried and of which nothing
 * stays. Start reading at {@link dev.migrator.internal.dialect.scratch.Scratch}.
 */
@NullMarked
package dev.migrator.internal.dialect.scratch;

import org.jspecify.annotations.NullMarked;
