package dev.migrator.internal.dialect.ddl;

import java.util.List;
import java.util.Objects;

import dev.migrator.internal.dialect.lexer.NameSql;
import dev.migrator.internal.dialect.lexer.SqlText;
import dev.migrator.operation.SequenceDirective.AlterOwningColumn;
import dev.migrator.operation.SequenceDirective.AlterSequence;
import dev.migrator.operation.SequenceDirective.CreateSequence;
import dev.migrator.operation.SequenceDirective.DropSequence;
import dev.migrator.operation.SequenceDirective.RestoreSequence;
import dev.migrator.schema.ColumnName;
import dev.migrator.schema.DataType;
import dev.migrator.schema.SequenceOptions;
import dev.migrator.schema.element.Sequence;
import org.jspecify.annotations.Nullable;

/**
 * Writes sequences and their options.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-createsequence.html">CREATE
 * SEQUENCE</a>
 */
public final class SequenceSql {

	private SequenceSql() {
	}

	static List<String> create(CreateSequence create) {
		Sequence sequence = create.sequence();
		ColumnName owner = sequence.ownedBy();
		return List.of("CREATE SEQUENCE " + (create.ifNotExists() ? "IF NOT EXISTS " : "") + NameSql.of(sequence.name())
				+ as(sequence.type()) + options(sequence.options()) + ((owner != null) ? ownedBy(owner) : ""));
	}

	private static String as(@Nullable DataType type) {
		return (type != null) ? " AS " + TypeSql.of(type) : "";
	}

	private static String ownedBy(@Nullable ColumnName owner) {
		return " OWNED BY " + ((owner != null) ? NameSql.of(owner.table()) + "." + NameSql.of(owner.column()) : "NONE");
	}

	static List<String> changeOwner(AlterOwningColumn change) {
		return List.of("ALTER SEQUENCE " + NameSql.of(change.sequence()) + ownedBy(change.to()));
	}

	static List<String> drop(DropSequence drop) {
		return List.of("DROP SEQUENCE " + ObjectSql.toDrop(drop.ifExists(), NameSql.of(drop.name()), drop.cascade()));
	}

	static List<String> alter(AlterSequence alter) {
		String ends = Boolean.FALSE.equals(alter.to().cycle()) ? " NO CYCLE" : "";
		return List.of("ALTER SEQUENCE " + NameSql.of(alter.name()) + as(alter.type()) + options(alter.to()) + ends
				+ restart(alter.restart()));
	}

	static List<String> restore(RestoreSequence restore) {
		SequenceOptions changed = restore.changed();
		SequenceOptions was = restore.was();
		SequenceOptions back = new SequenceOptions((changed.start() != null) ? first(was) : null,
				(changed.increment() != null) ? was.increment() : null, (changed.min() != null) ? was.min() : null,
				(changed.max() != null) ? was.max() : null, (changed.cache() != null) ? was.cache() : null,
				(changed.cycle() != null) ? was.cycle() : null);
		return List.of("ALTER SEQUENCE " + NameSql.of(restore.name()) + as(restore.typeBack())
				+ changes(back, changed, "") + restart(restore.restart()));
	}

	/**
	 * Lets a new identity continue after the numbers in the rows. It starts as usual if
	 * there are no rows, or only smaller numbers.
	 */
	static String behindTheRows(ColumnName column, SequenceOptions options) {
		boolean down = options.isDown();
		String last = (down ? "min(" : "max(") + NameSql.of(column.column()) + ")";
		return "SELECT setval(%s, %s) FROM %s HAVING %s %s %s".formatted(ofIdentity(column), last,
				NameSql.of(column.table()), last, down ? "<=" : ">=", first(options));
	}

	/**
	 * Returns the sequence of an identity, whatever its name.
	 */
	public static String ofIdentity(ColumnName column) {
		return "pg_get_serial_sequence(%s, %s)".formatted(SqlText.literal(NameSql.of(column.table())),
				SqlText.literal(column.column()));
	}

	static String restart(boolean restart) {
		return restart ? " RESTART" : "";
	}

	/**
	 * Returns the number with which PostgreSQL starts if none is given.
	 */
	public static long first(SequenceOptions options) {
		if (options.start() != null) {
			return options.start();
		}
		Long limit = options.isDown() ? options.max() : options.min();
		return (limit != null) ? limit : options.isDown() ? -1 : 1;
	}

	/**
	 * Writes all options that are given, each after a space.
	 */
	static String options(SequenceOptions options) {
		return changes(options, SequenceOptions.DEFAULT, "");
	}

	/**
	 * Writes the options that differ, each after {@code before}. An option that is no
	 * longer given returns to its default.
	 */
	static String changes(SequenceOptions to, SequenceOptions was, String before) {
		return number(before, "START WITH", to.start(), was.start(), "START WITH " + first(to))
				+ number(before, "INCREMENT BY", to.increment(), was.increment(), "INCREMENT BY 1")
				+ number(before, "MINVALUE", to.min(), was.min(), "NO MINVALUE")
				+ number(before, "MAXVALUE", to.max(), was.max(), "NO MAXVALUE")
				+ number(before, "CACHE", to.cache(), was.cache(), "CACHE 1")
				+ cycle(before, Boolean.TRUE.equals(to.cycle()), Boolean.TRUE.equals(was.cycle()));
	}

	private static String number(String before, String words, @Nullable Long to, @Nullable Long was, String nothing) {
		if (Objects.equals(to, was)) {
			return "";
		}
		return before + " " + ((to != null) ? words + " " + to : nothing);
	}

	private static String cycle(String before, boolean to, boolean was) {
		return (to == was) ? "" : before + (to ? " CYCLE" : " NO CYCLE");
	}

}
