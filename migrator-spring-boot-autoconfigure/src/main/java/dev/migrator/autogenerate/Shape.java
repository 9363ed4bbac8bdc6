package dev.migrator.autogenerate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.migrator.dialect.ExpressionColumns;
import dev.migrator.dialect.PrintedExpression;
import dev.migrator.schema.Check;
import dev.migrator.schema.Constraint;
import dev.migrator.schema.Exclusion;
import dev.migrator.schema.ForeignKey;
import dev.migrator.schema.Index;
import dev.migrator.schema.IndexKey;
import dev.migrator.schema.PrimaryKey;
import dev.migrator.schema.Unique;
import org.jspecify.annotations.Nullable;

/**
 * Constraints and indexes without their names: what two are compared by, and what they
 * are over.
 */
final class Shape {

	private static final String NAME = "_";

	/** What stands in a check that lists the values: of an enum, for one. */
	private static final Pattern LISTED = Pattern.compile("\\bin\\s*\\(|= ANY|\\bbetween\\b|>=.*<=",
			Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

	private Shape() {
	}

	/**
	 * A constraint as all are called that do the same.
	 */
	static Object of(Constraint constraint) {
		if (constraint instanceof PrimaryKey key) {
			return new PrimaryKey(NAME, key.columns(), sorted(key.include()), key.deferral());
		}
		if (constraint instanceof Unique unique) {
			return new Unique(NAME, unique.columns(), sorted(unique.include()), unique.nullsNotDistinct(),
					unique.deferral());
		}
		if (constraint instanceof Check check) {
			return new Check(NAME, PrintedExpression.settled(check.condition()), check.noInherit());
		}
		if (constraint instanceof ForeignKey key) {
			List<String[]> pairs = pairs(key);
			return new ForeignKey(NAME, pairs.stream().map((pair) -> pair[0]).toList(), key.table(),
					pairs.stream().map((pair) -> pair[1]).toList(), key.onDelete(), key.onUpdate(), key.matchFull(),
					key.deferral());
		}
		Exclusion exclusion = (Exclusion) constraint;
		return new Exclusion(NAME, exclusion.method(),
				exclusion.elements()
					.stream()
					.map((element) -> new Exclusion.Element(plain(element.key()), element.operator()))
					.toList(),
				settled(exclusion.where()), exclusion.deferral());
	}

	private static @Nullable String settled(@Nullable String sql) {
		return (sql != null) ? PrintedExpression.settled(sql) : null;
	}

	/**
	 * What tells that one took the place of another: a table has one primary key, and one
	 * foreign key from certain columns to certain others.
	 */
	static @Nullable Object successor(Constraint constraint) {
		if (constraint instanceof PrimaryKey) {
			return PrimaryKey.class;
		}
		if (constraint instanceof Unique unique) {
			return unique.columns();
		}
		if (constraint instanceof ForeignKey key) {
			return List.of(key.table(), pairs(key).stream().map(List::of).toList());
		}
		return null;
	}

	private static List<String[]> pairs(ForeignKey key) {
		List<String[]> pairs = new ArrayList<>();
		for (int i = 0; i < key.columns().size(); i++) {
			pairs.add(new String[] { key.columns().get(i), key.referenced().get(i) });
		}
		pairs.sort(Comparator.comparing((pair) -> pair[0]));
		return pairs;
	}

	private static List<String> sorted(List<String> names) {
		return names.stream().sorted().toList();
	}

	/**
	 * An index as all are called that do the same. Where it is stored is left out.
	 */
	static Object of(Index index) {
		return new Index(NAME, index.table(), index.keys().stream().map(Shape::plain).toList(), index.unique(),
				index.nullsNotDistinct(), Objects.requireNonNullElse(index.method(), "btree"), sorted(index.include()),
				settled(index.where()), Map.of(), null);
	}

	private static IndexKey plain(IndexKey key) {
		boolean down = key.order() == IndexKey.Order.DESC;
		IndexKey.Nulls usual = down ? IndexKey.Nulls.FIRST : IndexKey.Nulls.LAST;
		return new IndexKey(key.column(), settled(key.expression()), key.collation(), key.operatorClass(),
				down ? IndexKey.Order.DESC : null, (key.nulls() == usual) ? null : key.nulls());
	}

	/**
	 * Whether something is over one of several columns, in SQL or by name.
	 */
	static boolean isOver(Constraint constraint, Set<String> columns) {
		if (columns.isEmpty()) {
			return false;
		}
		if (constraint instanceof PrimaryKey key) {
			return Stream.concat(key.columns().stream(), key.include().stream()).anyMatch(columns::contains);
		}
		if (constraint instanceof Unique unique) {
			return Stream.concat(unique.columns().stream(), unique.include().stream()).anyMatch(columns::contains);
		}
		if (constraint instanceof ForeignKey key) {
			return key.columns().stream().anyMatch(columns::contains);
		}
		if (constraint instanceof Check check) {
			return ExpressionColumns.mentions(check.condition(), columns);
		}
		Exclusion exclusion = (Exclusion) constraint;
		return exclusion.elements().stream().anyMatch((element) -> isOver(element.key(), columns))
				|| mentions(exclusion.where(), columns);
	}

	/**
	 * Those of several columns of which a check lists the values, or {@code null} for
	 * another constraint, and for a check of none of them.
	 */
	static @Nullable Set<String> checked(Constraint constraint, Set<String> columns) {
		if (!(constraint instanceof Check check) || !LISTED.matcher(check.condition()).find()) {
			return null;
		}
		Set<String> checked = columns.stream()
			.filter((column) -> isOver(constraint, Set.of(column)))
			.collect(Collectors.toSet());
		return checked.isEmpty() ? null : checked;
	}

	static boolean isOver(Index index, Set<String> columns) {
		return !columns.isEmpty() && (index.keys().stream().anyMatch((key) -> isOver(key, columns))
				|| index.include().stream().anyMatch(columns::contains) || mentions(index.where(), columns));
	}

	private static boolean isOver(IndexKey key, Set<String> columns) {
		return (key.column() != null) ? columns.contains(key.column()) : mentions(key.expression(), columns);
	}

	/**
	 * Whether SQL, or an operator class, would have to fit another type of one of several
	 * columns.
	 */
	static boolean isBoundToType(Constraint constraint, Set<String> columns) {
		return (constraint instanceof Check || constraint instanceof Exclusion) && isOver(constraint, columns);
	}

	static boolean isBoundToType(Index index, Set<String> columns) {
		return !columns.isEmpty() && (mentions(index.where(), columns) || index.keys()
			.stream()
			.anyMatch((key) -> mentions(key.expression(), columns)
					|| (key.operatorClass() != null && columns.contains(key.column()))));
	}

	private static boolean mentions(@Nullable String sql, Set<String> columns) {
		return sql != null && ExpressionColumns.mentions(sql, columns);
	}

}
