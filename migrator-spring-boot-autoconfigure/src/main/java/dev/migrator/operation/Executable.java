package dev.migrator.operation;

/**
 * What can be run as it is: SQL text, or code. Every {@link Directive} becomes SQL text
 * before it is run or printed.
 */
public sealed interface Executable extends Operation permits ExecuteSql, DataMigration {

}
