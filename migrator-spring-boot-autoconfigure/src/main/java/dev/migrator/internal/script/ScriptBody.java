package dev.migrator.internal.script;

import java.util.List;

import dev.migrator.operation.Executable;

/**
 * What a script does in one direction.
 *
 * @param operations what is run, in order: directives have become SQL here
 * @param firstLine the line of the script at which SQL begins, from 1; 1 for a Java
 * revision
 */
public record ScriptBody(List<Executable> operations, int firstLine) {

}
