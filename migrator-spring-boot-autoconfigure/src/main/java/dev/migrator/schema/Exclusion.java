package dev.migrator.schema;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * An exclusion constraint: no two rows for which all of its operators are true.
 *
 * @param name its name
 * @param method the index method: {@code gist}
 * @param elements what is compared
 * @param where SQL of the rows that it is for, or {@code null} for all
 * @param deferral when it is checked
 */
public record Exclusion(String name, String method, List<Element> elements, @Nullable String where,
		Deferral deferral) implements Constraint {

	public Exclusion {
		NameRule.check("exclusion constraint", name);
		NameRule.check("index method", method);
		elements = List.copyOf(elements);
		if (elements.isEmpty()) {
			throw new InvalidDefinitionException("The exclusion constraint %s compares nothing.".formatted(name),
					"Name at least one column with its operator.");
		}
	}

	/**
	 * What is compared, and how.
	 *
	 * @param key the column or expression
	 * @param operator the operator: {@code &&}
	 */
	public record Element(IndexKey key, String operator) {

		public Element {
			if (!operator.matches("[-+*/<>=~!@#%^&|`?]{1,63}")) {
				throw new InvalidDefinitionException("\"%s\" is not an operator.".formatted(operator),
						"Write it as in SQL: && or =.");
			}
		}

	}

}
