/**
 * Accepted differences, and kinds of differences that are not compared: what is left as
 * the database has it, the file that lists it, and the messages about it. Start reading
 * at {@link dev.migrator.internal.autogenerate.acceptance.Acceptance}.
 */
@NullMarked
package dev.migrator.internal.autogenerate.acceptance;

import org.jspecify.annotations.NullMarked;
