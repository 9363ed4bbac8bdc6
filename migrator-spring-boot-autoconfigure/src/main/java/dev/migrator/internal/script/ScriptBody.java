package dev.migrator.internal.script;

import java.util.List;

import dev.migrator.operation.Executable;

/**
 * The operations of a script in one direction.
 *
 * @param operations the operations to run, in order; directives are SQL here
 * @param firstLine the line of the script at which SQL begins, from 1; 1 for a Java
 * revision
 */
public record ScriptBody(List<Executable> operations, int firstLine) {

}
