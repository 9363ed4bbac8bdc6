/**
 * The entrance of the launcher that {@code migrator init} writes into a project:
 * {@link dev.migrator.launcher.Launcher}. Uses only the ground.
 */
@NullMarked
package dev.migrator.launcher;

import org.jspecify.annotations.NullMarked;
