package dev.migrator.schema.element;

import dev.migrator.schema.DataType;
import dev.migrator.schema.DataType.BuiltInType;
import dev.migrator.schema.DataType.NamedType;
import dev.migrator.schema.DataType.WrittenType;
import dev.migrator.schema.Expression;
import dev.migrator.schema.Expression.Literal;
import dev.migrator.schema.Generated;
import dev.migrator.schema.Identity;
import dev.migrator.schema.InvalidDefinitionException;
import dev.migrator.schema.NameRule;
import dev.migrator.schema.ObjectName;
import org.jspecify.annotations.Nullable;

/**
 * A column of a table.
 *
 * @param name its name
 * @param type its type
 * @param nullable whether it may be NULL; false with an identity
 * @param defaultValue its default, or {@code null} if it has none
 * @param identity its identity, or {@code null} if it has none
 * @param generated its computation, or {@code null} if it is not generated
 * @param collation its collation, or {@code null} for that of its type
 * @param comment its comment, or {@code null} if it has none; for PostgreSQL, an empty
 * comment is none
 */
public record Column(String name, DataType type, boolean nullable, @Nullable Expression defaultValue,
		@Nullable Identity identity, @Nullable Generated generated, @Nullable ObjectName collation,
		@Nullable String comment) {

	public Column {
		NameRule.check("column", name);
		Literal.of(comment);
		comment = (comment == null || comment.isEmpty()) ? null : comment;
		nullable = nullable && identity == null;
		if (identity != null && !countsUp(type)) {
			throw invalid(name, "has an identity, but its type is not an integer",
					"Use smallint(), integer() or bigint().");
		}
		int sources = ((defaultValue != null) ? 1 : 0) + ((identity != null) ? 1 : 0) + ((generated != null) ? 1 : 0);
		if (sources > 1) {
			throw invalid(name, "has more than one of a default, an identity and a generation expression",
					"Leave all but one out.");
		}
	}

	/**
	 * Creates a nullable column without options.
	 * @param name its name
	 * @param type its type
	 * @return the column
	 */
	public static Column of(String name, DataType type) {
		return new Column(name, type, true, null, null, null, null, null);
	}

	private static boolean countsUp(DataType type) {
		// A domain may be over a number, and a type in SQL may be anything.
		return type instanceof NamedType || type instanceof WrittenType
				|| (type instanceof BuiltInType builtIn && builtIn.type().countsUp());
	}

	private static InvalidDefinitionException invalid(String name, String what, String remedy) {
		return new InvalidDefinitionException("The column \"%s\" %s.".formatted(name, what), remedy);
	}

}
