package dev.migrator.autogenerate;

import dev.migrator.schema.object.ObjectId;
import org.jspecify.annotations.Nullable;

/**
 * Why a constraint or an index goes.
 *
 * @param detected the line for the log, or {@code null} if it only goes with something
 * @param loss what is lost with it, or {@code null}
 * @param successor what takes its place, or {@code null}
 */
record Going(@Nullable String detected, @Nullable String loss, @Nullable ObjectId successor) {
}
