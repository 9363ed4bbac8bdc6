package dev.migrator.internal.autogenerate.comparison;

import java.util.ArrayList;
import java.util.List;

import dev.migrator.internal.autogenerate.situation.Difference;
import dev.migrator.internal.schema.SchemaObject;
import dev.migrator.internal.schema.SchemaObjects;
import dev.migrator.schema.element.Renaming;

/**
 * Compares two sets of objects. Does not know their kinds: the identity matches two
 * objects, and their attributes are compared.
 *
 * @param spelling rewrites the SQL of two objects for the comparison, if they are not
 * equal unchanged
 */
record ObjectComparison(Renaming spelling) {

	/**
	 * Returns the differences: first the added and changed objects in the order of the
	 * wanted side, then the removed ones in the order of the database.
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
