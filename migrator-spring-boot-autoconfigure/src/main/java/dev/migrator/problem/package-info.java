/**
 * The ground of the house: {@link dev.migrator.problem.MigratorException}, which says
 * what is wrong, where, why, and what to do. Every floor above derives its own problems
 * from it and adds their data. Imports nothing but the JDK.
 * {@link dev.migrator.problem.Printable} makes what others chose fit to be shown.
 */
@NullMarked
package dev.migrator.problem;

import org.jspecify.annotations.NullMarked;
