package dev.migrator.internal.autogenerate.acceptance;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.migrator.internal.autogenerate.situation.KeyDropReason;
import dev.migrator.internal.autogenerate.situation.UnorderedChange;
import dev.migrator.internal.problem.Printable;
import dev.migrator.internal.schema.ObjectId;
import dev.migrator.operation.Operation;

/**
 * A line about a difference.
 *
 * @param text the line, as {@code check} shows it
 * @param operation the operation that it is about
 */
record DetectedLine(String text, Operation operation) {

	/**
	 * Returns the lines about each object. An object that replaces another one has its
	 * lines.
	 */
	static Map<ObjectId, List<DetectedLine>> byObject(Collection<UnorderedChange> changes,
			Map<ObjectId, KeyDropReason> dropped) {
		Map<ObjectId, List<DetectedLine>> lines = new LinkedHashMap<>();
		for (UnorderedChange change : changes) {
			String text = change.change().detected();
			if (text != null && change.object() != null) {
				ObjectId id = change.object().id();
				DetectedLine line = new DetectedLine(Printable.line(text), change.operation());
				lines.computeIfAbsent(id, (key) -> new ArrayList<>()).add(line);
				KeyDropReason reason = dropped.get(id);
				ObjectId successor = (reason != null) ? reason.successor() : null;
				if (successor != null && !successor.equals(id)) {
					lines.computeIfAbsent(successor, (key) -> new ArrayList<>()).add(line);
				}
			}
		}
		return lines;
	}

}
