package dev.migrator.autogenerate;

import dev.migrator.schema.ObjectName;

/**
 * The generated name of a constraint or an index that has no name in the model. It is the
 * name that PostgreSQL would choose.
 *
 * @param table the table that it belongs to
 * @param name the name
 */
public record ImplicitName(ObjectName table, String name) {

}
