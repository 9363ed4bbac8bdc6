package dev.migrator.result;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import dev.migrator.internal.script.RevisionScripts;
import dev.migrator.revision.Planner;
import dev.migrator.revision.Revision;
import dev.migrator.revision.RevisionGraph;
import dev.migrator.revision.RevisionRange;
import org.jspecify.annotations.Nullable;

/**
 * The revisions to show, with their state if a database was asked. Every list begins with
 * the newest revision: it has the reverse order of the graph. <pre class="code">
 * RevisionRange range = RevisionRange.parse("ae10:head");
 * History history = range.needsDatabase() ? migrator.history() : migrator.writtenHistory();
 * List&lt;RevisionStatus&gt; revisions = history.range(range);
 * </pre>
 */
public final class History {

	private final RevisionGraph graph;

	private final @Nullable MigrationStatus status;

	private final Map<String, RevisionStatus> revisions = new LinkedHashMap<>();

	public History(RevisionScripts scripts, @Nullable MigrationStatus status) {
		this.graph = scripts.graph();
		this.status = status;
		if (status != null) {
			status.revisions().forEach((revision) -> this.revisions.put(revision.revision(), revision));
		}
		else {
			scripts.scripts().forEach((id, script) -> this.revisions.put(id, RevisionStatus.written(script)));
		}
	}

	/**
	 * Returns the graph of the revisions that have a script.
	 * @return the graph
	 */
	public RevisionGraph graph() {
		return this.graph;
	}

	/**
	 * Returns the state of the database.
	 * @return the state, or {@code null} if no database was asked
	 */
	public @Nullable MigrationStatus status() {
		return this.status;
	}

	/**
	 * Returns the revisions in a range.
	 * @param range the range
	 * @return the revisions
	 * @throws IllegalStateException if the range needs a database, and none was asked
	 */
	public List<RevisionStatus> range(RevisionRange range) {
		return shown(new Planner(this.graph).range(range.needsDatabase() ? rows() : List.of(), range));
	}

	/**
	 * Returns the revisions that a target denotes: several for {@code heads}, none for
	 * {@code base}.
	 * @param target the target, or {@code current}
	 * @return the revisions
	 * @throws IllegalStateException if the target {@linkplain Planner#needsDatabase
	 * needs} a database, and none was asked
	 */
	public List<RevisionStatus> locate(String target) {
		if (target.equals("current")) {
			return current();
		}
		List<String> rows = Planner.needsDatabase(target) ? rows() : List.of();
		List<Revision> located = new ArrayList<>(new Planner(this.graph).locate(rows, target));
		Collections.reverse(located);
		return shown(located);
	}

	/**
	 * Returns the revisions that the version rows name, those without a script first. All
	 * applied revisions are at or below them, so no other revision is a head of the
	 * applied ones.
	 * @return the revisions
	 * @throws IllegalStateException if no database was asked
	 */
	public List<RevisionStatus> current() {
		List<String> rows = rows();
		return this.revisions.values().stream().filter((revision) -> rows.contains(revision.revision())).toList();
	}

	/**
	 * Returns the revisions that nobody follows or depends on.
	 * @return the heads
	 */
	public List<RevisionStatus> heads() {
		return newestFirst(this.graph.heads());
	}

	/**
	 * Returns the revisions that several follow.
	 * @return the branch points
	 */
	public List<RevisionStatus> branchPoints() {
		return newestFirst(this.graph.branchPoints());
	}

	/**
	 * Returns the revisions that follow a revision.
	 * @param revision its full id
	 * @return the revisions that have it as a down revision
	 */
	public List<RevisionStatus> children(String revision) {
		return newestFirst(this.graph.children(revision).stream().map(Revision::id).toList());
	}

	private List<String> rows() {
		if (this.status == null) {
			throw new IllegalStateException("No database was asked");
		}
		return this.status.current();
	}

	private List<RevisionStatus> newestFirst(List<String> ids) {
		List<String> reversed = new ArrayList<>(ids);
		Collections.reverse(reversed);
		return statuses(reversed);
	}

	private List<RevisionStatus> shown(List<Revision> found) {
		return statuses(found.stream().map(Revision::id).toList());
	}

	private List<RevisionStatus> statuses(Collection<String> ids) {
		return ids.stream().map((id) -> Objects.requireNonNull(this.revisions.get(id))).toList();
	}

}
