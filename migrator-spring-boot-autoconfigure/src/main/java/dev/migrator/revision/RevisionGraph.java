package dev.migrator.revision;

import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import dev.migrator.internal.problem.Listing;

/**
 * The revisions, and how they follow and depend on each other. A graph is immutable,
 * acyclic and complete. Every list is in the topological order of {@link #revisions()}.
 */
public final class RevisionGraph {

	private final List<Revision> revisions;

	private final Names names;

	private final Edges down;

	private final Edges all;

	/**
	 * Creates a graph.
	 * @param revisions the revisions in topological order; their positions are their
	 * numbers in the other arguments
	 * @param names the names of the revisions
	 * @param down the edges to down revisions
	 * @param all the edges to down revisions and dependencies
	 */
	RevisionGraph(List<Revision> revisions, Names names, Edges down, Edges all) {
		this.revisions = revisions;
		this.names = names;
		this.down = down;
		this.all = all;
	}

	/**
	 * Creates a graph of revisions.
	 * @param inFileOrder the revisions in the order of their files, which decides if the
	 * graph leaves the order open
	 * @return the graph
	 * @throws InvalidRevisionGraphException with all problems, if the revisions do not
	 * form a graph
	 */
	public static RevisionGraph of(List<Revision> inFileOrder) {
		return new GraphLoader().load(inFileOrder);
	}

	/**
	 * Returns all revisions in topological order: the file order, except that down
	 * revisions and dependencies always come before the revisions that need them.
	 * @return the revisions
	 */
	public List<Revision> revisions() {
		return this.revisions;
	}

	/**
	 * Returns the labels of the branch of each revision: its own labels, the labels of
	 * the revisions that it follows, and the labels of the revisions that follow it, up
	 * to the first branch point or merge point.
	 * @return labels by the id of the revision, in the order in which they are declared
	 */
	public Map<String, List<String>> branchLabels() {
		return new BranchLabels(this.revisions, this.down).byRevision();
	}

	/**
	 * Returns the number of revisions.
	 * @return the number
	 */
	public int size() {
		return this.revisions.size();
	}

	/**
	 * Returns whether there are no revisions.
	 * @return whether the graph is empty
	 */
	public boolean isEmpty() {
		return this.revisions.isEmpty();
	}

	/**
	 * Returns the revision with an id.
	 * @param id the full id
	 * @return the revision, if there is one
	 */
	public Optional<Revision> find(String id) {
		return Optional.ofNullable(this.names.byId(id)).map(this.revisions::get);
	}

	/**
	 * Returns the revision that a target names without looking at a database: a full or
	 * partial id, a branch label, {@code head}, {@code billing@head}, {@code ae10+2}.
	 * @param target the target
	 * @return the revision
	 * @throws UnknownRevisionException if no revision has that name, with similar names
	 * @throws AmbiguousRevisionException if a partial id matches several revisions, with
	 * their ids
	 * @throws MultipleHeadsException if there are several heads
	 * @throws AmbiguousTargetException if a relative target reaches a fork
	 * @throws InvalidTargetException if the target cannot be read, leads to no revision,
	 * or needs a database
	 */
	public Revision resolve(String target) {
		TargetResolver resolver = new TargetResolver(this, "show", new BitSet());
		BitSet found = resolver.one(resolver.resolve(withoutDatabase(target))).revisions();
		if (found.isEmpty()) {
			throw new InvalidTargetException(target,
					"`" + target + "` is below the first revision, so it is not a revision.",
					"Give a revision. " + Listing.WHERE_ALL_ARE);
		}
		return this.revisions.get(found.nextSetBit(0));
	}

	/**
	 * Returns the revisions that a target names without looking at a database, for a new
	 * revision that follows them.
	 * @param target the target
	 * @return the revisions: none for {@code base}, possibly several for {@code heads}
	 * @throws UnknownRevisionException if no revision has that name, with similar names
	 * @throws AmbiguousRevisionException if a partial id matches several revisions, with
	 * their ids
	 * @throws MultipleHeadsException if there are several heads, but the target means one
	 * @throws AmbiguousTargetException if a relative target reaches a fork
	 * @throws InvalidTargetException if the target cannot be read, or needs a database
	 */
	public List<Revision> resolveAll(String target) {
		TargetResolver resolver = new TargetResolver(this, "revision", new BitSet());
		return revisions(resolver.resolve(withoutDatabase(target)).revisions());
	}

	private static Target withoutDatabase(String target) {
		Target parsed = Target.parse(target);
		if (parsed.symbol() == null) {
			throw new InvalidTargetException(target,
					"`" + target + "` counts from the state of a database, but this command does not read one.",
					"Count from a revision: head-1, ae10+2.");
		}
		return parsed;
	}

	/**
	 * Returns the effective heads: the revisions that no other follows or depends on.
	 * @return their ids
	 */
	public List<String> heads() {
		return ids(this.all.tops());
	}

	/**
	 * Returns the revisions without a down revision.
	 * @return their ids
	 */
	public List<String> bases() {
		return ids(this.down.bottoms());
	}

	/**
	 * Returns the revisions that more than one other follows.
	 * @return their ids
	 */
	public List<String> branchPoints() {
		return ids(this.down.forks());
	}

	/**
	 * Returns the revisions that follow a revision.
	 * @param id the full id of that revision
	 * @return the revisions that have it as a down revision
	 * @throws UnknownRevisionException if there is no such revision
	 */
	public List<Revision> children(String id) {
		Integer number = this.names.byId(id);
		if (number == null) {
			throw new UnknownRevisionException(id, List.of());
		}
		return revisions(setOf(this.down.children(number)));
	}

	/**
	 * Returns the revisions that a revision depends on, by id, even if its script names a
	 * label.
	 * @param id the full id of that revision
	 * @return the revisions that have to be applied before it without following them
	 * @throws UnknownRevisionException if there is no such revision
	 */
	public List<Revision> dependencies(String id) {
		Integer number = this.names.byId(id);
		if (number == null) {
			throw new UnknownRevisionException(id, List.of());
		}
		BitSet dependencies = new BitSet();
		revision(number).dependsOn().forEach((name) -> dependencies.set(this.names.number(name)));
		return revisions(dependencies);
	}

	/**
	 * Returns all revisions that are applied in a database: those in the version table,
	 * and all that they follow or depend on.
	 * @param rows the version rows
	 * @return the ids of the applied revisions
	 * @throws UnknownRowsException if a row is not a revision of this graph
	 */
	public Set<String> applied(Collection<String> rows) {
		return new LinkedHashSet<>(ids(this.all.downFrom(rows(rows))));
	}

	/**
	 * Returns all revisions that follow or depend on a revision, directly or not.
	 * @param id the full id of that revision
	 * @return their ids, without its own
	 * @throws UnknownRowsException if there is no such revision
	 */
	public Set<String> above(String id) {
		Set<String> above = new LinkedHashSet<>(ids(this.all.upFrom(rows(List.of(id)))));
		above.remove(id);
		return above;
	}

	/**
	 * Returns the version rows of a database in which the given revisions are applied:
	 * those that none of the others follows or depends on, directly or not.
	 * @param applied the full ids of what is applied
	 * @return the rows
	 * @throws UnknownRowsException if one of them is not a revision of this graph
	 */
	public List<String> versionRows(Collection<String> applied) {
		return ids(this.all.maximal(rows(applied)));
	}

	Names names() {
		return this.names;
	}

	Edges down() {
		return this.down;
	}

	Edges all() {
		return this.all;
	}

	Revision revision(int number) {
		return this.revisions.get(number);
	}

	String id(int number) {
		return this.revisions.get(number).id();
	}

	List<String> ids(BitSet numbers) {
		return numbers.stream().mapToObj(this::id).toList();
	}

	List<Revision> revisions(BitSet numbers) {
		return numbers.stream().mapToObj(this.revisions::get).toList();
	}

	BitSet rows(Collection<String> rows) {
		BitSet known = new BitSet(size());
		Set<String> unknown = new TreeSet<>();
		for (String row : rows) {
			Integer number = this.names.byId(row);
			if (number == null) {
				unknown.add(row);
			}
			else {
				known.set(number);
			}
		}
		if (!unknown.isEmpty()) {
			throw new UnknownRowsException(List.copyOf(unknown));
		}
		return known;
	}

	static BitSet setOf(int... numbers) {
		BitSet set = new BitSet();
		for (int number : numbers) {
			set.set(number);
		}
		return set;
	}

}
