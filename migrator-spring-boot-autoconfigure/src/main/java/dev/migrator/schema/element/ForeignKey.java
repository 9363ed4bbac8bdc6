package dev.migrator.schema.element;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.migrator.schema.ColumnList;
import dev.migrator.schema.ColumnName;
import dev.migrator.schema.Deferral;
import dev.migrator.schema.InvalidDefinitionException;
import dev.migrator.schema.NameRule;
import dev.migrator.schema.ObjectName;
import dev.migrator.schema.ReferentialAction;
import dev.migrator.schema.Validity;

/**
 * A foreign key.
 *
 * @param name its name
 * @param columns its columns
 * @param table the table that it references
 * @param referenced the columns there, in the same order
 * @param onDelete the action when the referenced row is deleted
 * @param onDeleteColumns the columns that become NULL, or get their default, in that
 * case; none for all
 * @param onUpdate the action when the referenced key changes
 * @param matchFull whether all of its columns are NULL or none is; otherwise one NULL is
 * enough to reference nothing
 * @param deferral when it is checked
 * @param validity the rows that it holds for
 * @param period whether its last column is a range that the ranges of the referenced rows
 * must cover; needs PostgreSQL 18
 */
public record ForeignKey(String name, List<String> columns, ObjectName table, List<String> referenced,
		ReferentialAction onDelete, List<String> onDeleteColumns, ReferentialAction onUpdate, boolean matchFull,
		Deferral deferral, Validity validity, boolean period) implements Constraint {

	public ForeignKey {
		NameRule.check("foreign key", name);
		columns = ColumnList.check("foreign key " + name, columns);
		referenced = ColumnList.check("foreign key " + name, referenced);
		if (columns.size() != referenced.size()) {
			throw new InvalidDefinitionException("The foreign key %s has %s columns and references %s.".formatted(name,
					columns.size(), referenced.size()), "Give the same number of columns on both sides.");
		}
		if (period && columns.size() < 2) {
			throw new InvalidDefinitionException("The foreign key %s has no column beside its period.".formatted(name),
					"Give the columns that are equal before it.");
		}
		onDeleteColumns = List.copyOf(onDeleteColumns);
		if (!onDeleteColumns.isEmpty()) {
			ColumnList.check("foreign key " + name, onDeleteColumns);
			if (!columns.containsAll(onDeleteColumns) || !onDelete.sets()) {
				throw new InvalidDefinitionException(
						"The foreign key %s cannot set %s when the row that it references is deleted.".formatted(name,
								String.join(", ", onDeleteColumns)),
						"Give columns of the key, with SET_NULL or SET_DEFAULT, or leave them out for all of them.");
			}
		}
	}

	/**
	 * Creates a foreign key that holds for all rows.
	 * @param name its name
	 * @param columns its columns
	 * @param table the table that it references
	 * @param referenced the columns there, in the same order
	 * @param onDelete the action when the referenced row is deleted
	 * @param onDeleteColumns the columns that become NULL, or get their default, in that
	 * case; none for all
	 * @param onUpdate the action when the referenced key changes
	 * @param matchFull whether all of its columns are NULL or none is
	 * @param deferral when it is checked
	 */
	public ForeignKey(String name, List<String> columns, ObjectName table, List<String> referenced,
			ReferentialAction onDelete, List<String> onDeleteColumns, ReferentialAction onUpdate, boolean matchFull,
			Deferral deferral) {
		this(name, columns, table, referenced, onDelete, onDeleteColumns, onUpdate, matchFull, deferral, Validity.VALID,
				false);
	}

	/**
	 * Creates a foreign key that sets all of its columns, or none, when the referenced
	 * row is deleted.
	 * @param name its name
	 * @param columns its columns
	 * @param table the table that it references
	 * @param referenced the columns there, in the same order
	 * @param onDelete the action when the referenced row is deleted
	 * @param onUpdate the action when the referenced key changes
	 * @param matchFull whether all of its columns are NULL or none is
	 * @param deferral when it is checked
	 */
	public ForeignKey(String name, List<String> columns, ObjectName table, List<String> referenced,
			ReferentialAction onDelete, ReferentialAction onUpdate, boolean matchFull, Deferral deferral) {
		this(name, columns, table, referenced, onDelete, List.of(), onUpdate, matchFull, deferral);
	}

	@Override
	public String words() {
		return "foreign key";
	}

	@Override
	public int rank() {
		return 4;
	}

	@Override
	public UnchosenName unchosenName() {
		return UnchosenName.ofColumns(this.columns, "fkey");
	}

	@Override
	public ForeignKey named(String other) {
		return new ForeignKey(other, this.columns, this.table, this.referenced, this.onDelete, this.onDeleteColumns,
				this.onUpdate, this.matchFull, this.deferral, this.validity, this.period);
	}

	@Override
	public ForeignKey holdingFor(Validity other) {
		return new ForeignKey(this.name, this.columns, this.table, this.referenced, this.onDelete, this.onDeleteColumns,
				this.onUpdate, this.matchFull, this.deferral, other, this.period);
	}

	/**
	 * PostgreSQL checks the rows when it enforces a foreign key that was not enforced.
	 */
	@Override
	public boolean canHoldFor(Validity other) {
		return switch (this.validity) {
			case VALID -> other == Validity.NOT_ENFORCED;
			case NOT_VALID, NOT_ENFORCED -> other == Validity.VALID;
		};
	}

	@Override
	public ForeignKey renamed(ObjectName of, Renaming renaming) {
		return new ForeignKey(this.name, renaming.columns(of, this.columns), renaming.table(this.table),
				renaming.columns(this.table, this.referenced), this.onDelete,
				renaming.columns(of, this.onDeleteColumns), this.onUpdate, this.matchFull, this.deferral, this.validity,
				this.period);
	}

	@Override
	public ForeignKey structuralKey() {
		List<List<String>> pairs = pairs();
		return new ForeignKey(ANY_NAME, pairs.stream().map((pair) -> pair.get(0)).toList(), this.table,
				pairs.stream().map((pair) -> pair.get(1)).toList(), this.onDelete,
				this.onDeleteColumns.stream().sorted().toList(), this.onUpdate, this.matchFull, this.deferral,
				Validity.VALID, this.period);
	}

	/**
	 * Returns a table has only one foreign key between the same columns.
	 */
	@Override
	public Optional<Object> place() {
		return Optional.of(List.of(this.table, pairs()));
	}

	/**
	 * Returns the columns with those that they reference, in an order without meaning; a
	 * period is the last one.
	 */
	private List<List<String>> pairs() {
		Stream<List<String>> pairs = IntStream.range(0, this.columns.size())
			.mapToObj((i) -> List.of(this.columns.get(i), this.referenced.get(i)));
		return this.period ? pairs.toList() : pairs.sorted(Comparator.comparing((pair) -> pair.get(0))).toList();
	}

	@Override
	public boolean canBeNotValid() {
		return true;
	}

	@Override
	public Stream<String> columnNames() {
		return this.columns.stream();
	}

	@Override
	public String describe(ObjectName of) {
		return "%s '%s' (%s) on table '%s' to '%s' (%s)".formatted(words(), this.name, String.join(", ", this.columns),
				of, this.table, String.join(", ", this.referenced));
	}

	@Override
	public Stream<ColumnName> references() {
		return this.referenced.stream().map((column) -> new ColumnName(this.table, column));
	}

	@Override
	public boolean isReference() {
		return true;
	}

	/**
	 * Takes over an action if none is given, the columns that a deletion sets, the
	 * deferral, whether it was disabled, and whether it is about periods.
	 */
	@Override
	public Constraint completedBy(Constraint there) {
		if (!(there instanceof ForeignKey known)) {
			return this;
		}
		ReferentialAction delete = (this.onDelete != ReferentialAction.NO_ACTION) ? this.onDelete : known.onDelete;
		return new ForeignKey(this.name, known.period ? known.columns : this.columns, this.table,
				known.period ? known.referenced : this.referenced, delete,
				(this.onDeleteColumns.isEmpty() && delete == known.onDelete) ? known.onDeleteColumns
						: this.onDeleteColumns,
				(this.onUpdate != ReferentialAction.NO_ACTION) ? this.onUpdate : known.onUpdate,
				this.matchFull || known.matchFull, this.deferral.or(known.deferral),
				(known.validity == Validity.NOT_ENFORCED) ? known.validity : this.validity,
				this.period || known.period);
	}

}
