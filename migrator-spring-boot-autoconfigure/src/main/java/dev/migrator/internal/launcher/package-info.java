/**
 * Runs a command on the classes of a project, which are built first if they are stale:
 * the files of the project and when they are stale, the build, the arguments of the JVM,
 * the archive of classes that makes it quick. Start reading at
 * {@link dev.migrator.internal.launcher.Launch}.
 */
@NullMarked
package dev.migrator.internal.launcher;

import org.jspecify.annotations.NullMarked;
