package dev.migrator.cli;

/**
 * A command that asks the application nothing, and therefore does not start it.
 */
interface WithoutApplication {

}
