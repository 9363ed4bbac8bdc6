package dev.migrator.internal.command.development;

import dev.migrator.internal.autogenerate.baseline.WrittenSchema;
import dev.migrator.internal.script.writing.CreatedRevision;

/**
 * The first revision of a database, with which it was stamped.
 *
 * @param created the revision
 * @param schema the schema that it makes
 * @param trial what was tried in a scratch database, or why nothing was, for the user
 */
public record WrittenBaseline(CreatedRevision created, WrittenSchema schema, String trial) {
}
