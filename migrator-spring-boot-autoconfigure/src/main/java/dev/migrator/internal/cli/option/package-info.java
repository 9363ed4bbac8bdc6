/**
 * The options that commands share, and
 * {@link dev.migrator.internal.cli.option.Invocation}, from which every command starts.
 */
@NullMarked
package dev.migrator.internal.cli.option;

import org.jspecify.annotations.NullMarked;
