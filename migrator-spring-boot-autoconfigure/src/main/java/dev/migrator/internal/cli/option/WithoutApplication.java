package dev.migrator.internal.cli.option;

/**
 * A command that asks the application nothing, and therefore does not start it.
 */
public interface WithoutApplication {

}
