/**
 * The commands of developers: they write revisions into the sources of the project,
 * generate them from the model, and check what is written. Start reading at
 * {@link dev.migrator.internal.command.development.ProjectRevisions} and
 * {@link dev.migrator.internal.command.development.Autogeneration}.
 */
@NullMarked
package dev.migrator.internal.command.development;

import org.jspecify.annotations.NullMarked;
