package dev.migrator.revision;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.migrator.internal.problem.NearNames;
import org.jspecify.annotations.Nullable;

/**
 * Finds revisions by their names: ids, branch labels, and beginnings of either.
 */
final class Names {

	private final Map<String, Integer> ids;

	private final Map<String, Integer> labels;

	/**
	 * Creates the names.
	 * @param ids the ids, with the numbers of their revisions
	 * @param labels the labels, with the numbers of the revisions that declare them
	 */
	Names(Map<String, Integer> ids, Map<String, Integer> labels) {
		this.ids = ids;
		this.labels = labels;
	}

	Map<String, Integer> labels() {
		return this.labels;
	}

	@Nullable Integer byId(String id) {
		return this.ids.get(id);
	}

	@Nullable Integer exactly(String name) {
		Integer byId = this.ids.get(name);
		return (byId != null) ? byId : this.labels.get(name);
	}

	/**
	 * Returns the ids and labels that begin with a text of any length, in the order of
	 * the graph. Alembic ignores texts of up to three characters.
	 */
	List<String> beginningWith(String text) {
		List<String> found = new ArrayList<>();
		for (Map<String, Integer> names : List.of(this.ids, this.labels)) {
			for (String name : names.keySet()) {
				if (name.startsWith(text)) {
					found.add(name);
				}
			}
		}
		found.sort(Comparator.comparingInt(this::number));
		return found;
	}

	/**
	 * Returns the only revision that the names denote.
	 * @param text the text that was given
	 * @param names the names that it may mean
	 * @return the number of the revision
	 */
	int only(String text, List<String> names) {
		Set<Integer> revisions = new LinkedHashSet<>();
		names.forEach((name) -> revisions.add(number(name)));
		if (revisions.isEmpty()) {
			throw new UnknownRevisionException(text, near(text));
		}
		if (revisions.size() > 1) {
			throw new AmbiguousRevisionException(text, names);
		}
		return revisions.iterator().next();
	}

	/**
	 * Returns the number of the revision with a name that exists.
	 */
	int number(String name) {
		Integer number = exactly(name);
		if (number == null) {
			throw new IllegalArgumentException("No revision is called " + name);
		}
		return number;
	}

	/**
	 * Returns the revision with the given id, label or beginning of either.
	 */
	int find(String text) {
		Integer exactly = exactly(text);
		return (exactly != null) ? exactly : only(text, beginningWith(text));
	}

	private List<String> near(String text) {
		Set<String> all = new LinkedHashSet<>(this.ids.keySet());
		all.addAll(this.labels.keySet());
		return NearNames.of(text, all);
	}

}
