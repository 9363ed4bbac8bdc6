package dev.migrator.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

import dev.migrator.internal.dialect.text.DefaultNames;
import dev.migrator.schema.ObjectName;
import dev.migrator.schema.element.Exclusion;
import dev.migrator.schema.element.IndexKey;
import org.jspecify.annotations.Nullable;

/**
 * Defines an exclusion constraint.
 */
public final class ExclusionDefinition extends DeferrableDefinition<ExclusionDefinition> {

	private final ObjectName table;

	private final String method;

	private final List<Exclusion.Element> elements = new ArrayList<>();

	private @Nullable String where;

	ExclusionDefinition(Scope scope, ObjectName table, String method) {
		super(scope);
		this.table = table;
		this.method = method;
	}

	/**
	 * Compares a column.
	 * @param name its name
	 * @param operator the operator: {@code =}, {@code &&}
	 * @return this
	 */
	public ExclusionDefinition column(String name, String operator) {
		return column(name, operator, (key) -> {
		});
	}

	/**
	 * Compares a column, with the options of its index.
	 * @param name its name
	 * @param operator the operator: {@code =}, {@code &&}
	 * @param key options: {@code operatorClass("gist_text_ops")}
	 * @return this
	 */
	public ExclusionDefinition column(String name, String operator, Consumer<IndexKeyDefinition> key) {
		return element(IndexKey.column(name), operator, key);
	}

	/**
	 * Compares an expression.
	 * @param sql the expression: {@code tsrange(starts_at, ends_at)}
	 * @param operator the operator: {@code &&}
	 * @return this
	 */
	public ExclusionDefinition expression(String sql, String operator) {
		return expression(sql, operator, (key) -> {
		});
	}

	/**
	 * Compares an expression, with the options of its index.
	 * @param sql the expression
	 * @param operator the operator
	 * @param key options
	 * @return this
	 */
	public ExclusionDefinition expression(String sql, String operator, Consumer<IndexKeyDefinition> key) {
		return element(IndexKey.expression(sql), operator, key);
	}

	private ExclusionDefinition element(IndexKey key, String operator, Consumer<IndexKeyDefinition> definition) {
		open();
		IndexKey said = Definition.complete(new IndexKeyDefinition(key), definition).build();
		this.elements.add(new Exclusion.Element(said, operator));
		return this;
	}

	/**
	 * Applies to some rows only.
	 * @param condition the SQL condition of the rows
	 * @return this
	 */
	public ExclusionDefinition where(String condition) {
		open();
		this.where = condition;
		return this;
	}

	@Override
	ExclusionDefinition self() {
		return this;
	}

	Exclusion build() {
		List<String> columns = this.elements.stream()
			.map((element) -> Objects.requireNonNullElse(element.key().column(), "expr"))
			.toList();
		return new Exclusion(nameOr(DefaultNames.exclusion(this.table, columns)), this.method, this.elements,
				this.where, deferral());
	}

}
