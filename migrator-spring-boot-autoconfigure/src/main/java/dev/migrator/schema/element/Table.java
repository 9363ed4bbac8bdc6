package dev.migrator.schema.element;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import dev.migrator.schema.Deferral;
import dev.migrator.schema.Expression.Literal;
import dev.migrator.schema.InvalidDefinitionException;
import dev.migrator.schema.NameRule;
import dev.migrator.schema.ObjectName;
import org.jspecify.annotations.Nullable;

/**
 * A table.
 *
 * @param name its name
 * @param columns its columns, in their order
 * @param constraints its constraints
 * @param indexes its indexes, without those of its constraints
 * @param unlogged whether it is unlogged, and empty after a crash
 * @param partitionBy its partitioning, in SQL ({@code RANGE (created_at)}), or
 * {@code null} if it is not
 * @param comment its comment, or {@code null} if it has none; for PostgreSQL, an empty
 * comment is none
 */
public record Table(ObjectName name, List<Column> columns, List<Constraint> constraints, List<Index> indexes,
		boolean unlogged, @Nullable String partitionBy, @Nullable String comment) {

	public Table {
		columns = List.copyOf(columns);
		constraints = List.copyOf(constraints);
		indexes = List.copyOf(indexes);
		Literal.of(comment);
		comment = (comment == null || comment.isEmpty()) ? null : comment;
		Set<String> names = new HashSet<>();
		columns.stream().map(Column::name).filter((column) -> !names.add(column)).findFirst().ifPresent((column) -> {
			throw new InvalidDefinitionException("The table %s has the column \"%s\" twice.".formatted(name, column),
					"Give each once.");
		});
		constraints.forEach(
				(constraint) -> checkColumns(name, "constraint " + constraint.name(), names, constraint.columnNames()));
		indexes.forEach((index) -> checkColumns(name, "index " + index.name(), names, index.columnNames()));
		Set<String> indexNames = new HashSet<>();
		indexes.stream().map(Index::name).filter((index) -> !indexNames.add(index)).findFirst().ifPresent((index) -> {
			throw new InvalidDefinitionException("The table %s has the index \"%s\" twice.".formatted(name, index),
					"Give one of them another name: those of long columns are cut off to %s bytes."
						.formatted(NameRule.MAX_BYTES));
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

	/**
	 * Returns the primary key.
	 * @return the constraint, or empty if it has none
	 */
	public Optional<Constraint> primaryKey() {
		return this.constraints.stream().filter(PrimaryKey.class::isInstance).findFirst();
	}

	/**
	 * Returns whether a foreign key of another table can reference columns. PostgreSQL
	 * does not accept deferrable keys for that.
	 * @param referenced the names of the columns, in any order
	 * @return whether the table has a key of exactly these columns
	 */
	public boolean hasKey(List<String> referenced) {
		Set<String> columns = Set.copyOf(referenced);
		return Stream
			.concat(this.constraints.stream().filter(Table::isImmediate).map(Constraint::keyColumns),
					this.indexes.stream().map(Index::keyColumns))
			.anyMatch((key) -> key.size() == columns.size() && columns.containsAll(key));
	}

	private static boolean isImmediate(Constraint constraint) {
		return constraint instanceof Key key && key.deferral() == Deferral.NOT_DEFERRABLE;
	}

	private static void checkColumns(ObjectName table, String what, Set<String> columns, Stream<String> used) {
		used.filter((column) -> !columns.contains(column)).findFirst().ifPresent((column) -> {
			throw new InvalidDefinitionException(
					"The %s of the table %s is on the column \"%s\", which the table does not have.".formatted(what,
							table, column),
					"Use one of %s.".formatted(columns));
		});
	}

}
