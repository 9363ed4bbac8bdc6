package dev.migrator.autogenerate;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import dev.migrator.dialect.UncomparedObject;
import dev.migrator.schema.ColumnName;
import dev.migrator.schema.ObjectName;
import org.jspecify.annotations.Nullable;

/**
 * What is compared, and what may come of it.
 *
 * @param removals what is removed if the model does not have it
 * @param schemas which schemas are looked at; the one that unqualified names mean always
 * is
 * @param tables which tables are looked at, by {@code name} or {@code schema.name}
 * @param objects which indexes, constraints, sequences, types and objects that are not
 * compared are looked at, by name
 * @param migratorTables the tables of the migrator itself, which are never looked at
 * @param renames what has another name in the model, in the order in which it was said
 * @param inventedNames names of constraints and indexes that nobody chose: what is
 * otherwise the same is taken for equal whatever it is called
 * @param writtenColumns columns of the model with SQL that is not understood: constraints
 * over them may be in it
 * @param numberSources what the application takes the numbers of columns from
 * @param existingSchemas schemas that are there though nothing may be in them
 * @param defaultSchema the schema that unqualified names mean, for patterns that name it,
 * or {@code null} if that is not known
 */
public record ComparisonSettings(Set<Removal> removals, NamePatterns schemas, NamePatterns tables, NamePatterns objects,
		Set<String> migratorTables, List<Rename> renames, Set<InventedName> inventedNames,
		Set<ColumnName> writtenColumns, NumberSources numberSources, Set<String> existingSchemas,
		@Nullable String defaultSchema) {

	/**
	 * Tables and columns are removed, and constraints whose name nobody chose; everything
	 * is looked at.
	 */
	public static final ComparisonSettings DEFAULT = new ComparisonSettings(
			EnumSet.of(Removal.TABLES, Removal.COLUMNS, Removal.UNNAMED), NamePatterns.ALL, NamePatterns.ALL,
			NamePatterns.ALL, Set.of("migrator_version", "migrator_history"), List.of(), Set.of(), Set.of(),
			NumberSources.NONE, Set.of(), null);

	public ComparisonSettings {
		removals = removals.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(removals));
		migratorTables = Set.copyOf(migratorTables);
		renames = List.copyOf(renames);
		inventedNames = Set.copyOf(inventedNames);
		writtenColumns = Set.copyOf(writtenColumns);
		existingSchemas = Set.copyOf(existingSchemas);
	}

	/**
	 * With other removals.
	 * @param values what is removed
	 * @return the changed settings
	 */
	public ComparisonSettings withRemovals(Set<Removal> values) {
		return new ComparisonSettings(values, this.schemas, this.tables, this.objects, this.migratorTables,
				this.renames, this.inventedNames, this.writtenColumns, this.numberSources, this.existingSchemas,
				this.defaultSchema);
	}

	/**
	 * With other patterns.
	 * @param ofSchemas which schemas are looked at
	 * @param ofTables which tables are looked at
	 * @param ofObjects which indexes, constraints, sequences, types and objects that are
	 * not compared are looked at
	 * @return the changed settings
	 */
	public ComparisonSettings withPatterns(NamePatterns ofSchemas, NamePatterns ofTables, NamePatterns ofObjects) {
		return new ComparisonSettings(this.removals, ofSchemas, ofTables, ofObjects, this.migratorTables, this.renames,
				this.inventedNames, this.writtenColumns, this.numberSources, this.existingSchemas, this.defaultSchema);
	}

	/**
	 * With other tables of the migrator itself.
	 * @param values their names, without a schema
	 * @return the changed settings
	 */
	public ComparisonSettings withMigratorTables(Set<String> values) {
		return new ComparisonSettings(this.removals, this.schemas, this.tables, this.objects, values, this.renames,
				this.inventedNames, this.writtenColumns, this.numberSources, this.existingSchemas, this.defaultSchema);
	}

	/**
	 * With other renames.
	 * @param values the renames
	 * @return the changed settings
	 */
	public ComparisonSettings withRenames(List<Rename> values) {
		return new ComparisonSettings(this.removals, this.schemas, this.tables, this.objects, this.migratorTables,
				values, this.inventedNames, this.writtenColumns, this.numberSources, this.existingSchemas,
				this.defaultSchema);
	}

	/**
	 * With other invented names.
	 * @param values names of constraints and indexes of the model
	 * @return the changed settings
	 */
	public ComparisonSettings withInventedNames(Set<InventedName> values) {
		return new ComparisonSettings(this.removals, this.schemas, this.tables, this.objects, this.migratorTables,
				this.renames, values, this.writtenColumns, this.numberSources, this.existingSchemas,
				this.defaultSchema);
	}

	/**
	 * With other columns of which the model says more than is understood.
	 * @param values the columns
	 * @return the changed settings
	 */
	public ComparisonSettings withWrittenColumns(Set<ColumnName> values) {
		return new ComparisonSettings(this.removals, this.schemas, this.tables, this.objects, this.migratorTables,
				this.renames, this.inventedNames, values, this.numberSources, this.existingSchemas, this.defaultSchema);
	}

	/**
	 * With others of what the application takes the numbers of columns from.
	 * @param values a sequence or a row of a table by column
	 * @return the changed settings
	 */
	public ComparisonSettings withNumberSources(NumberSources values) {
		return new ComparisonSettings(this.removals, this.schemas, this.tables, this.objects, this.migratorTables,
				this.renames, this.inventedNames, this.writtenColumns, values, this.existingSchemas,
				this.defaultSchema);
	}

	/**
	 * With other schemas that are there.
	 * @param values their names
	 * @return the changed settings
	 */
	public ComparisonSettings withExistingSchemas(Set<String> values) {
		return new ComparisonSettings(this.removals, this.schemas, this.tables, this.objects, this.migratorTables,
				this.renames, this.inventedNames, this.writtenColumns, this.numberSources, values, this.defaultSchema);
	}

	/**
	 * With another schema that unqualified names mean.
	 * @param value its name, or {@code null} if there is none, or it is not known
	 * @return the changed settings
	 */
	public ComparisonSettings withDefaultSchema(@Nullable String value) {
		return new ComparisonSettings(this.removals, this.schemas, this.tables, this.objects, this.migratorTables,
				this.renames, this.inventedNames, this.writtenColumns, this.numberSources, this.existingSchemas, value);
	}

	/**
	 * Whether a table is looked at, by its name alone or with its schema.
	 */
	public boolean looksAt(ObjectName table) {
		String schema = (table.schema() != null) ? table.schema() : this.defaultSchema;
		return (schema != null) ? this.tables.take(table.name(), schema + "." + table.name())
				: this.tables.take(table.name());
	}

	/**
	 * Whether an object that is not compared is named: by its name alone, or as it is
	 * named in the output.
	 */
	public boolean looksAt(UncomparedObject object) {
		return (object.relation() == null || looksAt(object.relation()))
				&& (object.name() == null || this.objects.take(object.name(), object.identity()));
	}

	/**
	 * Whether a column that only the database has is looked at: by its name with that of
	 * its table.
	 */
	public boolean looksAt(ColumnName column) {
		return this.objects.take(column.table().name() + "." + column.column(), column.toString());
	}

	/**
	 * Whether the schemas to look at are named by patterns, and not by what the model
	 * uses.
	 */
	public boolean includesSchemas() {
		return !this.schemas.include().isEmpty();
	}

	/**
	 * Whether the model may say constraints of a column that are not understood.
	 */
	public boolean mayConstrain(ColumnName column) {
		return this.writtenColumns.contains(column);
	}

	/**
	 * Whether the application takes the numbers of a column from something that is looked
	 * at.
	 */
	public boolean isCounted(ColumnName column) {
		NumberSource source = this.numberSources.all().get(column);
		return source != null && ((source instanceof NumberSource.OfSequence) ? looksAt(source.from().name())
				: looksAt(source.from()));
	}

	public boolean removes(Removal removal) {
		return this.removals.contains(removal);
	}

	public boolean looksAt(String object) {
		return this.objects.take(object);
	}

	public boolean isInvented(ObjectName table, String name) {
		return this.inventedNames.contains(new InventedName(table, name));
	}

}
