package dev.migrator.internal.script.writing;

/**
 * What a hook said.
 *
 * @param hook the hook as configured
 * @param output all that it wrote, to its output and to its error output, without
 * passwords
 */
public record HookOutput(String hook, String output) {

}
