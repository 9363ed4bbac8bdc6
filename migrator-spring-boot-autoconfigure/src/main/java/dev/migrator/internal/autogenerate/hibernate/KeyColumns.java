package dev.migrator.internal.autogenerate.hibernate;

import java.util.List;

import org.hibernate.HibernateException;
import org.hibernate.boot.model.relational.ColumnOrderingStrategy;
import org.hibernate.boot.spi.MetadataImplementor;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.ForeignKey;
import org.hibernate.mapping.PrimaryKey;
import org.jspecify.annotations.Nullable;

/**
 * Sorts the columns of keys in the order that Hibernate uses when it creates the tables.
 * The columns of a primary key are sorted by the sizes of their types and by name, unless
 * {@code hibernate.column_ordering_strategy} specifies another order. The columns of the
 * foreign keys to it are in the same order. Hibernate itself sorts them only when it
 * starts a session factory that creates tables.
 */
final class KeyColumns {

	private final MetadataImplementor metadata;

	private final ColumnOrderingStrategy strategy;

	KeyColumns(MetadataImplementor metadata) {
		this.metadata = metadata;
		this.strategy = metadata.getMetadataBuildingOptions().getColumnOrderingStrategy();
	}

	List<Column> of(PrimaryKey key) {
		List<Column> ordered = (key.getColumnSpan() > 1) ? ordered(key) : null;
		return (ordered != null) ? ordered : key.getColumns();
	}

	List<Column> of(ForeignKey key) {
		List<Column> columns = key.getColumns();
		if (!key.isReferenceToPrimaryKey() || columns.size() < 2) {
			return columns;
		}
		PrimaryKey referenced = key.getReferencedTable().getPrimaryKey();
		List<Column> bound = referenced.getColumns();
		return of(referenced).stream().map((column) -> columns.get(bound.indexOf(column))).toList();
	}

	/**
	 * Returns the columns that a foreign key references, each at the position of its own
	 * column.
	 */
	List<Column> referencedBy(ForeignKey key) {
		return key.isReferenceToPrimaryKey() ? of(key.getReferencedTable().getPrimaryKey())
				: key.getReferencedColumns();
	}

	/**
	 * Returns the columns in the order of the strategy, or {@code null} if it has no
	 * order for them: the order by size needs types, which Hibernate does not always
	 * know.
	 */
	private @Nullable List<Column> ordered(PrimaryKey key) {
		try {
			return this.strategy.orderConstraintColumns(key, this.metadata);
		}
		catch (HibernateException ex) {
			return null;
		}
	}

}
