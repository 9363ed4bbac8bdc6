/**
 * The sources of an application: its folders, its Java sources, the build output,
 * templates. Start reading at {@link dev.migrator.internal.script.project.Project}.
 */
@NullMarked
package dev.migrator.internal.script.project;

import org.jspecify.annotations.NullMarked;
