package dev.migrator.autogenerate.convention;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The names of constraints and indexes that the model does not name. It applies to new
 * ones only: what is in the database keeps its name.
 *
 * @param patterns the patterns by kind; a kind without one gets the names that PostgreSQL
 * gives
 */
public record NamingConvention(Map<NamedKind, NamePattern> patterns) {

	/**
	 * The names that PostgreSQL gives: {@code users_email_key}.
	 */
	public static final NamingConvention POSTGRESQL = new NamingConvention(Map.of());

	public NamingConvention {
		patterns = Map.copyOf(patterns);
	}

	/**
	 * Creates a convention.
	 * @param patterns the patterns, at most one of each kind
	 * @return the convention
	 */
	public static NamingConvention of(NamePattern... patterns) {
		return new NamingConvention(
				Arrays.stream(patterns).collect(Collectors.toMap(NamePattern::kind, Function.identity())));
	}

	/**
	 * Returns the pattern of a kind.
	 * @param kind the kind
	 * @return the pattern, or empty for the names that PostgreSQL gives
	 */
	public Optional<NamePattern> pattern(NamedKind kind) {
		return Optional.ofNullable(this.patterns.get(kind));
	}

	/**
	 * Returns whether all names are those that PostgreSQL gives.
	 * @return whether there is no pattern
	 */
	public boolean isEmpty() {
		return this.patterns.isEmpty();
	}

}
