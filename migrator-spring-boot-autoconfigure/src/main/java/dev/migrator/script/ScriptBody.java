package dev.migrator.script;

import java.util.List;

import dev.migrator.operation.Operation;

/**
 * What a script does in one direction.
 *
 * @param operations the operations, in order
 * @param firstLine the line of the script at which SQL begins, from 1; 1 for a Java
 * revision
 */
public record ScriptBody(List<Operation> operations, int firstLine) {

}
