/**
 * Represents errors of the server as values and as text for people, and hides the secrets
 * in it. Start reading at {@link dev.migrator.internal.dialect.error.ServerError} and
 * {@link dev.migrator.internal.dialect.error.Secrets}.
 */
@NullMarked
package dev.migrator.internal.dialect.error;

import org.jspecify.annotations.NullMarked;
