package dev.migrator.internal.dialect.catalog;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import dev.migrator.schema.ObjectName;
import dev.migrator.schema.element.Column;
import dev.migrator.schema.element.Constraint;
import dev.migrator.schema.element.Index;
import dev.migrator.schema.element.Table;
import org.jspecify.annotations.Nullable;

/**
 * Collects the parts of a table, which several queries read.
 */
public final class CatalogTable {

	/** Orders constraints by kind, as a person writes them, then by name. */
	public static final Comparator<Constraint> CONSTRAINTS = Comparator.comparingInt(Constraint::rank)
		.thenComparing(Constraint::name);

	public static final Comparator<Index> INDEXES = Comparator.comparing(Index::name);

	private final ObjectName name;

	private final boolean unlogged;

	private final @Nullable String partitionBy;

	private final @Nullable String comment;

	private final List<Column> columns = new ArrayList<>();

	private final List<Constraint> constraints = new ArrayList<>();

	private final List<Index> indexes = new ArrayList<>();

	CatalogTable(ObjectName name, boolean unlogged, @Nullable String partitionBy, @Nullable String comment) {
		this.name = name;
		this.unlogged = unlogged;
		this.partitionBy = partitionBy;
		this.comment = comment;
	}

	ObjectName name() {
		return this.name;
	}

	void add(Column column) {
		this.columns.add(column);
	}

	/**
	 * Marks a column that may have NULL in rows that were never checked.
	 */
	void takesNull(String column) {
		this.columns.replaceAll((known) -> known.name().equals(column) ? new Column(column, known.type(), true,
				known.defaultValue(), known.identity(), known.generated(), known.collation(), known.comment()) : known);
	}

	void add(Constraint constraint) {
		this.constraints.add(constraint);
	}

	void add(Index index) {
		this.indexes.add(index);
	}

	Table table() {
		return new Table(this.name, this.columns, this.constraints.stream().sorted(CONSTRAINTS).toList(),
				this.indexes.stream().sorted(INDEXES).toList(), this.unlogged, this.partitionBy, this.comment);
	}

}
