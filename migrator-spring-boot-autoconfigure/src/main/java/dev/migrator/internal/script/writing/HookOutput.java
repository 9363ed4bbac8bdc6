package dev.migrator.internal.script.writing;

/**
 * The output of a hook.
 *
 * @param hook the configured hook
 * @param output its standard output and its error output, with passwords masked
 */
public record HookOutput(String hook, String output) {

}
