package dev.migrator.internal.autogenerate.situation;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import dev.migrator.internal.dialect.text.ExpressionColumns;
import dev.migrator.internal.dialect.text.PrintedExpression;
import dev.migrator.internal.schema.KeyObject;
import dev.migrator.schema.ObjectName;
import dev.migrator.schema.element.Constraint;
import dev.migrator.schema.element.Index;
import dev.migrator.schema.element.Renaming;
import org.jspecify.annotations.Nullable;

/**
 * Computes the structural keys of constraints and indexes, and their dependencies on
 * columns.
 */
public final class StructuralKey {

	/** The form of SQL in which two objects are compared. */
	public static final Renaming SETTLED = Renaming.spelling(PrintedExpression::settled);

	private static final ObjectName ANY_TABLE = new ObjectName(null, "_");

	/** The pattern of a check that lists values, for example of an enum. */
	private static final Pattern LISTED = Pattern.compile("\\bin\\s*\\(|= ANY|\\bbetween\\b|>=.*<=",
			Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

	private StructuralKey() {
	}

	public static Constraint of(Constraint constraint) {
		return constraint.renamed(ANY_TABLE, SETTLED).structuralKey();
	}

	public static Index of(Index index) {
		return index.renamed(SETTLED).structuralKey();
	}

	/**
	 * Returns the structural key, without the name.
	 */
	public static Object of(KeyObject key) {
		return List.of(key.word(), key.renamed(SETTLED).structuralKey());
	}

	/**
	 * Returns the columns whose values a check lists, or {@code null} for another
	 * constraint, and for a check of none of the columns.
	 */
	public static @Nullable Set<String> checked(KeyObject key, Set<String> columns) {
		if (key.relation().isPresent() || key.what().expressions().noneMatch((sql) -> LISTED.matcher(sql).find())) {
			return null;
		}
		Set<String> checked = columns.stream()
			.filter((column) -> ExpressionColumns.isOver(key.what(), Set.of(column)))
			.collect(Collectors.toSet());
		return checked.isEmpty() ? null : checked;
	}

	/**
	 * Returns whether its SQL or an operator class depends on the type of one of the
	 * columns.
	 */
	public static boolean isBoundToType(KeyObject key, Set<String> columns) {
		return key.what().typedColumns().anyMatch(columns::contains)
				|| key.what().expressions().anyMatch((sql) -> ExpressionColumns.mentions(sql, columns));
	}

}
