package dev.migrator.script;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import dev.migrator.schema.DataType;
import dev.migrator.schema.Expression;
import dev.migrator.schema.Expression.SqlExpression;
import dev.migrator.schema.InvalidDefinitionException;
import dev.migrator.schema.ObjectName;
import dev.migrator.schema.element.Check;
import dev.migrator.schema.element.Domain;
import org.jspecify.annotations.Nullable;

/**
 * Defines a domain. By default its values may be NULL.
 */
public final class DomainDefinition extends Definition {

	private final ObjectName name;

	private final DataType type;

	private boolean nullable = true;

	private @Nullable Expression defaultValue;

	private @Nullable ObjectName collation;

	private final List<Check> checks = new ArrayList<>();

	DomainDefinition(ObjectName name, DataType type) {
		this.name = name;
		this.type = type;
	}

	/**
	 * Refuses NULL.
	 * @return this
	 */
	public DomainDefinition notNull() {
		open();
		this.nullable = false;
		return this;
	}

	/**
	 * Sets the default, for columns that have none of their own, to a value.
	 * @param value the value, as {@link ColumnDefinition#defaultTo} takes it
	 * @return this
	 */
	public DomainDefinition defaultTo(@Nullable Object value) {
		open();
		if (this.defaultValue != null) {
			throw saidTwice(this.name, "default");
		}
		this.defaultValue = Expression.of(value);
		return this;
	}

	/**
	 * Sets the default, for columns that have none of their own, to an SQL expression.
	 * @param sql the expression: {@code now()}
	 * @return this
	 */
	public DomainDefinition defaultSql(String sql) {
		return defaultTo(new SqlExpression(sql));
	}

	/**
	 * Uses another collation than that of its type.
	 * @param collation the collation: {@code de-x-icu}
	 * @return this
	 */
	public DomainDefinition collate(String collation) {
		open();
		this.collation = ObjectName.of(collation);
		return this;
	}

	/**
	 * Refuses values for which a condition is false, by a check {@code domain_check}. A
	 * second one needs a name.
	 * @param condition SQL about {@code VALUE}: {@code VALUE > 0}
	 * @return this
	 */
	public DomainDefinition check(String condition) {
		return check(condition, (check) -> {
		});
	}

	/**
	 * Refuses values for which a condition is false.
	 * @param condition SQL about {@code VALUE}: {@code VALUE > 0}
	 * @param check further options, such as its name
	 * @return this
	 */
	public DomainDefinition check(String condition, Consumer<DomainCheckDefinition> check) {
		open();
		this.checks.add(Definition.complete(new DomainCheckDefinition(this.name, condition), check).build());
		return this;
	}

	Domain build() {
		return new Domain(this.name, this.type, this.collation, this.nullable, this.defaultValue, this.checks);
	}

	static InvalidDefinitionException saidTwice(ObjectName domain, String what) {
		return new InvalidDefinitionException("The %2$s of the domain %1$s is given twice.".formatted(domain, what),
				"Leave one out: only the last would count.");
	}

}
