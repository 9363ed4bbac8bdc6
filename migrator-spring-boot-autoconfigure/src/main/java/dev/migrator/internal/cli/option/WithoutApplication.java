package dev.migrator.internal.cli.option;

/**
 * A command that does not need the application, and therefore does not start it.
 */
public interface WithoutApplication {

}
