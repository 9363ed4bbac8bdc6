package dev.migrator.autogenerate;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import dev.migrator.autogenerate.convention.ColumnOrder;
import dev.migrator.autogenerate.convention.NamingConvention;
import dev.migrator.internal.dialect.catalog.UncomparedObject;
import dev.migrator.schema.ColumnName;
import dev.migrator.schema.ObjectName;
import org.jspecify.annotations.Nullable;

/**
 * The settings of a comparison: what is compared, and what may be removed.
 */
public final class ComparisonSettings {

	/**
	 * The default: everything is compared; tables, columns, and constraints with
	 * generated names may be removed.
	 */
	public static final ComparisonSettings DEFAULT = builder().build();

	private final Builder values;

	private ComparisonSettings(Builder values) {
		this.values = values;
	}

	/**
	 * Begins settings. Unset values have their defaults.
	 * @return the builder
	 */
	public static Builder builder() {
		return new Builder();
	}

	/**
	 * Begins with the values of this one.
	 * @return a builder
	 */
	public Builder toBuilder() {
		return this.values.copy();
	}

	/**
	 * Returns what is removed if the model does not have it.
	 */
	public Set<Droppable> removals() {
		return this.values.removals;
	}

	/**
	 * Returns whether each foreign key of the model has an index.
	 */
	public boolean foreignKeyIndexes() {
		return this.values.foreignKeyIndexes;
	}

	/**
	 * Returns the order of new columns.
	 */
	public ColumnOrder columnOrder() {
		return this.values.columnOrder;
	}

	/**
	 * Returns how constraints and indexes are called that the model does not name.
	 */
	public NamingConvention names() {
		return this.values.names;
	}

	/**
	 * Returns which schemas are compared; the default schema always is.
	 */
	public NamePatterns schemas() {
		return this.values.schemas;
	}

	/**
	 * Returns which tables are compared, by {@code name} or {@code schema.name}.
	 */
	public NamePatterns tables() {
		return this.values.tables;
	}

	/**
	 * Returns which columns are compared, by {@code table.column} or
	 * {@code schema.table.column}.
	 */
	public NamePatterns columns() {
		return this.values.columns;
	}

	/**
	 * Returns which indexes, constraints, sequences, types and other objects are
	 * considered, by name.
	 */
	public NamePatterns objects() {
		return this.values.objects;
	}

	/**
	 * Returns the tables of the migrator itself, without a schema, which are never
	 * compared.
	 */
	public Set<String> migratorTables() {
		return this.values.migratorTables;
	}

	/**
	 * Returns the renames, in the order in which they were given.
	 */
	public List<Rename> renames() {
		return this.values.renames;
	}

	/**
	 * Returns the generated names of constraints and indexes: objects with such names are
	 * equal if everything except the name is equal.
	 */
	public Set<ImplicitName> inventedNames() {
		return this.values.inventedNames;
	}

	/**
	 * Returns the columns of the model with SQL that the migrator does not understand: it
	 * may contain constraints.
	 */
	public Set<ColumnName> writtenColumns() {
		return this.values.writtenColumns;
	}

	/**
	 * Returns the sources from which the application takes the numbers of columns.
	 */
	public NumberSources numberSources() {
		return this.values.numberSources;
	}

	/**
	 * Returns the existing schemas, which may be empty.
	 */
	public Set<String> existingSchemas() {
		return this.values.existingSchemas;
	}

	/**
	 * Returns the default schema, for patterns that name it, or {@code null} if it is
	 * unknown.
	 */
	public @Nullable String defaultSchema() {
		return this.values.defaultSchema;
	}

	/**
	 * Returns the optional kinds of differences that are compared.
	 */
	public Set<ComparedKind> kinds() {
		return this.values.kinds;
	}

	/**
	 * Returns the differences that are left as they are.
	 */
	public AcceptedDifferences accepted() {
		return this.values.accepted;
	}

	/**
	 * Returns whether a table is compared, by its name with or without its schema.
	 */
	public boolean looksAt(ObjectName table) {
		String schema = (table.schema() != null) ? table.schema() : this.values.defaultSchema;
		return (schema != null) ? this.values.tables.take(table.name(), schema + "." + table.name())
				: this.values.tables.take(table.name());
	}

	/**
	 * Returns whether an object that is not compared is reported, by its name alone or by
	 * its name in the output.
	 */
	public boolean looksAt(UncomparedObject object) {
		return (object.relation() == null || looksAt(object.relation()))
				&& (object.name() == null || this.values.objects.take(object.name(), object.identity()));
	}

	/**
	 * Returns whether a column that only the database has is considered, by its name with
	 * that of its table.
	 */
	public boolean looksAt(ColumnName column) {
		return this.values.objects.take(column.table().name() + "." + column.column(), column.toString())
				&& !excludes(column);
	}

	/**
	 * Returns whether a column is not compared.
	 */
	public boolean excludes(ColumnName column) {
		ObjectName table = column.table();
		String name = table.name() + "." + column.column();
		String schema = (table.schema() != null) ? table.schema() : this.values.defaultSchema;
		return !((schema != null) ? this.values.columns.take(name, schema + "." + name)
				: this.values.columns.take(name));
	}

	/**
	 * Returns whether there may be columns that are not compared.
	 */
	public boolean excludesColumns() {
		return !this.values.columns.equals(NamePatterns.ALL);
	}

	/**
	 * Returns whether patterns choose the schemas, instead of the schemas that the model
	 * uses.
	 */
	public boolean includesSchemas() {
		return !this.values.schemas.include().isEmpty();
	}

	/**
	 * Returns whether the model may have constraints of a column that the migrator does
	 * not understand or does not compare.
	 */
	public boolean mayConstrain(ColumnName column) {
		return this.values.writtenColumns.contains(column) || excludes(column);
	}

	/**
	 * Returns whether the application takes the numbers of a column from a source that is
	 * compared.
	 */
	public boolean isCounted(ColumnName column) {
		NumberSource source = this.values.numberSources.all().get(column);
		return source != null && ((source instanceof NumberSource.OfSequence) ? looksAt(source.from().name())
				: looksAt(source.from()));
	}

	public boolean removes(Droppable removal) {
		return this.values.removals.contains(removal);
	}

	public boolean looksAt(String object) {
		return this.values.objects.take(object);
	}

	public boolean isInvented(ObjectName table, String name) {
		return this.values.inventedNames.contains(new ImplicitName(table, name));
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof ComparisonSettings that && values().equals(that.values());
	}

	@Override
	public int hashCode() {
		return values().hashCode();
	}

	@Override
	public String toString() {
		return "ComparisonSettings" + values();
	}

	private List<@Nullable Object> values() {
		return Arrays.asList(this.values.removals, this.values.schemas, this.values.tables, this.values.objects,
				this.values.migratorTables, this.values.renames, this.values.inventedNames, this.values.writtenColumns,
				this.values.numberSources, this.values.existingSchemas, this.values.defaultSchema,
				this.values.foreignKeyIndexes, this.values.accepted, this.values.kinds, this.values.columnOrder,
				this.values.names, this.values.columns);
	}

	/**
	 * Builds settings.
	 */
	public static final class Builder implements Cloneable {

		private Set<Droppable> removals = Collections
			.unmodifiableSet(EnumSet.of(Droppable.TABLES, Droppable.COLUMNS, Droppable.UNNAMED));

		private NamePatterns schemas = NamePatterns.ALL;

		private NamePatterns tables = NamePatterns.ALL;

		private NamePatterns columns = NamePatterns.ALL;

		private NamePatterns objects = NamePatterns.ALL;

		private Set<String> migratorTables = Set.of("migrator_version", "migrator_history");

		private List<Rename> renames = List.of();

		private Set<ImplicitName> inventedNames = Set.of();

		private Set<ColumnName> writtenColumns = Set.of();

		private NumberSources numberSources = NumberSources.NONE;

		private Set<String> existingSchemas = Set.of();

		private @Nullable String defaultSchema;

		private boolean foreignKeyIndexes;

		private ColumnOrder columnOrder = ColumnOrder.DECLARED;

		private NamingConvention names = NamingConvention.POSTGRESQL;

		private AcceptedDifferences accepted = AcceptedDifferences.NONE;

		private Set<ComparedKind> kinds = Collections
			.unmodifiableSet(EnumSet.complementOf(EnumSet.of(ComparedKind.NONE)));

		private Builder() {
		}

		/**
		 * Sets what is removed.
		 * @param value what is removed if the model does not have it
		 * @return this builder
		 */
		public Builder removals(Set<Droppable> value) {
			this.removals = value.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(value));
			return this;
		}

		/**
		 * Sets whether each foreign key of the model has an index.
		 * @param value {@code true} to create one where no index begins with its columns
		 * @return this builder
		 */
		public Builder foreignKeyIndexes(boolean value) {
			this.foreignKeyIndexes = value;
			return this;
		}

		/**
		 * Sets the order of the columns of a new table, and of columns that are added to
		 * a table together.
		 * @param value the order
		 * @return this builder
		 */
		public Builder columnOrder(ColumnOrder value) {
			this.columnOrder = value;
			return this;
		}

		/**
		 * Sets how constraints and indexes are called that the model does not name.
		 * @param value the convention
		 * @return this builder
		 */
		public Builder names(NamingConvention value) {
			this.names = value;
			return this;
		}

		/**
		 * Sets which schemas are compared.
		 * @param value the schemas; the default schema is always compared
		 * @return this builder
		 */
		public Builder schemas(NamePatterns value) {
			this.schemas = value;
			return this;
		}

		/**
		 * Sets which tables are compared.
		 * @param value the tables, by {@code name} or {@code schema.name}
		 * @return this builder
		 */
		public Builder tables(NamePatterns value) {
			this.tables = value;
			return this;
		}

		/**
		 * Sets which columns are compared; the others stay as they are.
		 * @param value the columns, by {@code table.column} or
		 * {@code schema.table.column}
		 * @return this builder
		 */
		public Builder columns(NamePatterns value) {
			this.columns = value;
			return this;
		}

		/**
		 * Sets which other objects are considered.
		 * @param value the indexes, constraints, sequences, types and other objects, by
		 * name
		 * @return this builder
		 */
		public Builder objects(NamePatterns value) {
			this.objects = value;
			return this;
		}

		/**
		 * Sets the tables of the migrator.
		 * @param value the tables of the migrator itself, without a schema, which are
		 * never compared
		 * @return this builder
		 */
		public Builder migratorTables(Set<String> value) {
			this.migratorTables = Set.copyOf(value);
			return this;
		}

		/**
		 * Sets the renames.
		 * @param value the renames, in the order in which they were given
		 * @return this builder
		 */
		public Builder renames(List<Rename> value) {
			this.renames = List.copyOf(value);
			return this;
		}

		/**
		 * Sets the generated names.
		 * @param value the generated names of constraints and indexes: objects with such
		 * names are equal if everything except the name is equal
		 * @return this builder
		 */
		public Builder inventedNames(Set<ImplicitName> value) {
			this.inventedNames = Set.copyOf(value);
			return this;
		}

		/**
		 * Sets the columns with SQL that the migrator does not understand.
		 * @param value the columns; their SQL may contain constraints
		 * @return this builder
		 */
		public Builder writtenColumns(Set<ColumnName> value) {
			this.writtenColumns = Set.copyOf(value);
			return this;
		}

		/**
		 * Sets the sources of numbers.
		 * @param value the sources from which the application takes the numbers of
		 * columns
		 * @return this builder
		 */
		public Builder numberSources(NumberSources value) {
			this.numberSources = value;
			return this;
		}

		/**
		 * Sets the existing schemas.
		 * @param value the existing schemas, which may be empty
		 * @return this builder
		 */
		public Builder existingSchemas(Set<String> value) {
			this.existingSchemas = Set.copyOf(value);
			return this;
		}

		/**
		 * Sets the default schema.
		 * @param value the default schema, for patterns that name it, or {@code null} if
		 * it is unknown
		 * @return this builder
		 */
		public Builder defaultSchema(@Nullable String value) {
			this.defaultSchema = value;
			return this;
		}

		/**
		 * Sets which optional kinds of differences are compared.
		 * @param value the kinds; the others stay as the database has them
		 * @return this builder
		 */
		public Builder kinds(Set<ComparedKind> value) {
			EnumSet<ComparedKind> copy = EnumSet.noneOf(ComparedKind.class);
			copy.addAll(value);
			copy.remove(ComparedKind.NONE);
			this.kinds = Collections.unmodifiableSet(copy);
			return this;
		}

		/**
		 * Sets the differences that are left as they are.
		 * @param value the accepted differences
		 * @return this builder
		 */
		public Builder accepted(AcceptedDifferences value) {
			this.accepted = value;
			return this;
		}

		/**
		 * Builds the value.
		 * @return the value
		 */
		public ComparisonSettings build() {
			return new ComparisonSettings(copy());
		}

		private Builder copy() {
			try {
				return (Builder) clone();
			}
			catch (CloneNotSupportedException ex) {
				throw new IllegalStateException(ex);
			}
		}

	}

}
