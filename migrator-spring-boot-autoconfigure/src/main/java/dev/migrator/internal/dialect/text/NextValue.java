package dev.migrator.internal.dialect.text;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.migrator.internal.dialect.lexer.NameSql;
import dev.migrator.schema.Expression;
import dev.migrator.schema.Expression.SqlExpression;
import dev.migrator.schema.ObjectName;
import org.jspecify.annotations.Nullable;

/**
 * Recognizes the default that takes the next number of a sequence, as PostgreSQL prints
 * it: {@code nextval('users_id_seq'::regclass)}.
 */
public final class NextValue {

	private static final Pattern CALL = Pattern.compile("nextval\\('((?:[^']|'')+)'::regclass\\)");

	private NextValue() {
	}

	/**
	 * Returns the sequence whose next number a default takes.
	 * @param value the default, or {@code null} for none
	 * @return the name of the sequence in SQL, or empty if it is not such a default
	 * @see #text
	 */
	public static Optional<String> sequence(@Nullable Expression value) {
		if (!(value instanceof SqlExpression sql)) {
			return Optional.empty();
		}
		Matcher call = CALL.matcher(sql.sql());
		return call.matches() ? Optional.of(call.group(1).replace("''", "'")) : Optional.empty();
	}

	/**
	 * Returns the name of a sequence in such a default.
	 * @param sequence its name
	 * @return the name in SQL
	 */
	public static String text(ObjectName sequence) {
		return NameSql.of(sequence);
	}

}
