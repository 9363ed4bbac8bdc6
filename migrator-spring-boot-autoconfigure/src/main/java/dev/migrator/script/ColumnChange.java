package dev.migrator.script;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import dev.migrator.operation.ChangeComment;
import dev.migrator.operation.ChangeDefault;
import dev.migrator.operation.ChangeIdentity;
import dev.migrator.operation.Commented;
import dev.migrator.operation.Directive;
import dev.migrator.operation.DropNotNull;
import dev.migrator.operation.RenameColumn;
import dev.migrator.operation.SetNotNull;
import dev.migrator.operation.Was;
import dev.migrator.schema.ColumnName;
import dev.migrator.schema.DataType;
import dev.migrator.schema.Expression;
import dev.migrator.schema.Identity;
import dev.migrator.schema.InvalidDefinitionException;
import dev.migrator.schema.SqlExpression;
import org.jspecify.annotations.Nullable;

/**
 * What changes in a column. Each change becomes a directive of its own, in an order in
 * which they can be done: type, nullability, default, identity, comment, name.
 */
public final class ColumnChange extends Definition {

	private final ColumnName column;

	private @Nullable TypeChange type;

	private @Nullable Directive nullability;

	private @Nullable Previous<Expression> defaultWas;

	private @Nullable Expression defaultTo;

	private @Nullable Previous<Identity> identityWas;

	private @Nullable Identity identityTo;

	private @Nullable Previous<String> commentWas;

	private @Nullable String commentTo;

	private @Nullable String name;

	ColumnChange(ColumnName column) {
		this.column = column;
	}

	/**
	 * Changes its type.
	 * @param type the new type
	 * @return the change, to say how values are converted and which type it was
	 */
	public TypeChange type(DataType type) {
		open();
		once("type", this.type);
		TypeChange change = new TypeChange(scope(), this.column, type);
		this.type = change;
		return change;
	}

	/**
	 * Refuses NULL from now on. In a revision with {@code transactional = false} nobody
	 * is locked out while the rows are looked at.
	 * @return this
	 */
	public ColumnChange notNull() {
		open();
		once("nullability", this.nullability);
		this.nullability = new SetNotNull(this.column);
		return this;
	}

	/**
	 * Takes NULL from now on.
	 * @return this
	 */
	public ColumnChange nullable() {
		open();
		once("nullability", this.nullability);
		this.nullability = new DropNotNull(this.column);
		return this;
	}

	/**
	 * Sets its default to a value.
	 * @param value the value, as {@link ColumnDefinition#defaultTo} takes it
	 * @return the change, to say what the default was
	 */
	public Previous<Expression> defaultTo(Object value) {
		return changeDefault(Expression.of(value));
	}

	/**
	 * Sets its default to what SQL computes.
	 * @param sql the expression: {@code now()}
	 * @return the change, to say what the default was
	 */
	public Previous<Expression> defaultSql(String sql) {
		return changeDefault(new SqlExpression(sql));
	}

	/**
	 * Takes its default away.
	 * @return the change, to say what the default was
	 */
	public Previous<Expression> dropDefault() {
		return changeDefault(null);
	}

	private Previous<Expression> changeDefault(@Nullable Expression to) {
		open();
		once("default", this.defaultWas);
		Previous<Expression> was = new Previous<>(scope(), Expression::of);
		this.defaultWas = was;
		this.defaultTo = to;
		return was;
	}

	/**
	 * Has PostgreSQL count it, behind the numbers that are there, and refuse numbers that
	 * an INSERT brings along.
	 * @param sequence says how to count
	 * @return the change, to say what its identity was
	 */
	public Previous<Identity> identity(Consumer<SequenceDefinition> sequence) {
		return changeIdentity(new Identity(true, Definition.complete(new SequenceDefinition(), sequence).identity()));
	}

	/**
	 * Has PostgreSQL count it, behind the numbers that are there, where an INSERT brings
	 * no number along.
	 * @param sequence says how to count
	 * @return the change, to say what its identity was
	 */
	public Previous<Identity> identityByDefault(Consumer<SequenceDefinition> sequence) {
		return changeIdentity(new Identity(false, Definition.complete(new SequenceDefinition(), sequence).identity()));
	}

	/**
	 * Counts it no more.
	 * @return the change, to say what its identity was
	 */
	public Previous<Identity> dropIdentity() {
		return changeIdentity(null);
	}

	private Previous<Identity> changeIdentity(@Nullable Identity to) {
		open();
		once("identity", this.identityWas);
		Previous<Identity> was = new Previous<>(scope(), ColumnChange::identity);
		this.identityWas = was;
		this.identityTo = to;
		return was;
	}

	/**
	 * Sets its comment.
	 * @param comment the comment, or {@code null} for none
	 * @return the change, to say what the comment was
	 */
	public Previous<String> comment(@Nullable String comment) {
		open();
		once("comment", this.commentWas);
		Previous<String> was = new Previous<>(scope(), String::valueOf);
		this.commentWas = was;
		this.commentTo = comment;
		return was;
	}

	/**
	 * Gives it another name, last of all.
	 * @param name the new name
	 * @return this
	 */
	public ColumnChange rename(String name) {
		open();
		once("name", this.name);
		this.name = name;
		return this;
	}

	private static Identity identity(Object value) {
		if (value instanceof Identity identity) {
			return identity;
		}
		throw new InvalidDefinitionException("An identity was no %s.".formatted(value.getClass().getName()),
				"Say it: was(new Identity(true, SequenceOptions.DEFAULT)), or wasNone().");
	}

	private void once(String what, @Nullable Object said) {
		if (said != null) {
			throw saidTwice(this.column, what);
		}
	}

	static InvalidDefinitionException saidTwice(ColumnName column, String what) {
		return new InvalidDefinitionException(
				"The column %s of %s is told its %s twice.".formatted(column.column(), column.table(), what),
				"Leave one out: only the last would count.");
	}

	List<Directive> build() {
		List<Directive> changes = new ArrayList<>();
		Was<Expression> was = (this.defaultWas != null) ? this.defaultWas.was() : Was.unknown();
		boolean both = this.type != null && this.defaultWas != null;
		if (both) {
			// a default is written for the old type, and may stand in the way of the new
			changes.add(new ChangeDefault(this.column, null, was));
		}
		if (this.type != null) {
			changes.add(this.type.build());
		}
		if (this.nullability != null) {
			changes.add(this.nullability);
		}
		if (both ? this.defaultTo != null : this.defaultWas != null) {
			changes.add(new ChangeDefault(this.column, this.defaultTo, both ? Was.known(null) : was));
		}
		if (this.identityWas != null) {
			changes.add(new ChangeIdentity(this.column, this.identityTo, this.identityWas.was()));
		}
		if (this.commentWas != null) {
			changes.add(new ChangeComment(new Commented.OnColumn(this.column), this.commentTo, this.commentWas.was()));
		}
		if (this.name != null) {
			changes.add(new RenameColumn(this.column.table(), this.column.column(), this.name));
		}
		if (changes.isEmpty()) {
			throw new InvalidDefinitionException(
					"Nothing of the column %s of %s changes.".formatted(this.column.column(), this.column.table()),
					"Say what: notNull(), type(...), defaultTo(...), rename(...).");
		}
		return changes;
	}

}
