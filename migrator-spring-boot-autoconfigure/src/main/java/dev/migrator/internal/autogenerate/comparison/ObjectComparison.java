package dev.migrator.internal.autogenerate.comparison;

import java.util.ArrayList;
import java.util.List;

import dev.migrator.internal.autogenerate.situation.Difference;
import dev.migrator.internal.schema.SchemaObject;
import dev.migrator.internal.schema.SchemaObjects;
import dev.migrator.schema.element.Renaming;

/**
 * Lays two sets of objects side by side. Knows no kind: which object is which says its
 * identity, and what it is compared by say its attributes.
 *
 * @param spelling how SQL is written in which two objects are compared that are not equal
 * as they are
 */
record ObjectComparison(Renaming spelling) {

	/**
	 * What differs, first what comes and changes in the order of what is wanted, then
	 * what goes in the order of what is there.
	 */
	List<Difference> differences(SchemaObjects real, SchemaObjects wanted) {
		List<Difference> differences = new ArrayList<>();
		for (SchemaObject object : differing(wanted, real)) {
			SchemaObject was = real.get(object.id());
			if (was == null) {
				differences.add(new Difference.Added(object));
			}
			else if (!was.equals(object)) {
				if (!was.renamed(this.spelling).differences(object.renamed(this.spelling)).isEmpty()) {
					differences.add(new Difference.Altered(was, object));
				}
			}
		}
		for (SchemaObject object : differing(real, wanted)) {
			if (!wanted.has(object.id())) {
				differences.add(new Difference.Removed(object));
			}
		}
		return differences;
	}

	private static List<SchemaObject> differing(SchemaObjects objects, SchemaObjects others) {
		return objects.roots()
			.stream()
			.filter((root) -> !objects.isSame(root, others))
			.flatMap((root) -> objects.family(root).stream())
			.toList();
	}

}
