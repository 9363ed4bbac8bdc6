/**
 * The command line from end to end, on a real server: the application is started with
 * what is typed. Where the process is the point, and on a terminal, it has one of its
 * own; otherwise it runs in the JVM of the tests.
 */
@NullMarked
package dev.migrator.sample.commandline;

import org.jspecify.annotations.NullMarked;
