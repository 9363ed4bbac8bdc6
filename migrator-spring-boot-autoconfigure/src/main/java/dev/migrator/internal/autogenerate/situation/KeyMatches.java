package dev.migrator.internal.autogenerate.situation;

import java.util.Map;
import java.util.Set;

import dev.migrator.internal.schema.ObjectId;

/**
 * The fate of each constraint and index that is there.
 *
 * @param going why one goes
 * @param remarks what the author has to know of one that comes
 * @param kept what only the database has, and keeps
 * @param renamed what is only called otherwise: the identity it has, and the one it gets
 */
public record KeyMatches(Map<ObjectId, KeyDropReason> going, Map<ObjectId, String> remarks, Set<ObjectId> kept,
		Map<ObjectId, ObjectId> renamed) {

}
