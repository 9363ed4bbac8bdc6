package dev.migrator.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

import dev.migrator.internal.schema.Setting;
import dev.migrator.operation.ChangeComment;
import dev.migrator.operation.ChangeDefault;
import dev.migrator.operation.ChangeIdentity;
import dev.migrator.operation.Commented;
import dev.migrator.operation.Directive;
import dev.migrator.operation.DropExpression;
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
 * What a column becomes, or what it was. Each change becomes a directive of its own, in
 * an order in which they can be done: type, nullability, default, identity, comment, how
 * its values are kept, name.
 */
public final class ColumnChange extends Definition {

	private final ColumnName column;

	private @Nullable TypeChange type;

	private @Nullable Boolean nullable;

	private boolean noExpression;

	private Was<Expression> defaultValue = Was.unknown();

	private Was<Identity> identity = Was.unknown();

	private Was<String> comment = Was.unknown();

	private final SettingValues settings = new SettingValues();

	private @Nullable String name;

	ColumnChange(ColumnName column) {
		this.column = column;
	}

	/**
	 * Says its type.
	 * @param type the type
	 * @return the type, to say how values are converted
	 */
	public TypeChange type(DataType type) {
		open();
		once("type", this.type != null);
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
		return nullable(false);
	}

	/**
	 * Takes NULL from now on.
	 * @return this
	 */
	public ColumnChange nullable() {
		return nullable(true);
	}

	private ColumnChange nullable(boolean value) {
		open();
		once("nullability", this.nullable != null);
		this.nullable = value;
		return this;
	}

	/**
	 * Is not computed any more, and keeps the values that were: a column that was
	 * generated and stored. It cannot be undone by its reverse.
	 * @return this
	 */
	public ColumnChange noExpression() {
		open();
		once("expression", this.noExpression);
		this.noExpression = true;
		return this;
	}

	/**
	 * Has a value as its default.
	 * @param value the value, as {@link ColumnDefinition#defaultTo} takes it
	 * @return this
	 */
	public ColumnChange defaultTo(@Nullable Object value) {
		return defaultValue(Expression.of(value));
	}

	/**
	 * Has as its default what SQL computes.
	 * @param sql the expression: {@code now()}
	 * @return this
	 */
	public ColumnChange defaultSql(String sql) {
		return defaultValue(new SqlExpression(sql));
	}

	/**
	 * Has no default.
	 * @return this
	 */
	public ColumnChange noDefault() {
		return defaultValue(null);
	}

	private ColumnChange defaultValue(@Nullable Expression value) {
		open();
		once("default", this.defaultValue.known());
		this.defaultValue = Was.known(value);
		return this;
	}

	/**
	 * Has PostgreSQL count it, behind the numbers that are there, and refuse numbers that
	 * an INSERT brings along.
	 * @return this
	 */
	public ColumnChange identity() {
		return identity((sequence) -> {
		});
	}

	/**
	 * Has PostgreSQL count it, behind the numbers that are there, and refuse numbers that
	 * an INSERT brings along.
	 * @param sequence says how to count
	 * @return this
	 */
	public ColumnChange identity(Consumer<SequenceDefinition> sequence) {
		return identityOf(new Identity(true, Definition.complete(new SequenceDefinition(), sequence).counting()));
	}

	/**
	 * Has PostgreSQL count it, behind the numbers that are there, where an INSERT brings
	 * no number along.
	 * @return this
	 */
	public ColumnChange identityByDefault() {
		return identityByDefault((sequence) -> {
		});
	}

	/**
	 * Has PostgreSQL count it, behind the numbers that are there, where an INSERT brings
	 * no number along.
	 * @param sequence says how to count
	 * @return this
	 */
	public ColumnChange identityByDefault(Consumer<SequenceDefinition> sequence) {
		return identityOf(new Identity(false, Definition.complete(new SequenceDefinition(), sequence).counting()));
	}

	/**
	 * Is not counted by PostgreSQL.
	 * @return this
	 */
	public ColumnChange noIdentity() {
		return identityOf(null);
	}

	private ColumnChange identityOf(@Nullable Identity value) {
		open();
		once("identity", this.identity.known());
		this.identity = Was.known(value);
		return this;
	}

	/**
	 * Has a comment.
	 * @param comment the comment
	 * @return this
	 */
	public ColumnChange comment(String comment) {
		return commentOf(comment);
	}

	/**
	 * Has no comment.
	 * @return this
	 */
	public ColumnChange noComment() {
		return commentOf(null);
	}

	private ColumnChange commentOf(@Nullable String value) {
		open();
		once("comment", this.comment.known());
		this.comment = Was.known(value);
		return this;
	}

	/**
	 * Stores large values in this way.
	 * @param storage {@code plain}, {@code external}, {@code extended} or {@code main}
	 * @return this
	 */
	public ColumnChange storage(String storage) {
		return setting(Setting.Kind.STORAGE, storage);
	}

	/**
	 * Stores large values as its type does, which PostgreSQL understands since 16; for
	 * older ones, name the storage of the type.
	 * @return this
	 */
	public ColumnChange defaultStorage() {
		return setting(Setting.Kind.STORAGE, null);
	}

	/**
	 * Compresses large values from now on.
	 * @param method {@code pglz} or {@code lz4}
	 * @return this
	 */
	public ColumnChange compression(String method) {
		return setting(Setting.Kind.COMPRESSION, method);
	}

	/**
	 * Compresses large values as the server is set to.
	 * @return this
	 */
	public ColumnChange defaultCompression() {
		return setting(Setting.Kind.COMPRESSION, null);
	}

	/**
	 * Has {@code ANALYZE} look closer at it.
	 * @param target how close, up to 10000
	 * @return this
	 */
	public ColumnChange statistics(int target) {
		return setting(Setting.Kind.STATISTICS, String.valueOf(target));
	}

	/**
	 * Has {@code ANALYZE} look as close as the server is set to.
	 * @return this
	 */
	public ColumnChange defaultStatistics() {
		return setting(Setting.Kind.STATISTICS, null);
	}

	private ColumnChange setting(Setting.Kind kind, @Nullable String value) {
		open();
		this.settings.say(Setting.ofColumn(kind, this.column), value);
		return this;
	}

	/**
	 * Sets a parameter.
	 * @param parameter its name: {@code n_distinct}
	 * @param value its value
	 * @return this
	 */
	public ColumnChange with(String parameter, Object value) {
		open();
		this.settings.say(Setting.ofColumn(this.column, parameter), String.valueOf(value));
		return this;
	}

	/**
	 * Leaves a parameter to PostgreSQL.
	 * @param parameter its name
	 * @return this
	 */
	public ColumnChange without(String parameter) {
		open();
		this.settings.say(Setting.ofColumn(this.column, parameter), null);
		return this;
	}

	/**
	 * Gives it another name, last of all.
	 * @param name the new name
	 * @return this
	 */
	public ColumnChange rename(String name) {
		open();
		once("name", this.name != null);
		this.name = name;
		return this;
	}

	private void once(String what, boolean said) {
		if (said) {
			throw ColumnDefinition.saidTwice(this.column, what);
		}
	}

	/**
	 * The directives that make this of what it was.
	 */
	List<Directive> build(ColumnChange was) {
		was.refuseWhatStays(this);
		List<Directive> changes = new ArrayList<>();
		if (this.noExpression) {
			changes.add(new DropExpression(this.column));
		}
		boolean both = this.type != null && this.defaultValue.known();
		if (both) {
			// a default is written for the old type, and may stand in the way of the new
			changes.add(new ChangeDefault(this.column, null, was.defaultValue));
		}
		if (this.type != null) {
			changes.add(this.type.build(was.type));
		}
		if (this.nullable != null) {
			changes.add(this.nullable ? new DropNotNull(this.column) : new SetNotNull(this.column));
		}
		if (both ? this.defaultValue.value() != null : this.defaultValue.known()) {
			changes.add(new ChangeDefault(this.column, this.defaultValue.value(),
					both ? Was.known(null) : was.defaultValue));
		}
		if (this.identity.known()) {
			changes.add(new ChangeIdentity(this.column, this.identity.value(), was.identity));
		}
		if (this.comment.known()) {
			changes.add(new ChangeComment(new Commented.OnColumn(this.column), this.comment.value(), was.comment));
		}
		changes.addAll(this.settings.changes(was.settings));
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

	/**
	 * What it was is said of what changes only.
	 */
	private void refuseWhatStays(ColumnChange change) {
		refuse("type", this.type != null && change.type == null);
		refuse("nullability", this.nullable != null && Objects.equals(this.nullable, change.nullable));
		refuse("nullability", this.nullable != null && change.nullable == null);
		refuse("expression", this.noExpression);
		refuse("default", this.defaultValue.known() && !change.defaultValue.known());
		refuse("identity", this.identity.known() && !change.identity.known());
		refuse("comment", this.comment.known() && !change.comment.known());
		if (this.name != null) {
			throw new InvalidDefinitionException("rename(...) is for what the column %s of %s becomes.".formatted(
					this.column.column(), this.column.table()), "Leave it out: the name it has is said already.");
		}
	}

	private void refuse(String what, boolean stays) {
		if (stays) {
			throw new InvalidDefinitionException("It is said which %s the column %s of %s had, and not that it changes."
				.formatted(what, this.column.column(), this.column.table()), "Say what it becomes, or leave it out.");
		}
	}

}
