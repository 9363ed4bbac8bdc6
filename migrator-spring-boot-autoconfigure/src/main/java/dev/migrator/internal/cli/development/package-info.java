/**
 * The commands of developers, one class for each: they write scripts into the project and
 * check them. Start reading at
 * {@link dev.migrator.internal.cli.development.RevisionCommand}.
 */
@NullMarked
package dev.migrator.internal.cli.development;

import org.jspecify.annotations.NullMarked;
