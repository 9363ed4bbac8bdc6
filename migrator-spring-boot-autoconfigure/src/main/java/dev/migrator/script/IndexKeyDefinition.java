package dev.migrator.script;

import java.util.Map;
import java.util.TreeMap;

import dev.migrator.schema.ObjectName;
import dev.migrator.schema.element.IndexKey;
import org.jspecify.annotations.Nullable;

/**
 * Defines the order and the options of a column or an expression of an index.
 */
public final class IndexKeyDefinition extends Definition {

	private final IndexKey key;

	private @Nullable ObjectName collation;

	private @Nullable ObjectName operatorClass;

	private final Map<String, String> parameters = new TreeMap<>();

	private IndexKey.@Nullable Order order;

	private IndexKey.@Nullable Nulls nulls;

	IndexKeyDefinition(IndexKey key) {
		this.key = key;
	}

	/**
	 * Sorts it in ascending order, which is the default.
	 * @return this
	 */
	public IndexKeyDefinition ascending() {
		open();
		this.order = IndexKey.Order.ASC;
		return this;
	}

	/**
	 * Sorts it in descending order.
	 * @return this
	 */
	public IndexKeyDefinition descending() {
		open();
		this.order = IndexKey.Order.DESC;
		return this;
	}

	/**
	 * Sorts NULLs before all values.
	 * @return this
	 */
	public IndexKeyDefinition nullsFirst() {
		open();
		this.nulls = IndexKey.Nulls.FIRST;
		return this;
	}

	/**
	 * Sorts NULLs after all values.
	 * @return this
	 */
	public IndexKeyDefinition nullsLast() {
		open();
		this.nulls = IndexKey.Nulls.LAST;
		return this;
	}

	/**
	 * Uses another collation.
	 * @param collation the collation
	 * @return this
	 */
	public IndexKeyDefinition collate(String collation) {
		open();
		this.collation = ObjectName.of(collation);
		return this;
	}

	/**
	 * Uses another operator class than the default.
	 * @param name the class: {@code text_pattern_ops}
	 * @return this
	 */
	public IndexKeyDefinition operatorClass(String name) {
		open();
		this.operatorClass = ObjectName.of(name);
		return this;
	}

	/**
	 * Sets a parameter of the operator class, which must be named.
	 * @param parameter the parameter: {@code siglen}
	 * @param value its value
	 * @return this
	 */
	public IndexKeyDefinition with(String parameter, Object value) {
		open();
		this.parameters.put(parameter, String.valueOf(value));
		return this;
	}

	IndexKey build() {
		return new IndexKey(this.key.column(), this.key.expression(), this.collation, this.operatorClass,
				this.parameters, this.order, this.nulls);
	}

}
