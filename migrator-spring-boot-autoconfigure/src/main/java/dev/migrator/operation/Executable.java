package dev.migrator.operation;

/**
 * An operation that can be run as it is: SQL text, or code. A {@link Directive} becomes
 * SQL text before it is run or printed.
 */
public sealed interface Executable extends Operation permits ExecuteSql, DataMigration {

}
