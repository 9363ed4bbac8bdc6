/**
 * The command line from end to end: each command in a process of its own, as it is typed,
 * on a real server.
 */
@NullMarked
package dev.migrator.sample.commandline;

import org.jspecify.annotations.NullMarked;
