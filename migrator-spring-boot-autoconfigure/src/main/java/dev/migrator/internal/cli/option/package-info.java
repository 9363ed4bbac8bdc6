/**
 * The options that commands share, and
 * {@link dev.migrator.internal.cli.option.Invocation}, which every command starts from.
 */
@NullMarked
package dev.migrator.internal.cli.option;

import org.jspecify.annotations.NullMarked;
