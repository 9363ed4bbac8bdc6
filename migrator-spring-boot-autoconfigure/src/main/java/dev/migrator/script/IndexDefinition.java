package dev.migrator.script;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

import dev.migrator.internal.dialect.text.DefaultNames;
import dev.migrator.operation.IndexDirective.CreateIndex;
import dev.migrator.schema.InvalidDefinitionException;
import dev.migrator.schema.ObjectName;
import dev.migrator.schema.element.Index;
import dev.migrator.schema.element.IndexKey;
import org.jspecify.annotations.Nullable;

/**
 * Defines an index.
 */
public final class IndexDefinition extends NamedDefinition<IndexDefinition> {

	private final ObjectName table;

	private final List<IndexKey> keys = new ArrayList<>();

	private final Map<String, String> with = new LinkedHashMap<>();

	private boolean unique;

	private boolean nullsNotDistinct;

	private @Nullable String method;

	private List<String> include = List.of();

	private @Nullable String where;

	private @Nullable String tablespace;

	private boolean concurrently;

	private boolean ifNotExists;

	IndexDefinition(Scope scope, ObjectName table, List<String> columns) {
		super(scope);
		this.table = table;
		columns.forEach((column) -> this.keys.add(IndexKey.column(column)));
	}

	/**
	 * Adds a column.
	 * @param name its name
	 * @return this
	 */
	public IndexDefinition column(String name) {
		return column(name, (key) -> {
		});
	}

	/**
	 * Adds a column, with options.
	 * @param name its name
	 * @param key options
	 * @return this
	 */
	public IndexDefinition column(String name, Consumer<IndexKeyDefinition> key) {
		return key(IndexKey.column(name), key);
	}

	/**
	 * Adds an expression.
	 * @param sql the expression: {@code lower(email)}
	 * @return this
	 */
	public IndexDefinition expression(String sql) {
		return expression(sql, (key) -> {
		});
	}

	/**
	 * Adds an expression, with options.
	 * @param sql the expression
	 * @param key options
	 * @return this
	 */
	public IndexDefinition expression(String sql, Consumer<IndexKeyDefinition> key) {
		return key(IndexKey.expression(sql), key);
	}

	private IndexDefinition key(IndexKey key, Consumer<IndexKeyDefinition> definition) {
		open();
		this.keys.add(Definition.complete(new IndexKeyDefinition(key), definition).build());
		return this;
	}

	/**
	 * Refuses two rows that are equal in it.
	 * @return this
	 */
	public IndexDefinition unique() {
		open();
		this.unique = true;
		return this;
	}

	/**
	 * Treats two NULLs as equal. Needs PostgreSQL 15.
	 * @return this
	 */
	public IndexDefinition nullsNotDistinct() {
		open();
		this.nullsNotDistinct = true;
		return this;
	}

	/**
	 * Uses another method than {@code btree}.
	 * @param method the method: {@code gin}
	 * @return this
	 */
	public IndexDefinition using(String method) {
		open();
		this.method = method;
		return this;
	}

	/**
	 * Includes further columns.
	 * @param columns their names
	 * @return this
	 */
	public IndexDefinition include(String... columns) {
		open();
		this.include = List.of(columns);
		return this;
	}

	/**
	 * Makes it a partial index, for some rows only.
	 * @param condition the SQL condition of the rows: {@code deleted_at IS NULL}
	 * @return this
	 */
	public IndexDefinition where(String condition) {
		open();
		this.where = condition;
		return this;
	}

	/**
	 * Sets a storage parameter.
	 * @param parameter its name: {@code fillfactor}
	 * @param value its value
	 * @return this
	 */
	public IndexDefinition with(String parameter, Object value) {
		open();
		this.with.put(parameter, String.valueOf(value));
		return this;
	}

	/**
	 * Puts it into another tablespace.
	 * @param name the tablespace
	 * @return this
	 */
	public IndexDefinition tablespace(String name) {
		open();
		this.tablespace = name;
		return this;
	}

	/**
	 * Builds it concurrently, without blocking writes. Only in a revision with
	 * {@code transactional = false}.
	 * @return this
	 */
	public IndexDefinition concurrently() {
		open();
		this.concurrently = true;
		return this;
	}

	/**
	 * Does nothing if one with that name exists. Irreversible, because it is unknown who
	 * created it.
	 * @return this
	 */
	public IndexDefinition ifNotExists() {
		open();
		this.ifNotExists = true;
		return this;
	}

	@Override
	IndexDefinition self() {
		return this;
	}

	CreateIndex create() {
		return new CreateIndex(index(), this.concurrently, this.ifNotExists);
	}

	/**
	 * Builds the index of a table that is created with it.
	 */
	Index build() {
		if (this.concurrently || this.ifNotExists) {
			throw new InvalidDefinitionException(
					"An index that is created with its table %s cannot be built concurrently, and cannot exist already."
						.formatted(this.table),
					"Leave concurrently() and ifNotExists() out, or use createIndex.");
		}
		return index();
	}

	private Index index() {
		List<String> columns = this.keys.stream()
			.map((key) -> Objects.requireNonNullElse(key.column(), "expr"))
			.toList();
		return new Index(nameOr(DefaultNames.index(this.table, columns)), this.table, this.keys, this.unique,
				this.nullsNotDistinct, this.method, this.include, this.where, this.with, this.tablespace);
	}

}
