package dev.migrator.dialect;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * A statement that runs CONCURRENTLY and may leave something half-made behind when it is
 * broken off.
 *
 * @param kind what it is
 * @param table the table, as the statement writes it; of a REINDEX what is rebuilt
 * @param object the index that is built, or the partition that is detached, as the
 * statement writes it; {@code null} for an index without a name, and for a REINDEX
 * @param ifNotExists whether it passes over an index that is there
 */
public record ConcurrentStatement(Kind kind, String table, @Nullable String object, boolean ifNotExists) {

	private static final String NAME = "(?:" + NameText.QUOTED + "|" + NameText.UNQUOTED + ")";

	private static final String QUALIFIED = NAME + "(?:\\s*\\.\\s*" + NAME + ")*";

	private static final Pattern CREATE = pattern("create\\s+(?:unique\\s+)?index\\s+concurrently\\s+"
			+ "(?<exists>if\\s+not\\s+exists\\s+)?(?:(?<object>(?!on\\s)" + NAME + ")\\s+)?on\\s+(?:only\\s+)?(?<table>"
			+ QUALIFIED + ").*");

	private static final Pattern DETACH = pattern("alter\\s+table\\s+(?:if\\s+exists\\s+)?(?:only\\s+)?(?<table>"
			+ QUALIFIED + ")\\s+detach\\s+partition\\s+(?<object>" + QUALIFIED + ")\\s+concurrently\\s*");

	private static final Pattern REINDEX = pattern("reindex\\b.*\\bconcurrently\\b.*");

	/**
	 * Reads a statement.
	 * @param statement the statement, without a semicolon
	 * @return what it is, or empty if it is none of these
	 */
	public static Optional<ConcurrentStatement> of(String statement) {
		String sql = withoutComments(statement);
		Matcher create = CREATE.matcher(sql);
		if (create.matches()) {
			return Optional.of(new ConcurrentStatement(Kind.CREATE_INDEX, create.group("table"), create.group("object"),
					create.group("exists") != null));
		}
		Matcher detach = DETACH.matcher(sql);
		if (detach.matches()) {
			return Optional.of(new ConcurrentStatement(Kind.DETACH_PARTITION, detach.group("table"),
					detach.group("object"), false));
		}
		return REINDEX.matcher(sql).matches() ? Optional.of(new ConcurrentStatement(Kind.REINDEX, "", null, false))
				: Optional.empty();
	}

	/**
	 * Only to recognize the statement; what is sent keeps its comments. A quoted name
	 * with two hyphens in it would not be recognized.
	 */
	private static String withoutComments(String statement) {
		return statement.replaceAll("--[^\\r\\n]*", " ").replaceAll("(?s)/\\*.*?\\*/", " ").strip();
	}

	private static Pattern pattern(String regex) {
		return Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
	}

	/**
	 * What a statement does CONCURRENTLY.
	 */
	public enum Kind {

		/** Builds an index; broken off, it leaves it INVALID. */
		CREATE_INDEX,

		/** Builds indexes again; broken off, it leaves {@code _ccnew} ones. */
		REINDEX,

		/** Detaches a partition; broken off, it leaves a detach to finalize. */
		DETACH_PARTITION

	}

}
