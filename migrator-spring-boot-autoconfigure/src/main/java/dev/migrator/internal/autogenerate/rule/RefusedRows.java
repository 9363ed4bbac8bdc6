package dev.migrator.internal.autogenerate.rule;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.migrator.internal.autogenerate.situation.Situation;
import dev.migrator.internal.dialect.ddl.AdvisedSql;
import dev.migrator.internal.dialect.text.CheckedRange;
import dev.migrator.internal.dialect.text.CheckedValues;
import dev.migrator.internal.schema.ColumnObject;
import dev.migrator.internal.schema.ConstraintObject;
import dev.migrator.internal.schema.IdentityObject;
import dev.migrator.internal.schema.KeyObject;
import dev.migrator.internal.schema.ObjectId;
import dev.migrator.internal.schema.SchemaObjects;
import dev.migrator.schema.ColumnName;
import dev.migrator.schema.Identity;
import dev.migrator.schema.ObjectName;
import dev.migrator.schema.Validity;
import dev.migrator.schema.element.Check;
import dev.migrator.schema.element.ForeignKey;
import org.jspecify.annotations.Nullable;

/**
 * Writes remarks about existing rows that a constraint refuses, as far as the schema
 * shows it: rows that reference a new table, which has no rows, and rows with a value
 * that a check does not allow any more.
 */
final class RefusedRows {

	private static final String NO_ROWS = "TODO: %s is new and has no rows, but rows of %s reference it; insert the referenced rows first:\n%s";

	private static final String OUTSIDE = "TODO: this fails if rows have other values in %s.%s; give them another value first:\n%s";

	private static final String NO_VALUE = "TODO: this fails if rows have %s in %s.%s; give them another value first:\n%s";

	/** The maximum count of numbers that are listed. */
	private static final int NAMED = 9;

	private final SchemaObjects from;

	private final SchemaObjects to;

	private RefusedRows(SchemaObjects from, SchemaObjects to) {
		this.from = from;
		this.to = to;
	}

	/**
	 * Creates it for a new constraint.
	 */
	static RefusedRows up(Situation situation) {
		return new RefusedRows(situation.before(), situation.then());
	}

	/**
	 * Creates it for a dropped constraint that is created again.
	 */
	static RefusedRows back(Situation situation) {
		return new RefusedRows(situation.then(), situation.before());
	}

	/**
	 * Writes the remark.
	 * @return the remark, or {@code null} if none is needed
	 */
	@Nullable String of(KeyObject key) {
		if (!(key instanceof ConstraintObject object) || object.constraint().validity() != Validity.VALID) {
			return null;
		}
		if (object.constraint() instanceof ForeignKey reference) {
			return ofNewTable(key.table(), reference);
		}
		return (object.constraint() instanceof Check check) ? ofCheck(key, check).orElse(null) : null;
	}

	private Optional<String> ofCheck(KeyObject key, Check check) {
		return CheckedValues.of(check.condition())
			.filter((values) -> keepsType(key.table(), values.column()))
			.flatMap((values) -> ofValues(key, values, check))
			.or(() -> CheckedRange.of(check.condition())
				.filter((range) -> keepsType(key.table(), range.column()))
				.flatMap((range) -> ofRange(key, range, check)));
	}

	private @Nullable String ofNewTable(ObjectName table, ForeignKey key) {
		boolean mayReference = !this.from.has(ObjectId.table(key.table()))
				&& key.columns().stream().map((column) -> ObjectId.column(table, column)).allMatch(this.from::has);
		if (!mayReference) {
			return null;
		}
		List<ColumnName> filled = key.references().toList();
		boolean overriding = filled.stream().flatMap((column) -> identity(column).stream()).anyMatch(Identity::always);
		return NO_ROWS.formatted(key.table(), table,
				Stream
					.concat(Stream.of(AdvisedSql.referenced(key, table, overriding)),
							filled.stream().flatMap(this::goOn))
					.collect(Collectors.joining("\n")));
	}

	private Optional<Identity> identity(ColumnName column) {
		return (this.to.get(ObjectId.identityOf(column)) instanceof IdentityObject object)
				? Optional.of(object.identity()) : Optional.empty();
	}

	/**
	 * Returns the statements after which the numbers of such rows are not given again.
	 */
	private Stream<String> goOn(ColumnName column) {
		Stream<String> owned = this.to.sequences()
			.stream()
			.filter((sequence) -> column.equals(sequence.ownedBy()))
			.map((sequence) -> AdvisedSql.goOn(sequence, column));
		return Stream.concat(identity(column).map((identity) -> AdvisedSql.goOn(column, identity)).stream(), owned);
	}

	private boolean keepsType(ObjectName table, String column) {
		ObjectId id = ObjectId.column(table, column);
		return this.from.get(id) instanceof ColumnObject was && this.to.get(id) instanceof ColumnObject to
				&& was.userType().isEmpty() && was.type().plain().equals(to.type().plain());
	}

	/**
	 * Writes the remark for a range, which has too many values to list.
	 */
	private Optional<String> ofRange(KeyObject key, CheckedRange then, Check check) {
		return checks(this.from, key.parent()).filter((was) -> !was.equals(this.to.get(was.id())))
			.flatMap((was) -> (was.constraint() instanceof Check it) ? CheckedRange.of(it.condition()).stream()
					: Stream.empty())
			.filter((was) -> was.column().equals(then.column()) && !was.isWithin(then))
			.findFirst()
			.map((was) -> outside(new ColumnName(key.table(), then.column()), check));
	}

	private static String outside(ColumnName column, Check check) {
		return OUTSIDE.formatted(column.table(), column.column(), AdvisedSql.updateOthers(column, check.condition()));
	}

	private Optional<String> ofValues(KeyObject key, CheckedValues then, Check check) {
		return checks(this.from, key.parent()).filter((was) -> !was.equals(this.to.get(was.id())))
			.flatMap((was) -> values(was).stream())
			.filter((was) -> was.column().equals(then.column()) && was.numbers() == then.numbers()
					&& !was.without(then).isEmpty())
			.findFirst()
			.map((was) -> {
				List<String> gone = was.without(then);
				if (was.numbers() && gone.size() > NAMED) {
					return outside(new ColumnName(key.table(), then.column()), check);
				}
				List<String> come = then.without(was);
				boolean other = gone.size() == 1 && come.size() == 1;
				return NO_VALUE.formatted(String.join(", ", gone), key.table(), then.column(),
						AdvisedSql.update(key.table(), gone, then, other ? come : List.of()));
			});
	}

	private static Stream<ConstraintObject> checks(SchemaObjects side, ObjectId table) {
		return side.partsOf(table, ConstraintObject.class).stream();
	}

	private static Optional<CheckedValues> values(ConstraintObject key) {
		return (key.constraint() instanceof Check check) ? CheckedValues.of(check.condition()) : Optional.empty();
	}

}
