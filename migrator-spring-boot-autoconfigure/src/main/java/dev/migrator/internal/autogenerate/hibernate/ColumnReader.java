package dev.migrator.internal.autogenerate.hibernate;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import dev.migrator.internal.dialect.text.WrittenColumn;
import dev.migrator.schema.ColumnName;
import dev.migrator.schema.DataType;
import dev.migrator.schema.DataType.ArrayType;
import dev.migrator.schema.DataType.NamedType;
import dev.migrator.schema.DataType.WrittenType;
import dev.migrator.schema.Expression;
import dev.migrator.schema.Expression.SqlExpression;
import dev.migrator.schema.Generated;
import dev.migrator.schema.Identity;
import dev.migrator.schema.ObjectName;
import dev.migrator.schema.SequenceOptions;
import dev.migrator.schema.element.Column;
import org.hibernate.HibernateException;
import org.hibernate.boot.Metadata;
import org.hibernate.dialect.Dialect;
import org.jspecify.annotations.Nullable;

/**
 * Reads columns. In Hibernate their types are text. A column definition replaces this
 * text with anything that can follow the name of a column.
 */
final class ColumnReader {

	private static final String NO_TYPE = "unknown";

	private final Metadata metadata;

	private final PhysicalNames names;

	private final EnumReader enums;

	private final List<String> leftOut;

	private final Map<ColumnName, String> untyped = new LinkedHashMap<>();

	private final Set<ColumnName> written = new HashSet<>();

	ColumnReader(Metadata metadata, PhysicalNames names, EnumReader enums, List<String> leftOut) {
		this.metadata = metadata;
		this.names = names;
		this.enums = enums;
		this.leftOut = leftOut;
	}

	Column read(ObjectName table, org.hibernate.mapping.Column column) {
		WrittenColumn written = written(table, column);
		DataType type = unqualified(written.type());
		if (type instanceof WrittenType) {
			this.written.add(new ColumnName(table, this.names.of(column)));
		}
		this.enums.use(type, column);
		if (column.getOptions() != null && !column.getOptions().isBlank()) {
			this.written.add(new ColumnName(table, this.names.of(column)));
			this.leftOut.add("options of the column %s.%s: %s".formatted(table, this.names.of(column),
					column.getOptions().strip()));
		}
		Identity identity = identity(column, written);
		Generated generated = (identity == null) ? generated(column, written) : null;
		Expression defaultValue = (identity == null && generated == null) ? defaultValue(column, written) : null;
		// Hibernate's NOT NULL for such a column depends on its version.
		boolean computed = column.getGeneratedAs() != null;
		boolean nullable = computed || (column.isNullable() && !written.notNull());
		return new Column(this.names.of(column), type, nullable, defaultValue, identity, generated,
				collation(column, written), column.getComment());
	}

	/**
	 * Reads the text after the name of a column. Hibernate itself needs the type only to
	 * create tables, so an application also starts with a column of unknown type.
	 */
	WrittenColumn written(ObjectName table, org.hibernate.mapping.Column column) {
		try {
			return WrittenColumn.parse(column.getSqlType(this.metadata));
		}
		catch (HibernateException ex) {
			this.untyped.put(new ColumnName(table, this.names.of(column)),
					Objects.requireNonNullElse(ex.getMessage(), ex.toString()));
			return WrittenColumn.parse(NO_TYPE);
		}
	}

	/**
	 * Returns the columns whose type Hibernate does not know, each with Hibernate's
	 * message.
	 */
	Map<ColumnName, String> untyped() {
		return this.untyped;
	}

	/**
	 * Returns the columns with a text after the type that only PostgreSQL can read.
	 */
	Set<ColumnName> written() {
		return this.written;
	}

	private DataType unqualified(DataType type) {
		if (type instanceof ArrayType array) {
			return new ArrayType(unqualified(array.element()));
		}
		return (type instanceof NamedType named) ? new NamedType(this.names.unqualified(named.name())) : type;
	}

	private static @Nullable Identity identity(org.hibernate.mapping.Column column, WrittenColumn written) {
		if (written.identity() != null) {
			return written.identity();
		}
		// A written type such as serial creates the numbers itself.
		boolean numbered = column.isIdentity() && !(written.type() instanceof WrittenType);
		return numbered ? new Identity(false, SequenceOptions.DEFAULT) : null;
	}

	private @Nullable Generated generated(org.hibernate.mapping.Column column, WrittenColumn written) {
		if (column.getGeneratedAs() == null) {
			return written.generated();
		}
		Dialect dialect = this.metadata.getDatabase().getDialect();
		return new Generated(column.getGeneratedAs(), dialect.generatedAs("x").endsWith("stored"));
	}

	private static @Nullable Expression defaultValue(org.hibernate.mapping.Column column, WrittenColumn written) {
		String sql = (column.getDefaultValue() != null) ? column.getDefaultValue() : written.defaultValue();
		return (sql != null) ? new SqlExpression(sql) : null;
	}

	/**
	 * Hibernate quotes the name of the collation as it is.
	 */
	private static @Nullable ObjectName collation(org.hibernate.mapping.Column column, WrittenColumn written) {
		return (column.getCollation() != null) ? new ObjectName(null, column.getCollation()) : written.collation();
	}

}
