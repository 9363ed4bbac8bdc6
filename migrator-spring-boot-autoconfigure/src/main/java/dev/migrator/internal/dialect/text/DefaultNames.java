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
 * The names that PostgreSQL gives to constraints and indexes that have none. They are
 * written into the SQL, so that what creates something and what drops it agree.
 */
public final class DefaultNames {

	private static final Pattern CALL = Pattern.compile("(\\w+|\"(?:[^\"]|\"\")+\")\\(.*\\)", Pattern.DOTALL);

	private static final String NOT_NULL = "not_null";

	private static final Pattern OF_NOT_NULL = Pattern.compile(".+_" + NOT_NULL + "\\d*", Pattern.DOTALL);

	private DefaultNames() {
	}

	/**
	 * Of a primary key: {@code users_pkey}.
	 * @param table the table
	 * @return the name
	 */
	public static String primaryKey(ObjectName table) {
		return primaryKey(table, 0);
	}

	/**
	 * The same, where others have that name already.
	 * @param table the table
	 * @param number how many have it
	 * @return the name, with the number if there are any
	 */
	public static String primaryKey(ObjectName table, int number) {
		return name(table.name(), null, numbered("pkey", number));
	}

	/**
	 * Of a unique constraint: {@code users_email_key}.
	 * @param table the table
	 * @param columns its columns
	 * @return the name
	 */
	public static String unique(ObjectName table, List<String> columns) {
		return unique(table, columns, 0);
	}

	/**
	 * The same, where others have that name already.
	 * @param table the table
	 * @param columns its columns
	 * @param number how many have it
	 * @return the name, with the number if there are any
	 */
	public static String unique(ObjectName table, List<String> columns, int number) {
		return name(table.name(), String.join("_", columns), numbered("key", number));
	}

	/**
	 * Of a foreign key: {@code workouts_user_id_fkey}.
	 * @param table the table
	 * @param columns its columns
	 * @return the name
	 */
	public static String foreignKey(ObjectName table, List<String> columns) {
		return foreignKey(table, columns, 0);
	}

	/**
	 * The same, where others have that name already.
	 * @param table the table
	 * @param columns its columns
	 * @param number how many have it
	 * @return the name, with the number if there are any
	 */
	public static String foreignKey(ObjectName table, List<String> columns, int number) {
		return name(table.name(), String.join("_", columns), numbered("fkey", number));
	}

	/**
	 * Of the sequence of a serial column or an identity: {@code users_id_seq}.
	 * @param table the table
	 * @param column the column
	 * @return the name, with the schema of the table
	 */
	public static ObjectName sequence(ObjectName table, String column) {
		return table.sibling(name(table.name(), column, "seq"));
	}

	/**
	 * Of an index that is built to take the place and the name of another:
	 * {@code users_email_idx_new}.
	 * @param index the name of the other
	 * @return the name
	 */
	public static String replacement(String index) {
		return name(index, null, "new");
	}

	/**
	 * Of a check: {@code users_age_check}.
	 * @param table the table
	 * @param column the column, or {@code null} for a check of the table
	 * @return the name
	 */
	public static String check(ObjectName table, @Nullable String column) {
		return check(table, column, 0);
	}

	/**
	 * The same, where others have that name already.
	 * @param table the table
	 * @param column the column, or {@code null} for a check of the table
	 * @param number how many have it
	 * @return the name, with the number if there are any
	 */
	public static String check(ObjectName table, @Nullable String column, int number) {
		return name(table.name(), column, numbered("check", number));
	}

	/**
	 * Of the constraint that NOT NULL is since PostgreSQL 18: {@code users_age_not_null}.
	 * @param column the column
	 * @return the name
	 */
	public static String notNull(ColumnName column) {
		return name(column.table().name(), column.column(), NOT_NULL);
	}

	/**
	 * Whether PostgreSQL gives that of a column a name, which has a number where others
	 * have the name already.
	 * @param name the name
	 * @param column the column
	 * @return whether it does
	 */
	public static boolean isOfNotNull(String name, ColumnName column) {
		String usual = notNull(column);
		return name.startsWith(usual) && name.substring(usual.length()).matches("\\d*");
	}

	/**
	 * Whether PostgreSQL may have given a name to such a constraint, whatever table and
	 * column were called by then: one that is made like another one has the name of that.
	 * @param name the name
	 * @return whether it looks like it
	 */
	public static boolean isOfNotNull(String name) {
		return OF_NOT_NULL.matcher(name).matches();
	}

	/**
	 * Of an exclusion constraint: {@code bookings_room_excl}.
	 * @param table the table
	 * @param columns what it compares
	 * @return the name
	 */
	public static String exclusion(ObjectName table, List<String> columns) {
		return name(table.name(), String.join("_", columns), "excl");
	}

	/**
	 * Of an index: {@code users_email_idx}.
	 * @param table the table
	 * @param columns its columns; {@code expr} for an expression
	 * @return the name
	 */
	public static String index(ObjectName table, List<String> columns) {
		return index(table, columns, 0);
	}

	/**
	 * The same, where others have that name already.
	 * @param table the table
	 * @param columns its columns; {@code expr} for an expression
	 * @param number how many have it
	 * @return the name, with the number if there are any
	 */
	public static String index(ObjectName table, List<String> columns, int number) {
		return name(table.name(), String.join("_", columns), numbered("idx", number));
	}

	/**
	 * Of a constraint or an index that has no name. A check that is about one column only
	 * has the name of {@link #check}.
	 * @param table the table
	 * @param name what the name is made of
	 * @param number how many have it already
	 * @return the name, with the number if there are any
	 */
	public static String of(ObjectName table, UnchosenName name, int number) {
		List<String> parts = name.parts().stream().map(DefaultNames::part).toList();
		return name(table.name(), parts.isEmpty() ? null : String.join("_", parts), numbered(name.label(), number));
	}

	/**
	 * A call is called after its function.
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
	 * Takes bytes from the longer of both parts until the name fits, and then what is
	 * left of a character, as PostgreSQL does.
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
