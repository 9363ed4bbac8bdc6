package dev.migrator.schema;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * A table.
 *
 * @param name its name
 * @param columns its columns, in their order
 * @param constraints its constraints
 * @param indexes its indexes, without those of its constraints
 * @param unlogged whether it is not written ahead, and empty after a crash
 * @param partitionBy how it is partitioned, in SQL ({@code RANGE (created_at)}), or
 * {@code null} if it is not
 * @param comment its comment, or {@code null} if it has none
 */
public record Table(ObjectName name, List<Column> columns, List<Constraint> constraints, List<Index> indexes,
		boolean unlogged, @Nullable String partitionBy, @Nullable String comment) {

	public Table {
		columns = List.copyOf(columns);
		constraints = List.copyOf(constraints);
		indexes = List.copyOf(indexes);
		Literal.of(comment);
		Set<String> names = new HashSet<>();
		columns.stream().map(Column::name).filter((column) -> !names.add(column)).findFirst().ifPresent((column) -> {
			throw new InvalidDefinitionException("The table %s has the column \"%s\" twice.".formatted(name, column),
					"Name each once.");
		});
		Set<String> constraintNames = new HashSet<>();
		constraints.stream()
			.map(Constraint::name)
			.filter((constraint) -> !constraintNames.add(constraint))
			.findFirst()
			.ifPresent((constraint) -> {
				throw new InvalidDefinitionException(
						"The table %s has the constraint \"%s\" twice.".formatted(name, constraint),
						"Give one of them another name.");
			});
		if (constraints.stream().filter(PrimaryKey.class::isInstance).count() > 1) {
			throw new InvalidDefinitionException("The table %s has two primary keys.".formatted(name),
					"Give one primary key all of its columns: t.primaryKey(\"a\", \"b\").");
		}
	}

}
