package dev.migrator.schema;

/**
 * The type of a column. {@link Types} makes them.
 */
public sealed interface DataType permits BuiltInType, NamedType, WrittenType, ArrayType {

}
