/**
 * The words that a shell completes, and the scripts with which bash, zsh and fish do it.
 * Start reading at {@link dev.migrator.internal.cli.completion.CompletionScript}; the
 * code of the shells is in the templates beside it. May use picocli's description of the
 * commands and {@code dev.migrator.result}.
 */
@NullMarked
package dev.migrator.internal.cli.completion;

import org.jspecify.annotations.NullMarked;
