package dev.migrator.script;

import java.util.ArrayList;
import java.util.List;

import dev.migrator.operation.Directive;
import dev.migrator.operation.DomainDirective.AlterDomainDefault;
import dev.migrator.operation.DomainDirective.AlterDomainNullability;
import dev.migrator.operation.Existing;
import dev.migrator.schema.Expression;
import dev.migrator.schema.Expression.SqlExpression;
import dev.migrator.schema.InvalidDefinitionException;
import dev.migrator.schema.ObjectName;
import org.jspecify.annotations.Nullable;

/**
 * Describes the changes of a domain, or its state before them. Each change becomes a
 * separate directive.
 */
public final class DomainAlteration extends Definition {

	private final ObjectName domain;

	private @Nullable Boolean nullable;

	private Existing<Expression> defaultValue = Existing.unknown();

	DomainAlteration(ObjectName domain) {
		this.domain = domain;
	}

	/**
	 * Refuses NULL. Writes to the tables that have a column of it are blocked while all
	 * rows are checked.
	 * @return this
	 */
	public DomainAlteration notNull() {
		return nullable(false);
	}

	/**
	 * Allows NULL.
	 * @return this
	 */
	public DomainAlteration nullable() {
		return nullable(true);
	}

	private DomainAlteration nullable(boolean value) {
		open();
		once("nullability", this.nullable != null);
		this.nullable = value;
		return this;
	}

	/**
	 * Sets the default to a value.
	 * @param value the value, as {@link ColumnDefinition#defaultTo} takes it
	 * @return this
	 */
	public DomainAlteration defaultTo(@Nullable Object value) {
		return defaultValue(Expression.of(value));
	}

	/**
	 * Sets the default to an SQL expression.
	 * @param sql the expression: {@code now()}
	 * @return this
	 */
	public DomainAlteration defaultSql(String sql) {
		return defaultValue(new SqlExpression(sql));
	}

	/**
	 * Removes the default.
	 * @return this
	 */
	public DomainAlteration noDefault() {
		return defaultValue(null);
	}

	private DomainAlteration defaultValue(@Nullable Expression value) {
		open();
		once("default", this.defaultValue.known());
		this.defaultValue = Existing.known(value);
		return this;
	}

	private void once(String what, boolean said) {
		if (said) {
			throw DomainDefinition.saidTwice(this.domain, what);
		}
	}

	/**
	 * Returns the directives that lead from the state before to this one.
	 */
	List<Directive> build(DomainAlteration was) {
		was.refuse("nullability",
				was.nullable != null && (this.nullable == null || was.nullable.equals(this.nullable)));
		was.refuse("default", was.defaultValue.known() && !this.defaultValue.known());
		List<Directive> changes = new ArrayList<>();
		if (this.nullable != null) {
			changes.add(new AlterDomainNullability(this.domain, this.nullable));
		}
		if (this.defaultValue.known()) {
			changes.add(new AlterDomainDefault(this.domain, this.defaultValue.value(), was.defaultValue));
		}
		if (changes.isEmpty()) {
			throw new InvalidDefinitionException("No change of the domain %s is given.".formatted(this.domain),
					"Give at least one: notNull(), nullable(), defaultTo(...), noDefault().");
		}
		return changes;
	}

	/**
	 * Refuses a state before of something that does not change.
	 */
	private void refuse(String what, boolean stays) {
		if (stays) {
			throw new InvalidDefinitionException(
					"The old %s of the domain %s is given, but no new one.".formatted(what, this.domain),
					"Give the new one, or leave out the old one.");
		}
	}

}
