package dev.migrator.internal.dialect.text;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.migrator.internal.dialect.lexer.NameText;
import dev.migrator.schema.ColumnName;
import dev.migrator.schema.NameRule;
import dev.migrator.schema.ObjectName;
import dev.migrator.schema.element.IndexKey;
import dev.migrator.schema.element.UnchosenName;
import org.jspecify.annotations.Nullable;

/**
 * Computes the names that PostgreSQL gives to constraints and indexes without a name.
 * They are written into the SQL, so that the statement that creates an object and the one
 * that drops it agree.
 */
public final class DefaultNames {

	private static final Pattern CALL = Pattern.compile("(\\w+|\"(?:[^\"]|\"\")+\")\\(.*\\)", Pattern.DOTALL);

	private static final String NOT_NULL = "not_null";

	private static final Pattern OF_NOT_NULL = Pattern.compile(".+_" + NOT_NULL + "\\d*", Pattern.DOTALL);

	private DefaultNames() {
	}

	/**
	 * Returns the name of a primary key: {@code users_pkey}.
	 * @param table the table
	 * @return the name
	 */
	public static String primaryKey(ObjectName table) {
		return primaryKey(table, 0);
	}

	/**
	 * Returns the name of a primary key if others have that name already.
	 * @param table the table
	 * @param number the number of objects that have it
	 * @return the name, with the number if it is not 0
	 */
	public static String primaryKey(ObjectName table, int number) {
		return name(table.name(), null, numbered("pkey", number));
	}

	/**
	 * Returns the name of a unique constraint: {@code users_email_key}.
	 * @param table the table
	 * @param columns its columns
	 * @return the name
	 */
	public static String unique(ObjectName table, List<String> columns) {
		return unique(table, columns, 0);
	}

	/**
	 * Returns the name of a unique constraint if others have that name already.
	 * @param table the table
	 * @param columns its columns
	 * @param number the number of objects that have it
	 * @return the name, with the number if it is not 0
	 */
	public static String unique(ObjectName table, List<String> columns, int number) {
		return name(table.name(), String.join("_", columns), numbered("key", number));
	}

	/**
	 * Returns the name of a foreign key: {@code workouts_user_id_fkey}.
	 * @param table the table
	 * @param columns its columns
	 * @return the name
	 */
	public static String foreignKey(ObjectName table, List<String> columns) {
		return foreignKey(table, columns, 0);
	}

	/**
	 * Returns the name of a foreign key if others have that name already.
	 * @param table the table
	 * @param columns its columns
	 * @param number the number of objects that have it
	 * @return the name, with the number if it is not 0
	 */
	public static String foreignKey(ObjectName table, List<String> columns, int number) {
		return name(table.name(), String.join("_", columns), numbered("fkey", number));
	}

	/**
	 * Returns the name of the sequence of a serial column or an identity:
	 * {@code users_id_seq}.
	 * @param table the table
	 * @param column the column
	 * @return the name, with the schema of the table
	 */
	public static ObjectName sequence(ObjectName table, String column) {
		return table.sibling(name(table.name(), column, "seq"));
	}

	/**
	 * Returns the name of an index that is built to replace another and take its name:
	 * {@code users_email_idx_new}.
	 * @param index the name of the other index
	 * @return the name
	 */
	public static String replacement(String index) {
		return name(index, null, "new");
	}

	/**
	 * Returns the name of a check: {@code users_age_check}.
	 * @param table the table
	 * @param column the column, or {@code null} for a check of the table
	 * @return the name
	 */
	public static String check(ObjectName table, @Nullable String column) {
		return check(table, column, 0);
	}

	/**
	 * Returns the name of a check if others have that name already.
	 * @param table the table
	 * @param column the column, or {@code null} for a check of the table
	 * @param number the number of objects that have it
	 * @return the name, with the number if it is not 0
	 */
	public static String check(ObjectName table, @Nullable String column, int number) {
		return name(table.name(), column, numbered("check", number));
	}

	/**
	 * Returns the name of the constraint for NOT NULL, which exists since PostgreSQL 18:
	 * {@code users_age_not_null}.
	 * @param column the column
	 * @return the name
	 */
	public static String notNull(ColumnName column) {
		return name(column.table().name(), column.column(), NOT_NULL);
	}

	/**
	 * Returns whether PostgreSQL gives a name to the NOT NULL constraint of a column. The
	 * name has a number if others have the name already.
	 * @param name the name
	 * @param column the column
	 * @return whether it does
	 */
	public static boolean isOfNotNull(String name, ColumnName column) {
		String usual = notNull(column);
		return name.startsWith(usual) && name.substring(usual.length()).matches("\\d*");
	}

	/**
	 * Returns whether PostgreSQL may have given a name to a NOT NULL constraint, whatever
	 * the names of table and column were then: a copy of a constraint keeps the name of
	 * the original.
	 * @param name the name
	 * @return whether it may have
	 */
	public static boolean isOfNotNull(String name) {
		return OF_NOT_NULL.matcher(name).matches();
	}

	/**
	 * Returns the name of an exclusion constraint: {@code bookings_room_excl}.
	 * @param table the table
	 * @param columns the columns that it compares
	 * @return the name
	 */
	public static String exclusion(ObjectName table, List<String> columns) {
		return name(table.name(), String.join("_", columns), "excl");
	}

	/**
	 * Returns the name of an index: {@code users_email_idx}.
	 * @param table the table
	 * @param columns its columns; {@code expr} for an expression
	 * @return the name
	 */
	public static String index(ObjectName table, List<String> columns) {
		return index(table, columns, 0);
	}

	/**
	 * Returns the name of an index if others have that name already.
	 * @param table the table
	 * @param columns its columns; {@code expr} for an expression
	 * @param number the number of objects that have it
	 * @return the name, with the number if it is not 0
	 */
	public static String index(ObjectName table, List<String> columns, int number) {
		return name(table.name(), String.join("_", columns), numbered("idx", number));
	}

	/**
	 * Returns the name of a constraint or an index without a name. A check of a single
	 * column has the name of {@link #check}.
	 * @param table the table
	 * @param name the parts of the name
	 * @param number the number of objects that have it already
	 * @return the name, with the number if it is not 0
	 */
	public static String of(ObjectName table, UnchosenName name, int number) {
		List<String> parts = parts(name);
		return name(table.name(), parts.isEmpty() ? null : String.join("_", parts), numbered(name.label(), number));
	}

	/**
	 * Returns the parts of a name after the table name: columns, {@code expr} for an
	 * expression, the function for a call.
	 * @param name the parts
	 * @return a word for each
	 */
	public static List<String> parts(UnchosenName name) {
		return name.parts().stream().map(DefaultNames::part).toList();
	}

	/**
	 * Returns the part of a name for a key. A function call is named after its function.
	 */
	private static String part(IndexKey key) {
		String column = key.column();
		if (column != null) {
			return column;
		}
		Matcher call = CALL.matcher(Objects.requireNonNull(key.expression()));
		return call.matches() ? NameText.of(call.group(1)) : "expr";
	}

	private static String numbered(String label, int number) {
		return (number > 0) ? label + number : label;
	}

	/**
	 * Removes bytes from the longer part until the name fits, and then the rest of a
	 * partial character, as PostgreSQL does.
	 * @see <a href=
	 * "https://github.com/postgres/postgres/blob/REL_18_STABLE/src/backend/commands/indexcmds.c">indexcmds.c</a>,
	 * {@code makeObjectName}
	 */
	public static String name(String first, @Nullable String second, String label) {
		int one = bytes(first);
		int two = (second != null) ? bytes(second) : 0;
		int rest = NameRule.MAX_BYTES - label.length() - ((second != null) ? 2 : 1);
		while (one + two > rest) {
			if (one > two) {
				one--;
			}
			else {
				two--;
			}
		}
		return NameText.cut(first, one) + ((second != null) ? "_" + NameText.cut(second, two) : "") + "_" + label;
	}

	private static int bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8).length;
	}

}
