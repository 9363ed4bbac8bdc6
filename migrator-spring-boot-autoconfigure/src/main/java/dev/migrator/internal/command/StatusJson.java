package dev.migrator.internal.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.migrator.execution.HalfWay;
import dev.migrator.result.History;
import dev.migrator.result.MigrationStatus;
import dev.migrator.result.RevisionDetails;
import dev.migrator.result.RevisionStatus;
import org.jspecify.annotations.Nullable;

/**
 * Writes a status in the JSON shape of the endpoint and of the command line: every key is
 * always present, times are ISO 8601. Keys may be added, none is renamed.
 */
public final class StatusJson {

	private StatusJson() {
	}

	/**
	 * Writes the state of a database.
	 * @param status the state
	 * @return keys in the order in which they are shown; values are strings, lists, maps
	 * and {@code null}
	 */
	public static Map<String, @Nullable Object> of(MigrationStatus status) {
		Map<String, @Nullable Object> shape = new LinkedHashMap<>();
		shape.put("halfWay", halfWay(status));
		shape.put("current", status.current());
		shape.put("heads", status.heads());
		shape.put("pending", status.pending());
		shape.put("branchPoints", status.branchPoints());
		shape.put("revisions", status.revisions().stream().map(StatusJson::of).toList());
		return shape;
	}

	/**
	 * Writes a part of the history, in the shape of a state. Values that only a database
	 * knows are {@code null} if none was asked.
	 * @param history the whole history
	 * @param shown the revisions to show
	 * @return keys in the order in which they are shown
	 */
	public static Map<String, @Nullable Object> of(History history, List<RevisionStatus> shown) {
		MigrationStatus status = history.status();
		Map<String, @Nullable Object> shape = new LinkedHashMap<>();
		shape.put("halfWay", (status != null) ? halfWay(status) : null);
		shape.put("current", (status != null) ? status.current() : null);
		shape.put("heads", history.graph().heads());
		shape.put("pending", (status != null) ? status.pending() : null);
		shape.put("branchPoints", history.graph().branchPoints());
		shape.put("revisions", shown.stream().map(StatusJson::of).toList());
		return shape;
	}

	/**
	 * Writes a revision.
	 * @param revision the revision
	 * @return keys in the order in which they are shown
	 */
	public static Map<String, @Nullable Object> of(RevisionStatus revision) {
		Map<String, @Nullable Object> shape = new LinkedHashMap<>();
		shape.put("revision", revision.revision());
		shape.put("downRevisions", revision.downRevisions());
		shape.put("dependsOn", revision.dependsOn());
		shape.put("branchLabels", revision.branchLabels());
		shape.put("message", revision.message());
		shape.put("wholeMessage", revision.wholeMessage());
		shape.put("created", text(revision.created()));
		shape.put("script", revision.script());
		shape.put("state", text(revision.state()));
		shape.put("halfWay", (revision.halfWay() != null) ? of(revision.halfWay()) : null);
		shape.put("appliedAt", text(revision.appliedAt()));
		shape.put("duration", text(revision.duration()));
		shape.put("appliedBy", revision.appliedBy());
		shape.put("appliedHow", (revision.appliedHow() != null) ? revision.appliedHow().command() : null);
		return shape;
	}

	/**
	 * Writes the progress of a revision that was begun and not finished.
	 * @param halfWay the revision
	 * @return keys in the order in which they are shown
	 */
	public static Map<String, @Nullable Object> of(HalfWay halfWay) {
		Map<String, @Nullable Object> shape = new LinkedHashMap<>();
		shape.put("revision", halfWay.revision());
		shape.put("direction", halfWay.direction().command());
		shape.put("statements", halfWay.statements());
		shape.put("statementsDone", halfWay.statementsDone());
		shape.put("running", halfWay.running());
		shape.put("error", halfWay.error());
		shape.put("command", halfWay.command());
		return shape;
	}

	private static List<Map<String, @Nullable Object>> halfWay(MigrationStatus status) {
		return status.halfWay().stream().map(StatusJson::of).toList();
	}

	/**
	 * Writes a revision with its statements.
	 * @param details the revision
	 * @return keys in the order in which they are shown
	 */
	public static Map<String, @Nullable Object> of(RevisionDetails details) {
		Map<String, @Nullable Object> shape = of(details.status());
		shape.put("upgrade", details.upgrade());
		shape.put("downgrade", details.downgrade());
		return shape;
	}

	private static @Nullable String text(@Nullable Object value) {
		return (value != null) ? value.toString() : null;
	}

}
