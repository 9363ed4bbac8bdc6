package dev.migrator.autoconfigure.properties;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import dev.migrator.autogenerate.ComparedKind;
import dev.migrator.autogenerate.ComparisonSettings;
import dev.migrator.autogenerate.Droppable;
import dev.migrator.autogenerate.NamePatterns;
import dev.migrator.autogenerate.convention.ColumnOrder;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.NestedConfigurationProperty;

/**
 * Configuration properties of generated revisions. Patterns are names in which "*" stands
 * for any characters and "?" for one.
 */
public class AutogenerateProperties {

	/**
	 * SQL file, or folder of SQL files, that describes the wanted schema, for
	 * applications without entities: a path in the project, "classpath:" or "file:"; the
	 * schema of the entities if not set.
	 */
	private @Nullable String schemaFile;

	/**
	 * Name of the bean of the entity manager factory whose entities are compared, in an
	 * application with several; the primary one if not set.
	 */
	private @Nullable String entityManagerFactory;

	/**
	 * Objects that a generated revision may drop, if the database has them and the model
	 * does not; none to drop nothing.
	 */
	private List<Droppable> drop = List.of(Droppable.TABLES, Droppable.COLUMNS, Droppable.UNNAMED);

	/**
	 * Optional kinds of differences to compare; a kind that is left out stays as the
	 * database has it in what exists on both sides, none to leave out all.
	 */
	private List<ComparedKind> compare = List.of(ComparedKind.LENGTHS, ComparedKind.NULLABILITY, ComparedKind.CHECKS,
			ComparedKind.FOREIGN_KEY_ACTIONS);

	/**
	 * File with the accepted differences, which "check --accept" writes: a path in the
	 * project.
	 */
	private String acceptedDifferences = "src/main/resources/db/accepted-differences.txt";

	/**
	 * Schemas to compare in addition to that of the connection, as patterns with * (any
	 * characters) and ? (one); those that the model uses if not set.
	 */
	private List<String> includeSchemas = List.of();

	/**
	 * Schemas not to compare, as patterns with * (any characters) and ? (one).
	 */
	private List<String> excludeSchemas = List.of();

	/**
	 * Tables to compare, "table" or "schema.table", as patterns with * (any characters)
	 * and ? (one); all if not set.
	 */
	private List<String> includeTables = List.of();

	/**
	 * Tables not to compare, "table" or "schema.table", as patterns with * (any
	 * characters) and ? (one).
	 */
	private List<String> excludeTables = List.of();

	/**
	 * Columns not to compare, "table.column" or "schema.table.column", as patterns with *
	 * (any characters) and ? (one); they stay as they are.
	 */
	private List<String> excludeColumns = List.of();

	/**
	 * Indexes, constraints, sequences, enum types, and objects of kinds that are not
	 * compared, to include, as patterns with * (any characters) and ? (one); all if not
	 * set.
	 */
	private List<String> includeObjects = List.of();

	/**
	 * Indexes, constraints, sequences, enum types, and objects of kinds that are not
	 * compared, to exclude, as patterns with * (any characters) and ? (one).
	 */
	private List<String> excludeObjects = List.of();

	/**
	 * Order of the columns of a new table, and of columns that are added together.
	 */
	private ColumnOrder columnOrder = ColumnOrder.DECLARED;

	@NestedConfigurationProperty
	private final NamesProperties names = new NamesProperties();

	/**
	 * Whether each foreign key of the model gets an index, if none begins with its
	 * columns.
	 */
	private boolean foreignKeyIndex;

	/**
	 * Whether a generated revision is tried in a scratch database before it is written,
	 * if the role may create one.
	 */
	private boolean trial = true;

	public @Nullable String getSchemaFile() {
		return this.schemaFile;
	}

	public void setSchemaFile(@Nullable String schemaFile) {
		this.schemaFile = schemaFile;
	}

	public @Nullable String getEntityManagerFactory() {
		return this.entityManagerFactory;
	}

	public void setEntityManagerFactory(@Nullable String entityManagerFactory) {
		this.entityManagerFactory = entityManagerFactory;
	}

	public List<Droppable> getDrop() {
		return this.drop;
	}

	public void setDrop(List<Droppable> drop) {
		this.drop = drop;
	}

	public List<ComparedKind> getCompare() {
		return this.compare;
	}

	public void setCompare(List<ComparedKind> compare) {
		this.compare = compare;
	}

	public String getAcceptedDifferences() {
		return this.acceptedDifferences;
	}

	public void setAcceptedDifferences(String acceptedDifferences) {
		this.acceptedDifferences = acceptedDifferences;
	}

	public List<String> getIncludeSchemas() {
		return this.includeSchemas;
	}

	public void setIncludeSchemas(List<String> includeSchemas) {
		this.includeSchemas = includeSchemas;
	}

	public List<String> getExcludeSchemas() {
		return this.excludeSchemas;
	}

	public void setExcludeSchemas(List<String> excludeSchemas) {
		this.excludeSchemas = excludeSchemas;
	}

	public List<String> getIncludeTables() {
		return this.includeTables;
	}

	public void setIncludeTables(List<String> includeTables) {
		this.includeTables = includeTables;
	}

	public List<String> getExcludeTables() {
		return this.excludeTables;
	}

	public void setExcludeTables(List<String> excludeTables) {
		this.excludeTables = excludeTables;
	}

	public List<String> getExcludeColumns() {
		return this.excludeColumns;
	}

	public void setExcludeColumns(List<String> excludeColumns) {
		this.excludeColumns = excludeColumns;
	}

	public List<String> getIncludeObjects() {
		return this.includeObjects;
	}

	public void setIncludeObjects(List<String> includeObjects) {
		this.includeObjects = includeObjects;
	}

	public List<String> getExcludeObjects() {
		return this.excludeObjects;
	}

	public void setExcludeObjects(List<String> excludeObjects) {
		this.excludeObjects = excludeObjects;
	}

	public ColumnOrder getColumnOrder() {
		return this.columnOrder;
	}

	public void setColumnOrder(ColumnOrder columnOrder) {
		this.columnOrder = columnOrder;
	}

	public NamesProperties getNames() {
		return this.names;
	}

	public boolean isForeignKeyIndex() {
		return this.foreignKeyIndex;
	}

	public void setForeignKeyIndex(boolean foreignKeyIndex) {
		this.foreignKeyIndex = foreignKeyIndex;
	}

	public boolean isTrial() {
		return this.trial;
	}

	public void setTrial(boolean trial) {
		this.trial = trial;
	}

	public ComparisonSettings settings() {
		return ComparisonSettings.builder()
			.removals(removals())
			.kinds(kinds())
			.schemas(new NamePatterns(this.includeSchemas, this.excludeSchemas))
			.tables(new NamePatterns(this.includeTables, this.excludeTables))
			.columns(new NamePatterns(List.of(), this.excludeColumns))
			.objects(new NamePatterns(this.includeObjects, this.excludeObjects))
			.columnOrder(this.columnOrder)
			.names(this.names.convention())
			.foreignKeyIndexes(this.foreignKeyIndex)
			.build();
	}

	private Set<ComparedKind> kinds() {
		Set<ComparedKind> kinds = EnumSet.noneOf(ComparedKind.class);
		kinds.addAll(this.compare);
		if (kinds.remove(ComparedKind.NONE) && !kinds.isEmpty()) {
			throw MigratorConfigurationException.comparesNoneAndMore();
		}
		return kinds;
	}

	private Set<Droppable> removals() {
		Set<Droppable> removals = EnumSet.noneOf(Droppable.class);
		removals.addAll(this.drop);
		if (removals.remove(Droppable.NONE) && !removals.isEmpty()) {
			throw MigratorConfigurationException.dropsNoneAndMore();
		}
		return removals;
	}

}
