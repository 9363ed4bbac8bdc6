package dev.migrator.script;

import java.util.ArrayList;
import java.util.List;

import dev.migrator.operation.AlterDomainDefault;
import dev.migrator.operation.AlterDomainNullability;
import dev.migrator.operation.Directive;
import dev.migrator.operation.Existing;
import dev.migrator.schema.Expression;
import dev.migrator.schema.InvalidDefinitionException;
import dev.migrator.schema.ObjectName;
import dev.migrator.schema.SqlExpression;
import org.jspecify.annotations.Nullable;

/**
 * What a domain becomes, or what it was. Each change becomes a directive of its own.
 */
public final class DomainAlteration extends Definition {

	private final ObjectName domain;

	private @Nullable Boolean nullable;

	private Existing<Expression> defaultValue = Existing.unknown();

	DomainAlteration(ObjectName domain) {
		this.domain = domain;
	}

	/**
	 * Refuses NULL from now on. Nobody writes to the tables that have a column of it
	 * while all rows are looked at.
	 * @return this
	 */
	public DomainAlteration notNull() {
		return nullable(false);
	}

	/**
	 * Takes NULL from now on.
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
	 * Has a value as its default.
	 * @param value the value, as {@link ColumnDefinition#defaultTo} takes it
	 * @return this
	 */
	public DomainAlteration defaultTo(@Nullable Object value) {
		return defaultValue(Expression.of(value));
	}

	/**
	 * Has as its default what SQL computes.
	 * @param sql the expression: {@code now()}
	 * @return this
	 */
	public DomainAlteration defaultSql(String sql) {
		return defaultValue(new SqlExpression(sql));
	}

	/**
	 * Has no default.
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
	 * The directives that make this of what it was.
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
			throw new InvalidDefinitionException("Nothing of the domain %s changes.".formatted(this.domain),
					"Say what: notNull(), nullable(), defaultTo(...), noDefault().");
		}
		return changes;
	}

	/**
	 * What it was is said of what changes only.
	 */
	private void refuse(String what, boolean stays) {
		if (stays) {
			throw new InvalidDefinitionException(
					"It is said which %s the domain %s had, and not that it changes.".formatted(what, this.domain),
					"Say what it becomes, or leave it out.");
		}
	}

}
