package dev.migrator.schema.element;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import dev.migrator.schema.Expression.SqlExpression;
import dev.migrator.schema.InvalidDefinitionException;
import dev.migrator.schema.NameRule;
import dev.migrator.schema.ObjectName;
import org.jspecify.annotations.Nullable;

/**
 * An index. It is in the schema of its table.
 *
 * @param name its name
 * @param table its table
 * @param keys its columns and expressions
 * @param unique whether no two rows may be equal in it
 * @param nullsNotDistinct whether two NULLs are equal; needs PostgreSQL 15
 * @param method the index method, or {@code null} for {@code btree}
 * @param include the included columns
 * @param where the SQL condition of its rows, or {@code null} for all
 * @param with its storage parameters: {@code fillfactor}
 * @param tablespace its tablespace, or {@code null} for the default
 */
public record Index(String name, ObjectName table, List<IndexKey> keys, boolean unique, boolean nullsNotDistinct,
		@Nullable String method, List<String> include, @Nullable String where, Map<String, String> with,
		@Nullable String tablespace) implements OverColumns {

	public Index {
		NameRule.check("index", name);
		keys = List.copyOf(keys);
		include = List.copyOf(include);
		with = Collections.unmodifiableMap(new LinkedHashMap<>(with));
		if (keys.isEmpty()) {
			throw new InvalidDefinitionException("The index %s has no columns.".formatted(name),
					"Give at least one column or expression.");
		}
		if (nullsNotDistinct && !unique) {
			throw new InvalidDefinitionException("The index %s is not unique.".formatted(name),
					"Only a unique index can treat NULLs as equal: call unique() too.");
		}
		if (where != null) {
			new SqlExpression(where);
		}
	}

	/**
	 * Returns the name with the schema of the table.
	 * @return the name
	 */
	public ObjectName qualifiedName() {
		return this.table.sibling(this.name);
	}

	static Index ofKey(Key key, ObjectName table) {
		return new Index(key.name(), table, key.columns().stream().map(IndexKey::column).toList(), true,
				key.nullsNotDistinct(), null, key.include(), null, Map.of(), null);
	}

	/**
	 * Returns a copy with another name.
	 * @param other the name
	 * @return the index
	 */
	public Index named(String other) {
		return new Index(other, this.table, this.keys, this.unique, this.nullsNotDistinct, this.method, this.include,
				this.where, this.with, this.tablespace);
	}

	/**
	 * Returns a copy on another table.
	 * @param other the table
	 * @return the index
	 */
	public Index on(ObjectName other) {
		return new Index(this.name, other, this.keys, this.unique, this.nullsNotDistinct, this.method, this.include,
				this.where, this.with, this.tablespace);
	}

	/**
	 * Returns a copy in another tablespace.
	 * @param other the tablespace, or {@code null} for the default
	 * @return the index
	 */
	public Index in(@Nullable String other) {
		return new Index(this.name, this.table, this.keys, this.unique, this.nullsNotDistinct, this.method,
				this.include, this.where, this.with, other);
	}

	/**
	 * Returns a copy with other storage parameters.
	 * @param parameters the parameters
	 * @return the index
	 */
	public Index with(Map<String, String> parameters) {
		return new Index(this.name, this.table, this.keys, this.unique, this.nullsNotDistinct, this.method,
				this.include, this.where, parameters, this.tablespace);
	}

	/**
	 * Returns a copy with the new names of the objects that it names. Its own name stays.
	 * @param renaming the new names
	 * @return the index
	 */
	public Index renamed(Renaming renaming) {
		return new Index(this.name, renaming.table(this.table),
				this.keys.stream().map((key) -> key.renamed(this.table, renaming)).toList(), this.unique,
				this.nullsNotDistinct, this.method, renaming.columns(this.table, this.include),
				renaming.optional(this.table, this.where), this.with, this.tablespace);
	}

	/**
	 * Returns the structural key: it is equal for indexes with the same effect,
	 * regardless of their names and storage.
	 * @return the index, without a name of its own
	 */
	public Index structuralKey() {
		return new Index(Constraint.ANY_NAME, this.table, this.keys.stream().map(IndexKey::structuralKey).toList(),
				this.unique, this.nullsNotDistinct, Objects.requireNonNullElse(this.method, "btree"),
				this.include.stream().sorted().toList(), this.where, Map.of(), null);
	}

	/**
	 * Returns the name that PostgreSQL would choose for it.
	 * @return the parts of the name after the table name
	 */
	public UnchosenName unchosenName() {
		return new UnchosenName(Stream.concat(this.keys.stream(), this.include.stream().map(IndexKey::column)).toList(),
				"idx");
	}

	/**
	 * Returns the columns that a foreign key of another table can reference because of
	 * it.
	 * @return the columns, none if PostgreSQL does not accept it as a key
	 */
	public List<String> keyColumns() {
		boolean key = this.unique && this.where == null && this.keys.stream().allMatch((it) -> it.column() != null);
		return key ? this.keys.stream().map((it) -> Objects.requireNonNull(it.column())).toList() : List.of();
	}

	@Override
	public Stream<String> columnNames() {
		return Stream.concat(this.keys.stream().flatMap((key) -> Stream.ofNullable(key.column())),
				this.include.stream());
	}

	@Override
	public Stream<String> typedColumns() {
		return this.keys.stream()
			.filter((key) -> key.operatorClass() != null)
			.flatMap((key) -> Stream.ofNullable(key.column()));
	}

	@Override
	public Stream<String> expressions() {
		return Stream.concat(this.keys.stream().flatMap((key) -> Stream.ofNullable(key.expression())),
				Stream.ofNullable(this.where));
	}

}
