package dev.migrator.schema.element;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import dev.migrator.schema.Deferral;
import dev.migrator.schema.InvalidDefinitionException;
import dev.migrator.schema.NameRule;
import dev.migrator.schema.ObjectName;
import org.jspecify.annotations.Nullable;

/**
 * An exclusion constraint: no two rows for which all of its operators are true.
 *
 * @param name its name
 * @param method the index method: {@code gist}
 * @param elements the compared columns and expressions
 * @param where the SQL condition of its rows, or {@code null} for all
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
					"Give at least one column with its operator.");
		}
	}

	/**
	 * A compared column or expression, with its operator.
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

	@Override
	public String words() {
		return "exclusion constraint";
	}

	@Override
	public int rank() {
		return 3;
	}

	@Override
	public UnchosenName unchosenName() {
		return new UnchosenName(this.elements.stream().map(Element::key).toList(), "excl");
	}

	@Override
	public Exclusion named(String other) {
		return new Exclusion(other, this.method, this.elements, this.where, this.deferral);
	}

	@Override
	public Exclusion renamed(ObjectName table, Renaming renaming) {
		return new Exclusion(this.name, this.method,
				this.elements.stream()
					.map((element) -> new Element(element.key().renamed(table, renaming), element.operator()))
					.toList(),
				renaming.optional(table, this.where), this.deferral);
	}

	@Override
	public Exclusion structuralKey() {
		return new Exclusion(ANY_NAME, this.method,
				this.elements.stream()
					.map((element) -> new Element(element.key().structuralKey(), element.operator()))
					.toList(),
				this.where, this.deferral);
	}

	@Override
	public Optional<Object> place() {
		return Optional.empty();
	}

	@Override
	public boolean isRelation() {
		return true;
	}

	@Override
	public Stream<String> typedColumns() {
		return columnNames();
	}

	@Override
	public Stream<String> columnNames() {
		return this.elements.stream().flatMap((element) -> Stream.ofNullable(element.key().column()));
	}

	@Override
	public Stream<String> expressions() {
		return Stream.concat(this.elements.stream().flatMap((element) -> Stream.ofNullable(element.key().expression())),
				Stream.ofNullable(this.where));
	}

}
