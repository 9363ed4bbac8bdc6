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
 * The columns of keys in the order in which Hibernate has them where it creates the
 * tables: those of a primary key by the sizes of their types and by name, unless another
 * {@code hibernate.column_ordering_strategy} says otherwise, and those of the foreign
 * keys to it alike. It orders them when it starts a session factory that is to create
 * tables, and not before.
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
	 * The columns that a foreign key references, each at the place of its own.
	 */
	List<Column> referencedBy(ForeignKey key) {
		return key.isReferenceToPrimaryKey() ? of(key.getReferencedTable().getPrimaryKey())
				: key.getReferencedColumns();
	}

	/**
	 * The columns by the strategy, or {@code null} if it has no order for them: that of
	 * the sizes needs types, which Hibernate does not always know.
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
