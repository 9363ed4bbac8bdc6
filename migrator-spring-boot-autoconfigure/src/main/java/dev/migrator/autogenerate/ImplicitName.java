package dev.migrator.autogenerate;

import dev.migrator.schema.ObjectName;

/**
 * The name of a constraint or an index that the model does not name. It is the one that
 * PostgreSQL would choose.
 *
 * @param table the table that it belongs to
 * @param name the name
 */
public record ImplicitName(ObjectName table, String name) {

}
