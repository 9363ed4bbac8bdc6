package dev.migrator.schema.element;

import java.util.List;
import java.util.Optional;

import dev.migrator.schema.ColumnList;
import dev.migrator.schema.Deferral;
import dev.migrator.schema.NameRule;
import dev.migrator.schema.ObjectName;

/**
 * A primary key.
 *
 * @param name its name
 * @param columns its columns
 * @param include the included columns of its index
 * @param deferral when it is checked
 * @param withoutOverlaps whether its last column is a range, and two rows with equal
 * other columns are allowed if their ranges do not overlap; needs PostgreSQL 18
 */
public record PrimaryKey(String name, List<String> columns, List<String> include, Deferral deferral,
		boolean withoutOverlaps) implements Key {

	public PrimaryKey {
		NameRule.check("primary key", name);
		columns = ColumnList.check("primary key " + name, columns);
		include = List.copyOf(include);
		Key.checkOverlaps(name, columns, withoutOverlaps);
	}

	/**
	 * Creates a primary key without a range.
	 * @param name its name
	 * @param columns its columns
	 * @param include the included columns of its index
	 * @param deferral when it is checked
	 */
	public PrimaryKey(String name, List<String> columns, List<String> include, Deferral deferral) {
		this(name, columns, include, deferral, false);
	}

	@Override
	public String words() {
		return "primary key";
	}

	@Override
	public int rank() {
		return 0;
	}

	@Override
	public UnchosenName unchosenName() {
		return new UnchosenName(List.of(), "pkey");
	}

	@Override
	public PrimaryKey named(String other) {
		return new PrimaryKey(other, this.columns, this.include, this.deferral, this.withoutOverlaps);
	}

	@Override
	public PrimaryKey renamed(ObjectName table, Renaming renaming) {
		return new PrimaryKey(this.name, renaming.columns(table, this.columns), renaming.columns(table, this.include),
				this.deferral, this.withoutOverlaps);
	}

	@Override
	public PrimaryKey structuralKey() {
		return new PrimaryKey(ANY_NAME, this.columns, this.include.stream().sorted().toList(), this.deferral,
				this.withoutOverlaps);
	}

	@Override
	public List<String> requiredColumns() {
		return this.columns;
	}

	/**
	 * Returns a table has only one primary key.
	 */
	@Override
	public Optional<Object> place() {
		return Optional.of("primary key");
	}

	/**
	 * Takes over the order of its columns and the included columns of its index.
	 */
	@Override
	public Constraint completedBy(Constraint there) {
		return (there instanceof PrimaryKey known)
				? new PrimaryKey(this.name, known.columns, known.include, known.deferral, known.withoutOverlaps) : this;
	}

}
