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
 * The revisions and how they follow and depend on each other: acyclic and complete, or it
 * could not have been made. Immutable. Every list is in the topological order of
 * {@link #revisions()}.
 */
public final class RevisionGraph {

	private final List<Revision> revisions;

	private final Names names;

	private final Edges down;

	private final Edges all;

	/**
	 * Creates a graph.
	 * @param revisions the revisions in topological order; their places are their numbers
	 * in the other arguments
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
	 * Makes a graph of revisions.
	 * @param inFileOrder the revisions in the order of their files, which decides where
	 * the graph leaves the order open
	 * @return the graph
	 * @throws InvalidRevisionGraphException with all that is wrong, if the revisions do
	 * not form a graph
	 */
	public static RevisionGraph of(List<Revision> inFileOrder) {
		return new GraphLoader().load(inFileOrder);
	}

	/**
	 * All revisions in topological order: the file order, save that down revisions and
	 * dependencies always come before what needs them.
	 * @return the revisions
	 */
	public List<Revision> revisions() {
		return this.revisions;
	}

	/**
	 * The labels of the branch that each revision is on: those that it declares itself,
	 * or a revision that it follows, or one that follows it before the branch begins or
	 * others are merged into it.
	 * @return labels by the id of the revision, in the order in which they are declared
	 */
	public Map<String, List<String>> branchLabels() {
		return new BranchLabels(this.revisions, this.down).byRevision();
	}

	/**
	 * The number of revisions.
	 * @return the number
	 */
	public int size() {
		return this.revisions.size();
	}

	/**
	 * Whether there are no revisions.
	 * @return whether the graph is empty
	 */
	public boolean isEmpty() {
		return this.revisions.isEmpty();
	}

	/**
	 * The revision with an id.
	 * @param id the full id
	 * @return the revision, if there is one
	 */
	public Optional<Revision> find(String id) {
		return Optional.ofNullable(this.names.byId(id)).map(this.revisions::get);
	}

	/**
	 * The revision that a target names without looking at a database: a full or partial
	 * id, a branch label, {@code head}, {@code billing@head}, {@code ae10+2}.
	 * @param target the target
	 * @return the revision
	 * @throws UnknownRevisionException if nobody has that name, with near ones
	 * @throws AmbiguousRevisionException if a partial id fits several, with these
	 * @throws MultipleHeadsException if there are several heads
	 * @throws AmbiguousTargetException if a relative target comes to a fork
	 * @throws InvalidTargetException if the target cannot be read, leads to no revision,
	 * or needs a database
	 */
	public Revision resolve(String target) {
		TargetResolver resolver = new TargetResolver(this, "show", new BitSet());
		BitSet found = resolver.one(resolver.resolve(withoutDatabase(target))).revisions();
		if (found.isEmpty()) {
			throw new InvalidTargetException(target, "`" + target + "` is below the first revision, so it is none.",
					"Name a revision. " + Listing.WHERE_ALL_ARE);
		}
		return this.revisions.get(found.nextSetBit(0));
	}

	/**
	 * The revisions that a target names without looking at a database, for a new revision
	 * that is to follow them.
	 * @param target the target
	 * @return the revisions: none for {@code base}, possibly several for {@code heads}
	 * @throws UnknownRevisionException if nobody has that name, with near ones
	 * @throws AmbiguousRevisionException if a partial id fits several, with these
	 * @throws MultipleHeadsException if there are several heads where one is named
	 * @throws AmbiguousTargetException if a relative target comes to a fork
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
					"`" + target + "` counts from where a database is, and none is looked at here.",
					"Count from a revision: head-1, ae10+2.");
		}
		return parsed;
	}

	/**
	 * The effective heads: revisions that nobody follows or depends on.
	 * @return their ids
	 */
	public List<String> heads() {
		return ids(this.all.tops());
	}

	/**
	 * The revisions without a down revision.
	 * @return their ids
	 */
	public List<String> bases() {
		return ids(this.down.bottoms());
	}

	/**
	 * The revisions that more than one other follows.
	 * @return their ids
	 */
	public List<String> branchPoints() {
		return ids(this.down.forks());
	}

	/**
	 * The revisions that follow a revision.
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
	 * The revisions that a revision depends on, by id even where its script names a
	 * label.
	 * @param id the full id of that revision
	 * @return the revisions that have to be applied before it although it does not follow
	 * them
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
	 * All revisions that are applied in a database: those in the version table, and all
	 * that they follow or depend on.
	 * @param rows the version rows
	 * @return the ids of what is applied
	 * @throws UnknownRowsException if a row is no revision of this graph
	 */
	public Set<String> applied(Collection<String> rows) {
		return new LinkedHashSet<>(ids(this.all.downFrom(rows(rows))));
	}

	/**
	 * All revisions that follow or depend on a revision, directly or not.
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
	 * The version rows of a database in which the given revisions are applied: those of
	 * them that none of the others follows or depends on, directly or not.
	 * @param applied the full ids of what is applied
	 * @return the rows
	 * @throws UnknownRowsException if one of them is no revision of this graph
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
