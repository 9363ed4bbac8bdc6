package dev.migrator.internal.autogenerate.situation;

import java.util.Map;
import java.util.Set;

import dev.migrator.internal.schema.ObjectId;

/**
 * The results for the existing constraints and indexes.
 *
 * @param dropReasons the reasons for the dropped ones
 * @param remarks the remarks for the new ones
 * @param kept those that only the database has, and keeps
 * @param renamed those that are only renamed: the old identity and the new one
 */
public record KeyMatches(Map<ObjectId, KeyDropReason> dropReasons, Map<ObjectId, String> remarks, Set<ObjectId> kept,
		Map<ObjectId, ObjectId> renamed) {

}
