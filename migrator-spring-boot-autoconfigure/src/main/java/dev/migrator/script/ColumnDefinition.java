package dev.migrator.script;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import dev.migrator.internal.dialect.text.DefaultNames;
import dev.migrator.schema.ColumnName;
import dev.migrator.schema.DataType;
import dev.migrator.schema.Expression;
import dev.migrator.schema.Generated;
import dev.migrator.schema.Identity;
import dev.migrator.schema.InvalidDefinitionException;
import dev.migrator.schema.ObjectName;
import dev.migrator.schema.SqlExpression;
import dev.migrator.schema.element.Column;
import org.jspecify.annotations.Nullable;

/**
 * A column. It may be NULL unless something else is said.
 */
public final class ColumnDefinition extends Definition {

	private final ObjectName table;

	private final String name;

	private final DataType type;

	private boolean nullable = true;

	private @Nullable Expression defaultValue;

	private @Nullable Identity identity;

	private @Nullable Generated generated;

	private @Nullable ObjectName collation;

	private @Nullable String comment;

	private final List<PrimaryKeyDefinition> primaryKeys = new ArrayList<>();

	private final List<UniqueDefinition> uniques = new ArrayList<>();

	private final List<CheckDefinition> checks = new ArrayList<>();

	private final List<ForeignKeyDefinition> foreignKeys = new ArrayList<>();

	ColumnDefinition(Scope scope, ObjectName table, String name, DataType type) {
		super(scope);
		this.table = table;
		this.name = name;
		this.type = type;
	}

	/**
	 * Refuses NULL.
	 * @return this
	 */
	public ColumnDefinition notNull() {
		open();
		this.nullable = false;
		return this;
	}

	/**
	 * Sets its default to a value.
	 * @param value the value: {@code null}, text, a number, a boolean, a UUID, a date or
	 * time, a collection of these; or an {@link SqlExpression}
	 * @return this
	 */
	public ColumnDefinition defaultTo(@Nullable Object value) {
		open();
		once("default", this.defaultValue);
		this.defaultValue = Expression.of(value);
		return this;
	}

	/**
	 * Sets its default to what SQL computes.
	 * @param sql the expression: {@code now()}
	 * @return this
	 */
	public ColumnDefinition defaultSql(String sql) {
		return defaultTo(new SqlExpression(sql));
	}

	/**
	 * Has PostgreSQL count it up, and refuse numbers that an INSERT brings along.
	 * @return this
	 */
	public ColumnDefinition identity() {
		return identity((sequence) -> {
		});
	}

	/**
	 * Has PostgreSQL count it, and refuse numbers that an INSERT brings along.
	 * @param sequence says how to count
	 * @return this
	 */
	public ColumnDefinition identity(Consumer<SequenceDefinition> sequence) {
		open();
		once("identity", this.identity);
		this.identity = new Identity(true, Definition.complete(new SequenceDefinition(), sequence).counting());
		return this;
	}

	/**
	 * Has PostgreSQL count it up where an INSERT brings no number along.
	 * @return this
	 */
	public ColumnDefinition identityByDefault() {
		return identityByDefault((sequence) -> {
		});
	}

	/**
	 * Has PostgreSQL count it where an INSERT brings no number along.
	 * @param sequence says how to count
	 * @return this
	 */
	public ColumnDefinition identityByDefault(Consumer<SequenceDefinition> sequence) {
		open();
		once("identity", this.identity);
		this.identity = new Identity(false, Definition.complete(new SequenceDefinition(), sequence).counting());
		return this;
	}

	private void once(String what, @Nullable Object said) {
		if (said != null) {
			throw saidTwice(new ColumnName(this.table, this.name), what);
		}
	}

	/**
	 * Has it computed from other columns when a row is written.
	 * @param sql the expression: {@code price * quantity}
	 * @return this
	 */
	public ColumnDefinition generatedAs(String sql) {
		open();
		once("expression", this.generated);
		this.generated = new Generated(sql, true);
		return this;
	}

	/**
	 * Has it computed from other columns when a row is read. Needs PostgreSQL 18.
	 * @param sql the expression
	 * @return this
	 */
	public ColumnDefinition virtuallyGeneratedAs(String sql) {
		open();
		once("expression", this.generated);
		this.generated = new Generated(sql, false);
		return this;
	}

	/**
	 * Sorts and compares it by another collation than that of its type.
	 * @param collation the collation: {@code de-x-icu}
	 * @return this
	 */
	public ColumnDefinition collate(String collation) {
		open();
		this.collation = ObjectName.of(collation);
		return this;
	}

	/**
	 * Sets its comment.
	 * @param comment the comment
	 * @return this
	 */
	public ColumnDefinition comment(String comment) {
		open();
		this.comment = comment;
		return this;
	}

	/**
	 * Makes it the primary key. One of several columns is said for the table.
	 * @return this
	 */
	public ColumnDefinition primaryKey() {
		open();
		this.nullable = false;
		this.primaryKeys.add(new PrimaryKeyDefinition(scope(), this.table, List.of(this.name)));
		return this;
	}

	/**
	 * Refuses two rows with the same value.
	 * @return this
	 */
	public ColumnDefinition unique() {
		open();
		this.uniques.add(new UniqueDefinition(scope(), this.table, List.of(this.name)));
		return this;
	}

	/**
	 * Refuses values for which a condition is false.
	 * @param condition SQL: {@code reps > 0}
	 * @return this
	 */
	public ColumnDefinition check(String condition) {
		open();
		this.checks.add(new CheckDefinition(scope(), DefaultNames.check(this.table, this.name), condition));
		return this;
	}

	/**
	 * Refuses values that are not those of a column elsewhere.
	 * @param table the other table
	 * @param column its column, which is unique
	 * @return this
	 */
	public ColumnDefinition references(String table, String column) {
		return references(table, column, (key) -> {
		});
	}

	/**
	 * Refuses values that are not those of a column elsewhere.
	 * @param table the other table
	 * @param column its column, which is unique
	 * @param key says more of the foreign key: what happens on delete
	 * @return this
	 */
	public ColumnDefinition references(String table, String column, Consumer<ForeignKeyDefinition> key) {
		open();
		this.foreignKeys.add(Definition.complete(new ForeignKeyDefinition(new Scope(), this.table, List.of(this.name),
				ObjectName.of(table), List.of(column)), key));
		return this;
	}

	ObjectName table() {
		return this.table;
	}

	List<PrimaryKeyDefinition> primaryKeys() {
		return this.primaryKeys;
	}

	List<UniqueDefinition> uniques() {
		return this.uniques;
	}

	List<CheckDefinition> checks() {
		return this.checks;
	}

	List<ForeignKeyDefinition> foreignKeys() {
		return this.foreignKeys;
	}

	Column build() {
		return new Column(this.name, this.type, this.nullable, this.defaultValue, this.identity, this.generated,
				this.collation, this.comment);
	}

	static InvalidDefinitionException saidTwice(ColumnName column, String what) {
		return new InvalidDefinitionException(
				"The column %s of %s is told its %s twice.".formatted(column.column(), column.table(), what),
				"Leave one out: only the last would count.");
	}

}
