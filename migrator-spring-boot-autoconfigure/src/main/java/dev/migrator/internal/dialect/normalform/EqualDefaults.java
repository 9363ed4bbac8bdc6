package dev.migrator.internal.dialect.normalform;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import dev.migrator.internal.dialect.connection.ServerConnection;
import dev.migrator.internal.dialect.connection.TextArray;
import dev.migrator.internal.dialect.ddl.LiteralSql;
import dev.migrator.internal.dialect.ddl.TypeSql;
import dev.migrator.internal.dialect.error.SqlFailure;
import dev.migrator.internal.dialect.lexer.OuterParentheses;
import dev.migrator.schema.BuiltIn;
import dev.migrator.schema.DataType;
import dev.migrator.schema.DataType.BuiltInType;
import dev.migrator.schema.Expression;
import org.jspecify.annotations.Nullable;

/**
 * Finds defaults that give a column the same value in other words. Two constants are
 * equal if they print the same as values of the column: {@code 'x'::text} and {@code 'x'}
 * of a varchar, {@code 1.50} and {@code 1.5} of a numeric. Functions are equal if they
 * are two names for the same moment or role.
 */
public final class EqualDefaults {

	/** The part of a moment that a column can have, and the words for it. */
	private static final Map<BuiltIn, Moment> MOMENTS = Map.of(BuiltIn.TIMESTAMPTZ,
			new Moment("current_timestamp", "timestamp with time zone"), BuiltIn.TIMESTAMP,
			new Moment("localtimestamp", "timestamp without time zone"), BuiltIn.DATE,
			new Moment("current_date", "date"), BuiltIn.TIMETZ, new Moment("current_time", "time with time zone"),
			BuiltIn.TIME, new Moment("localtime", "time without time zone"));

	private static final Set<String> NOW = Set.of("now()", "current_timestamp", "transaction_timestamp()",
			"('now'::text)::timestamp with time zone");

	private static final Set<String> ROLE = Set.of("current_user", "current_role", "user");

	private static final Pattern PRECISION = Pattern.compile("\\(6\\)$");

	private static final String NAME = "(?:[\\p{L}_][\\p{L}\\p{N}_$]*|\"(?:[^\"]|\"\")+\")";

	/** A type after a cast. */
	private static final String TYPE = "::%1$s(?:[. ]%1$s)*(?:\\([\\d, ]+\\))?(?: with(?:out)? time zone)?(?:\\[\\])*"
		.formatted(NAME);

	/** Everything that can be in a constant as PostgreSQL prints it: no calls. */
	private static final Pattern CONSTANT = Pattern.compile(
			"(?:'(?:[^']|'')*'|[bBxXeE]'(?:[^']|'')*'|%s|\\b(?:ARRAY|true|false|NULL)\\b|[-+(),\\[\\]\\s]|[\\d.]+(?:[eE][-+]?\\d+)?)+"
				.formatted(TYPE));

	private static final Pattern MOVING = Pattern.compile("(?i)'\\s*(?:now|today|tomorrow|yesterday)\\b");

	private EqualDefaults() {
	}

	private record Moment(String word, String type) {

		boolean isSaidBy(Collection<String> texts) {
			Set<String> all = new HashSet<>(NOW);
			all.add(this.word);
			all.add("'now'::text");
			Set.copyOf(all).forEach((moment) -> {
				all.add(moment + "::" + this.type);
				all.add("(" + moment + ")::" + this.type);
			});
			all.remove("'now'::text");
			return all.containsAll(texts);
		}

	}

	/**
	 * Two defaults of a column.
	 *
	 * @param type the type of the column
	 * @param one one default, as PostgreSQL prints it
	 * @param other the other default
	 */
	public record Pair(DataType type, Expression one, Expression other) {

		private String first() {
			return LiteralSql.of(this.one);
		}

		private String second() {
			return LiteralSql.of(this.other);
		}

		private boolean isOfFunctions() {
			List<String> both = List.of(plain(first()), plain(second()));
			Moment moment = (this.type instanceof BuiltInType builtIn) ? MOMENTS.get(builtIn.type()) : null;
			return ROLE.containsAll(both) || (moment != null && moment.isSaidBy(both));
		}

		private boolean isOfConstants() {
			return isConstant(first()) && isConstant(second());
		}

		/**
		 * Returns the comparison, in which a cast never cuts anything off.
		 */
		private String condition() {
			return value(first()) + " IS NOT DISTINCT FROM " + value(second());
		}

		private String value(String sql) {
			BuiltIn builtIn = (this.type instanceof BuiltInType known) ? known.type() : null;
			if (builtIn == BuiltIn.VARCHAR || builtIn == BuiltIn.CHAR || builtIn == BuiltIn.BIT
					|| builtIn == BuiltIn.VARBIT) {
				return "(%s)::text".formatted(sql);
			}
			String value = "(%s)::%s".formatted(sql, TypeSql.of(this.type));
			return (builtIn == BuiltIn.NUMERIC) ? "trim_scale(%s)::text".formatted(value)
					: "(%s)::text".formatted(value);
		}

	}

	private static String plain(String sql) {
		return PRECISION.matcher(OuterParentheses.without(sql).toLowerCase(Locale.ROOT)).replaceFirst("");
	}

	private static boolean isConstant(String sql) {
		return CONSTANT.matcher(sql).matches() && !MOVING.matcher(sql).find();
	}

	/**
	 * Asks the server which defaults are equal, with one message if all of them are valid
	 * values of their columns.
	 * @param connection the session, outside of a transaction
	 * @param pairs defaults of columns
	 * @return the pairs that give the same value
	 */
	public static Set<Pair> of(ServerConnection connection, Collection<Pair> pairs) {
		Set<Pair> equal = pairs.stream().filter(Pair::isOfFunctions).collect(Collectors.toCollection(HashSet::new));
		List<Pair> constants = pairs.stream().filter(Pair::isOfConstants).distinct().toList();
		if (!constants.isEmpty()) {
			ask(connection, constants).ifPresentOrElse(equal::addAll,
					() -> constants.forEach((pair) -> ask(connection, List.of(pair)).ifPresent(equal::addAll)));
		}
		return equal;
	}

	/**
	 * Returns the pairs that are equal, or empty if one is not a valid value of its
	 * column.
	 */
	private static Optional<List<Pair>> ask(ServerConnection connection, List<Pair> pairs) {
		String conditions = pairs.stream().map(Pair::condition).collect(Collectors.joining(", "));
		try {
			List<String> answers = TextArray
				.read(connection.query("select array[%s]::text[]".formatted(conditions)).get(0).text(0));
			return Optional.of(IntStream.range(0, pairs.size())
				.filter((i) -> isTrue(answers.get(i)))
				.mapToObj(pairs::get)
				.toList());
		}
		catch (SqlFailure ex) {
			return Optional.empty();
		}
	}

	private static boolean isTrue(@Nullable String answer) {
		return answer != null && answer.startsWith("t");
	}

}
