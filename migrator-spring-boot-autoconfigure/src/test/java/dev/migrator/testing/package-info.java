/**
 * What tests are made with: a real PostgreSQL ({@link dev.migrator.testing.Postgres}),
 * databases whose sessions are used again, revisions in a folder.
 * <p>
 * Tags say where a test runs besides the normal run: {@code server} also on the oldest
 * server in the thorough run, {@code oldest} there in the normal run too, because it
 * depends on the version of the server; {@code strength} again in the thorough run, which
 * tries more; {@code thorough} in the thorough run only.
 */
@NullMarked
package dev.migrator.testing;

import org.jspecify.annotations.NullMarked;
