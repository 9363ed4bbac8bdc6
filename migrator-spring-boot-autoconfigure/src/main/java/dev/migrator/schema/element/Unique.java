package dev.migrator.schema.element;

import java.util.List;
import java.util.Optional;

import dev.migrator.schema.ColumnList;
import dev.migrator.schema.Deferral;
import dev.migrator.schema.NameRule;
import dev.migrator.schema.ObjectName;

/**
 * A unique constraint.
 *
 * @param name its name
 * @param columns its columns
 * @param include the included columns of its index
 * @param nullsNotDistinct whether two NULLs are equal; needs PostgreSQL 15
 * @param deferral when it is checked
 * @param withoutOverlaps whether its last column is a range, and two rows with equal
 * other columns are allowed if their ranges do not overlap; needs PostgreSQL 18
 */
public record Unique(String name, List<String> columns, List<String> include, boolean nullsNotDistinct,
		Deferral deferral, boolean withoutOverlaps) implements Key {

	public Unique {
		NameRule.check("unique constraint", name);
		columns = ColumnList.check("unique constraint " + name, columns);
		include = List.copyOf(include);
		Key.checkOverlaps(name, columns, withoutOverlaps);
	}

	/**
	 * Creates a unique constraint without a range.
	 * @param name its name
	 * @param columns its columns
	 * @param include the included columns of its index
	 * @param nullsNotDistinct whether two NULLs are equal
	 * @param deferral when it is checked
	 */
	public Unique(String name, List<String> columns, List<String> include, boolean nullsNotDistinct,
			Deferral deferral) {
		this(name, columns, include, nullsNotDistinct, deferral, false);
	}

	@Override
	public String words() {
		return "unique constraint";
	}

	@Override
	public int rank() {
		return 1;
	}

	@Override
	public UnchosenName unchosenName() {
		return UnchosenName.ofColumns(columnNames().toList(), "key");
	}

	@Override
	public Unique named(String other) {
		return new Unique(other, this.columns, this.include, this.nullsNotDistinct, this.deferral,
				this.withoutOverlaps);
	}

	@Override
	public Unique renamed(ObjectName table, Renaming renaming) {
		return new Unique(this.name, renaming.columns(table, this.columns), renaming.columns(table, this.include),
				this.nullsNotDistinct, this.deferral, this.withoutOverlaps);
	}

	@Override
	public Unique structuralKey() {
		return new Unique(ANY_NAME, this.columns, this.include.stream().sorted().toList(), this.nullsNotDistinct,
				this.deferral, this.withoutOverlaps);
	}

	@Override
	public Optional<Object> place() {
		return Optional.of(this.columns);
	}

	/**
	 * Takes over the order of its columns, the included columns of its index, the
	 * treatment of NULLs, and the deferral.
	 */
	@Override
	public Constraint completedBy(Constraint there) {
		return (there instanceof Unique known) ? new Unique(this.name, known.columns,
				this.include.isEmpty() ? known.include : this.include, this.nullsNotDistinct || known.nullsNotDistinct,
				this.deferral.or(known.deferral), this.withoutOverlaps || known.withoutOverlaps) : this;
	}

}
