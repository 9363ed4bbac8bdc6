/**
 * Tests of the launcher that need no build tool. The sample application runs it.
 */
@NullMarked
package dev.migrator.internal.launcher;

import org.jspecify.annotations.NullMarked;
