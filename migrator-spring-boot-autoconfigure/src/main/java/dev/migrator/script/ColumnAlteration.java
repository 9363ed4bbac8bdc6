package dev.migrator.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

import dev.migrator.internal.schema.Setting;
import dev.migrator.operation.AlterColumnDefault;
import dev.migrator.operation.AlterIdentity;
import dev.migrator.operation.CommentTarget;
import dev.migrator.operation.Directive;
import dev.migrator.operation.DropExpression;
import dev.migrator.operation.DropNotNull;
import dev.migrator.operation.Existing;
import dev.migrator.operation.RenameColumn;
import dev.migrator.operation.SetComment;
import dev.migrator.operation.SetNotNull;
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
public final class ColumnAlteration extends Definition {

	private final ColumnName column;

	private @Nullable TypeAlteration type;

	private @Nullable Boolean nullable;

	private boolean noExpression;

	private Existing<Expression> defaultValue = Existing.unknown();

	private Existing<Identity> identity = Existing.unknown();

	private Existing<String> comment = Existing.unknown();

	private final SettingValues settings = new SettingValues();

	private @Nullable String name;

	ColumnAlteration(ColumnName column) {
		this.column = column;
	}

	/**
	 * Says its type.
	 * @param type the type
	 * @return the type, to say how values are converted
	 */
	public TypeAlteration type(DataType type) {
		open();
		once("type", this.type != null);
		TypeAlteration change = new TypeAlteration(scope(), this.column, type);
		this.type = change;
		return change;
	}

	/**
	 * Refuses NULL from now on. In a revision with {@code transactional = false} nobody
	 * is locked out while the rows are looked at.
	 * @return this
	 */
	public ColumnAlteration notNull() {
		return nullable(false);
	}

	/**
	 * Takes NULL from now on.
	 * @return this
	 */
	public ColumnAlteration nullable() {
		return nullable(true);
	}

	private ColumnAlteration nullable(boolean value) {
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
	public ColumnAlteration noExpression() {
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
	public ColumnAlteration defaultTo(@Nullable Object value) {
		return defaultValue(Expression.of(value));
	}

	/**
	 * Has as its default what SQL computes.
	 * @param sql the expression: {@code now()}
	 * @return this
	 */
	public ColumnAlteration defaultSql(String sql) {
		return defaultValue(new SqlExpression(sql));
	}

	/**
	 * Has no default.
	 * @return this
	 */
	public ColumnAlteration noDefault() {
		return defaultValue(null);
	}

	private ColumnAlteration defaultValue(@Nullable Expression value) {
		open();
		once("default", this.defaultValue.known());
		this.defaultValue = Existing.known(value);
		return this;
	}

	/**
	 * Has PostgreSQL count it, behind the numbers that are there, and refuse numbers that
	 * an INSERT brings along.
	 * @return this
	 */
	public ColumnAlteration identity() {
		return identity((sequence) -> {
		});
	}

	/**
	 * Has PostgreSQL count it, behind the numbers that are there, and refuse numbers that
	 * an INSERT brings along.
	 * @param sequence says how to count
	 * @return this
	 */
	public ColumnAlteration identity(Consumer<SequenceDefinition> sequence) {
		return identityOf(new Identity(true, Definition.complete(new SequenceDefinition(), sequence).counting()));
	}

	/**
	 * Has PostgreSQL count it, behind the numbers that are there, where an INSERT brings
	 * no number along.
	 * @return this
	 */
	public ColumnAlteration identityByDefault() {
		return identityByDefault((sequence) -> {
		});
	}

	/**
	 * Has PostgreSQL count it, behind the numbers that are there, where an INSERT brings
	 * no number along.
	 * @param sequence says how to count
	 * @return this
	 */
	public ColumnAlteration identityByDefault(Consumer<SequenceDefinition> sequence) {
		return identityOf(new Identity(false, Definition.complete(new SequenceDefinition(), sequence).counting()));
	}

	/**
	 * Is not counted by PostgreSQL.
	 * @return this
	 */
	public ColumnAlteration noIdentity() {
		return identityOf(null);
	}

	private ColumnAlteration identityOf(@Nullable Identity value) {
		open();
		once("identity", this.identity.known());
		this.identity = Existing.known(value);
		return this;
	}

	/**
	 * Has a comment.
	 * @param comment the comment
	 * @return this
	 */
	public ColumnAlteration comment(String comment) {
		return commentOf(comment);
	}

	/**
	 * Has no comment.
	 * @return this
	 */
	public ColumnAlteration noComment() {
		return commentOf(null);
	}

	private ColumnAlteration commentOf(@Nullable String value) {
		open();
		once("comment", this.comment.known());
		this.comment = Existing.known(value);
		return this;
	}

	/**
	 * Stores large values in this way.
	 * @param storage {@code plain}, {@code external}, {@code extended} or {@code main}
	 * @return this
	 */
	public ColumnAlteration storage(String storage) {
		return setting(Setting.Kind.STORAGE, storage);
	}

	/**
	 * Stores large values as its type does, which PostgreSQL understands since 16; for
	 * older ones, name the storage of the type.
	 * @return this
	 */
	public ColumnAlteration defaultStorage() {
		return setting(Setting.Kind.STORAGE, null);
	}

	/**
	 * Compresses large values from now on.
	 * @param method {@code pglz} or {@code lz4}
	 * @return this
	 */
	public ColumnAlteration compression(String method) {
		return setting(Setting.Kind.COMPRESSION, method);
	}

	/**
	 * Compresses large values as the server is set to.
	 * @return this
	 */
	public ColumnAlteration defaultCompression() {
		return setting(Setting.Kind.COMPRESSION, null);
	}

	/**
	 * Has {@code ANALYZE} look closer at it.
	 * @param target how close, up to 10000
	 * @return this
	 */
	public ColumnAlteration statistics(int target) {
		return setting(Setting.Kind.STATISTICS, String.valueOf(target));
	}

	/**
	 * Has {@code ANALYZE} look as close as the server is set to.
	 * @return this
	 */
	public ColumnAlteration defaultStatistics() {
		return setting(Setting.Kind.STATISTICS, null);
	}

	private ColumnAlteration setting(Setting.Kind kind, @Nullable String value) {
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
	public ColumnAlteration with(String parameter, Object value) {
		open();
		this.settings.say(Setting.ofColumn(this.column, parameter), String.valueOf(value));
		return this;
	}

	/**
	 * Leaves a parameter to PostgreSQL.
	 * @param parameter its name
	 * @return this
	 */
	public ColumnAlteration without(String parameter) {
		open();
		this.settings.say(Setting.ofColumn(this.column, parameter), null);
		return this;
	}

	/**
	 * Gives it another name, last of all.
	 * @param name the new name
	 * @return this
	 */
	public ColumnAlteration rename(String name) {
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
	List<Directive> build(ColumnAlteration was) {
		was.refuseWhatStays(this);
		List<Directive> changes = new ArrayList<>();
		if (this.noExpression) {
			changes.add(new DropExpression(this.column));
		}
		boolean both = this.type != null && this.defaultValue.known();
		if (both) {
			// a default is written for the old type, and may stand in the way of the new
			changes.add(new AlterColumnDefault(this.column, null, was.defaultValue));
		}
		if (this.type != null) {
			changes.add(this.type.build(was.type));
		}
		if (this.nullable != null) {
			changes.add(this.nullable ? new DropNotNull(this.column) : new SetNotNull(this.column));
		}
		if (both ? this.defaultValue.value() != null : this.defaultValue.known()) {
			changes.add(new AlterColumnDefault(this.column, this.defaultValue.value(),
					both ? Existing.known(null) : was.defaultValue));
		}
		if (this.identity.known()) {
			changes.add(new AlterIdentity(this.column, this.identity.value(), was.identity));
		}
		if (this.comment.known()) {
			changes.add(new SetComment(new CommentTarget.OnColumn(this.column), this.comment.value(), was.comment));
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
	private void refuseWhatStays(ColumnAlteration change) {
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
