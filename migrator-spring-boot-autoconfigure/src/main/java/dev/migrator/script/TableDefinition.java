package dev.migrator.script;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

import dev.migrator.internal.dialect.text.DefaultNames;
import dev.migrator.schema.DataType;
import dev.migrator.schema.ObjectName;
import dev.migrator.schema.element.Constraint;
import dev.migrator.schema.element.Table;
import org.jspecify.annotations.Nullable;

/**
 * Defines a table.
 *
 * <pre class="code">
 * op.createTable("workouts", (t) -> {
 *     t.column("id", uuid()).primaryKey();
 *     t.column("user_id", uuid()).notNull();
 *     t.column("title", varchar(200)).notNull();
 *     t.foreignKey("user_id", "users", "id").onDelete(CASCADE);
 *     t.index("user_id");
 * });
 * </pre>
 */
public final class TableDefinition extends Definition {

	private final ObjectName name;

	private final List<ColumnDefinition> columns = new ArrayList<>();

	private final List<Supplier<? extends Constraint>> constraints = new ArrayList<>();

	private final List<IndexDefinition> indexes = new ArrayList<>();

	private int checks;

	private boolean ifNotExists;

	private boolean unlogged;

	private @Nullable String partitionBy;

	private @Nullable String comment;

	TableDefinition(ObjectName name) {
		this.name = name;
	}

	/**
	 * Adds a column.
	 * @param name its name
	 * @param type its type, of {@link dev.migrator.schema.Types}
	 * @return the column, for further options
	 */
	public ColumnDefinition column(String name, DataType type) {
		open();
		ColumnDefinition column = new ColumnDefinition(scope(), this.name, name, type);
		this.columns.add(column);
		return column;
	}

	/**
	 * Sets the primary key.
	 * @param columns its columns
	 * @return the key, for further options
	 */
	public PrimaryKeyDefinition primaryKey(String... columns) {
		open();
		PrimaryKeyDefinition key = new PrimaryKeyDefinition(scope(), this.name, List.of(columns));
		this.constraints.add(key::build);
		return key;
	}

	/**
	 * Refuses two rows that are equal in some columns.
	 * @param columns the columns
	 * @return the constraint, for further options
	 */
	public UniqueDefinition unique(String... columns) {
		open();
		UniqueDefinition unique = new UniqueDefinition(scope(), this.name, List.of(columns));
		this.constraints.add(unique::build);
		return unique;
	}

	/**
	 * Refuses rows for which a condition is false.
	 * @param condition SQL: {@code starts_at < ends_at}
	 * @return the check, for further options
	 */
	public CheckDefinition check(String condition) {
		open();
		String number = (this.checks > 0) ? String.valueOf(this.checks) : "";
		this.checks++;
		CheckDefinition check = new CheckDefinition(scope(), DefaultNames.check(this.name, null) + number, condition);
		this.constraints.add(check::build);
		return check;
	}

	/**
	 * Adds a foreign key: refuses rows that reference a missing row.
	 * @param column the column
	 * @param table the table that it references
	 * @param referenced the column there
	 * @return the key, for further options
	 */
	public ForeignKeyDefinition foreignKey(String column, String table, String referenced) {
		return foreignKey(List.of(column), table, List.of(referenced));
	}

	/**
	 * Adds a foreign key: refuses rows that reference a missing row.
	 * @param columns the columns
	 * @param table the table that they reference
	 * @param referenced the columns there, in the same order
	 * @return the key, for further options
	 */
	public ForeignKeyDefinition foreignKey(List<String> columns, String table, List<String> referenced) {
		open();
		ForeignKeyDefinition key = new ForeignKeyDefinition(scope(), this.name, columns, ObjectName.of(table),
				referenced);
		this.constraints.add(key::build);
		return key;
	}

	/**
	 * Adds an exclusion constraint: refuses two rows for which all its operators are
	 * true.
	 * @param method the index method: {@code gist}
	 * @return the constraint, for the compared columns and expressions
	 */
	public ExclusionDefinition exclude(String method) {
		open();
		ExclusionDefinition exclusion = new ExclusionDefinition(scope(), this.name, method);
		this.constraints.add(exclusion::build);
		return exclusion;
	}

	/**
	 * Adds an index, in the same transaction.
	 * @param columns its columns; none for an index with expressions, which are added to
	 * the result
	 * @return the index, for further options
	 */
	public IndexDefinition index(String... columns) {
		open();
		IndexDefinition index = new IndexDefinition(scope(), this.name, List.of(columns));
		this.indexes.add(index);
		return index;
	}

	/**
	 * Sets the comment of the table.
	 * @param comment the comment
	 * @return this
	 */
	public TableDefinition comment(String comment) {
		open();
		this.comment = comment;
		return this;
	}

	/**
	 * Makes it unlogged: faster to write, and empty after a crash.
	 * @return this
	 */
	public TableDefinition unlogged() {
		open();
		this.unlogged = true;
		return this;
	}

	/**
	 * Partitions it.
	 * @param sql the partitioning: {@code RANGE (created_at)}
	 * @return this
	 */
	public TableDefinition partitionBy(String sql) {
		open();
		this.partitionBy = sql;
		return this;
	}

	/**
	 * Does nothing if a table with that name exists. Irreversible, because it is unknown
	 * who created it.
	 * @return this
	 */
	public TableDefinition ifNotExists() {
		open();
		this.ifNotExists = true;
		return this;
	}

	boolean isIfNotExists() {
		return this.ifNotExists;
	}

	Table build() {
		return new Table(this.name, this.columns.stream().map(ColumnDefinition::build).toList(),
				Stream
					.concat(this.columns.stream().flatMap(TableDefinition::constraints),
							this.constraints.stream().map(Supplier::get))
					.toList(),
				this.indexes.stream().map(IndexDefinition::build).toList(), this.unlogged, this.partitionBy,
				this.comment);
	}

	private static Stream<Constraint> constraints(ColumnDefinition column) {
		return Stream
			.of(column.primaryKeys().stream().map(PrimaryKeyDefinition::build),
					column.uniques().stream().map(UniqueDefinition::build),
					column.checks().stream().map(CheckDefinition::build),
					column.foreignKeys().stream().map(ForeignKeyDefinition::build))
			.flatMap((each) -> each);
	}

}
