package dev.migrator.autogenerate;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import dev.migrator.internal.dialect.catalog.UncomparedObject;
import dev.migrator.schema.ColumnName;
import dev.migrator.schema.ObjectName;
import org.jspecify.annotations.Nullable;

/**
 * What is compared, and what may come of it.
 */
public final class ComparisonSettings {

	/**
	 * Tables and columns are removed, and constraints whose name nobody chose; everything
	 * is looked at.
	 */
	public static final ComparisonSettings DEFAULT = builder().build();

	private final Builder values;

	private ComparisonSettings(Builder values) {
		this.values = values;
	}

	/**
	 * Begins settings. What is not said has its default.
	 * @return the builder
	 */
	public static Builder builder() {
		return new Builder();
	}

	/**
	 * Begins with what this one says.
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
	 * Returns which schemas are looked at; the one that unqualified names mean always is.
	 */
	public NamePatterns schemas() {
		return this.values.schemas;
	}

	/**
	 * Returns which tables are looked at, by {@code name} or {@code schema.name}.
	 */
	public NamePatterns tables() {
		return this.values.tables;
	}

	/**
	 * Returns which indexes, constraints, sequences, types and objects that are not
	 * compared are looked at, by name.
	 */
	public NamePatterns objects() {
		return this.values.objects;
	}

	/**
	 * Returns the tables of the migrator itself, without a schema, which are never looked
	 * at.
	 */
	public Set<String> migratorTables() {
		return this.values.migratorTables;
	}

	/**
	 * Returns what has another name in the model, in the order in which it was said.
	 */
	public List<Rename> renames() {
		return this.values.renames;
	}

	/**
	 * Returns names of constraints and indexes that nobody chose: what is otherwise the
	 * same is taken for equal whatever it is called.
	 */
	public Set<ImplicitName> inventedNames() {
		return this.values.inventedNames;
	}

	/**
	 * Returns columns of the model with SQL that is not understood: constraints over them
	 * may be in it.
	 */
	public Set<ColumnName> writtenColumns() {
		return this.values.writtenColumns;
	}

	/**
	 * Returns what the application takes the numbers of columns from.
	 */
	public NumberSources numberSources() {
		return this.values.numberSources;
	}

	/**
	 * Returns schemas that are there though nothing may be in them.
	 */
	public Set<String> existingSchemas() {
		return this.values.existingSchemas;
	}

	/**
	 * Returns the schema that unqualified names mean, for patterns that name it, or
	 * {@code null} if that is not known.
	 */
	public @Nullable String defaultSchema() {
		return this.values.defaultSchema;
	}

	/**
	 * Whether a table is looked at, by its name alone or with its schema.
	 */
	public boolean looksAt(ObjectName table) {
		String schema = (table.schema() != null) ? table.schema() : this.values.defaultSchema;
		return (schema != null) ? this.values.tables.take(table.name(), schema + "." + table.name())
				: this.values.tables.take(table.name());
	}

	/**
	 * Whether an object that is not compared is named: by its name alone, or as it is
	 * named in the output.
	 */
	public boolean looksAt(UncomparedObject object) {
		return (object.relation() == null || looksAt(object.relation()))
				&& (object.name() == null || this.values.objects.take(object.name(), object.identity()));
	}

	/**
	 * Whether a column that only the database has is looked at: by its name with that of
	 * its table.
	 */
	public boolean looksAt(ColumnName column) {
		return this.values.objects.take(column.table().name() + "." + column.column(), column.toString());
	}

	/**
	 * Whether the schemas to look at are named by patterns, and not by what the model
	 * uses.
	 */
	public boolean includesSchemas() {
		return !this.values.schemas.include().isEmpty();
	}

	/**
	 * Whether the model may say constraints of a column that are not understood.
	 */
	public boolean mayConstrain(ColumnName column) {
		return this.values.writtenColumns.contains(column);
	}

	/**
	 * Whether the application takes the numbers of a column from something that is looked
	 * at.
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
				this.values.numberSources, this.values.existingSchemas, this.values.defaultSchema);
	}

	/**
	 * Builds settings.
	 */
	public static final class Builder implements Cloneable {

		private Set<Droppable> removals = Collections
			.unmodifiableSet(EnumSet.of(Droppable.TABLES, Droppable.COLUMNS, Droppable.UNNAMED));

		private NamePatterns schemas = NamePatterns.ALL;

		private NamePatterns tables = NamePatterns.ALL;

		private NamePatterns objects = NamePatterns.ALL;

		private Set<String> migratorTables = Set.of("migrator_version", "migrator_history");

		private List<Rename> renames = List.of();

		private Set<ImplicitName> inventedNames = Set.of();

		private Set<ColumnName> writtenColumns = Set.of();

		private NumberSources numberSources = NumberSources.NONE;

		private Set<String> existingSchemas = Set.of();

		private @Nullable String defaultSchema;

		private Builder() {
		}

		/**
		 * What is removed.
		 * @param value what is removed if the model does not have it
		 * @return this builder
		 */
		public Builder removals(Set<Droppable> value) {
			this.removals = value.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(value));
			return this;
		}

		/**
		 * Which schemas are looked at.
		 * @param value which schemas are looked at; the one that unqualified names mean
		 * always is
		 * @return this builder
		 */
		public Builder schemas(NamePatterns value) {
			this.schemas = value;
			return this;
		}

		/**
		 * Which tables are looked at.
		 * @param value which tables are looked at, by {@code name} or {@code schema.name}
		 * @return this builder
		 */
		public Builder tables(NamePatterns value) {
			this.tables = value;
			return this;
		}

		/**
		 * Which other objects are looked at.
		 * @param value which indexes, constraints, sequences, types and objects that are
		 * not compared are looked at, by name
		 * @return this builder
		 */
		public Builder objects(NamePatterns value) {
			this.objects = value;
			return this;
		}

		/**
		 * The tables of the migrator.
		 * @param value the tables of the migrator itself, without a schema, which are
		 * never looked at
		 * @return this builder
		 */
		public Builder migratorTables(Set<String> value) {
			this.migratorTables = Set.copyOf(value);
			return this;
		}

		/**
		 * What has another name in the model.
		 * @param value what has another name in the model, in the order in which it was
		 * said
		 * @return this builder
		 */
		public Builder renames(List<Rename> value) {
			this.renames = List.copyOf(value);
			return this;
		}

		/**
		 * Names that nobody chose.
		 * @param value names of constraints and indexes that nobody chose: what is
		 * otherwise the same is taken for equal whatever it is called
		 * @return this builder
		 */
		public Builder inventedNames(Set<ImplicitName> value) {
			this.inventedNames = Set.copyOf(value);
			return this;
		}

		/**
		 * Columns of which the model says more than is understood.
		 * @param value columns of the model with SQL that is not understood: constraints
		 * over them may be in it
		 * @return this builder
		 */
		public Builder writtenColumns(Set<ColumnName> value) {
			this.writtenColumns = Set.copyOf(value);
			return this;
		}

		/**
		 * What gives numbers.
		 * @param value what the application takes the numbers of columns from
		 * @return this builder
		 */
		public Builder numberSources(NumberSources value) {
			this.numberSources = value;
			return this;
		}

		/**
		 * Schemas that are there.
		 * @param value schemas that are there though nothing may be in them
		 * @return this builder
		 */
		public Builder existingSchemas(Set<String> value) {
			this.existingSchemas = Set.copyOf(value);
			return this;
		}

		/**
		 * The schema that unqualified names mean.
		 * @param value the schema that unqualified names mean, for patterns that name it,
		 * or {@code null} if that is not known
		 * @return this builder
		 */
		public Builder defaultSchema(@Nullable String value) {
			this.defaultSchema = value;
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
