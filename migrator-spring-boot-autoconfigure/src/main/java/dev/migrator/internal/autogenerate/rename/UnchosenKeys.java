package dev.migrator.internal.autogenerate.rename;

import java.util.Collection;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import dev.migrator.autogenerate.convention.NamingConvention;
import dev.migrator.internal.autogenerate.convention.ConventionalName;
import dev.migrator.internal.dialect.text.DefaultNames;
import dev.migrator.internal.dialect.text.ExpressionColumns;
import dev.migrator.internal.schema.ConstraintObject;
import dev.migrator.internal.schema.IndexObject;
import dev.migrator.internal.schema.KeyObject;
import dev.migrator.schema.element.ForeignKey;
import dev.migrator.schema.element.PrimaryKey;

/**
 * Constraints and indexes of the database whose name nobody chose: they came from the
 * mapping of a column, and follow it.
 */
public final class UnchosenKeys {

	/** An MD5 hash in base 35, as Hibernate writes it. */
	private static final String HASH = "(?=[a-y]*[0-9])[0-9a-y]{22,25}";

	private static final Pattern FOREIGN_KEY = pattern("fk");

	private static final Pattern UNIQUE = pattern("(uk_?|idx)");

	private UnchosenKeys() {
	}

	private static Pattern pattern(String prefix) {
		return Pattern.compile(prefix + HASH, Pattern.CASE_INSENSITIVE);
	}

	/**
	 * Returns whether a key has a hash of Hibernate as its name, or is over one column
	 * and has the name that PostgreSQL or a convention gives. The name of a primary key
	 * does not show its columns.
	 * @param over its columns
	 * @param names the convention
	 */
	public static boolean isOne(KeyObject key, Set<String> over, NamingConvention names) {
		String name = key.id().name();
		if (key instanceof ConstraintObject it && it.constraint() instanceof PrimaryKey) {
			return false;
		}
		boolean reference = key instanceof ConstraintObject it && it.constraint() instanceof ForeignKey;
		return (reference ? FOREIGN_KEY : UNIQUE).matcher(name).matches()
				|| (over.size() == 1 && (isNumbered(name, usual(key, over.iterator().next()))
						|| ConventionalName.of(key, over, names).filter((usual) -> usual.is(name)).isPresent()));
	}

	/**
	 * Returns the columns of a key.
	 * @param columns the columns of its table
	 */
	public static Set<String> over(KeyObject key, Collection<String> columns) {
		return columns.stream()
			.filter((column) -> ExpressionColumns.isOver(key.what(), Set.of(column)))
			.collect(Collectors.toSet());
	}

	private static String usual(KeyObject key, String column) {
		boolean check = key instanceof ConstraintObject && key.relation().isEmpty() && key.references().isEmpty();
		return check ? DefaultNames.check(key.table(), column) : DefaultNames.of(key.table(), key.unchosenName(), 0);
	}

	private static boolean isNumbered(String name, String usual) {
		return name.startsWith(usual) && name.substring(usual.length()).chars().allMatch(Character::isDigit);
	}

	/**
	 * Returns whether a key can refuse a row: an index that is not unique cannot.
	 */
	public static boolean isConstraint(KeyObject key) {
		return !(key instanceof IndexObject object) || object.index().unique();
	}

}
