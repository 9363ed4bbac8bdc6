package dev.migrator.internal.dialect.value;

import java.util.List;

import dev.migrator.internal.dialect.ddl.SequenceSql;
import dev.migrator.internal.dialect.lexer.NameSql;
import dev.migrator.internal.dialect.lexer.SqlText;
import dev.migrator.schema.ColumnName;
import dev.migrator.schema.Identity;
import dev.migrator.schema.ObjectName;
import dev.migrator.schema.element.Sequence;

/**
 * Lets one sequence continue at the position of another one, even if that was restarted
 * and has given no number since.
 */
public final class SequenceCount {

	private SequenceCount() {
	}

	/**
	 * Lets the identity of a column continue at the position of a sequence. The identity
	 * stays after the rows if the sequence has given no number and would begin within
	 * their numbers.
	 * @param column the column
	 * @param identity the identity
	 * @param sequence the sequence
	 * @return a statement
	 */
	public static String toIdentity(ColumnName column, Identity identity, ObjectName sequence) {
		boolean down = identity.options().isDown();
		return "SELECT setval(%s, last_value, is_called) FROM %s WHERE is_called OR last_value %s (SELECT COALESCE(%s(%s), %s) FROM %s);"
			.formatted(SequenceSql.ofIdentity(column), NameSql.of(sequence), down ? "<" : ">", down ? "min" : "max",
					NameSql.of(column.column()), SequenceSql.first(identity.options()), NameSql.of(column.table()));
	}

	/**
	 * Lets a sequence continue at the position of a column's identity, which will be
	 * dropped. After a restart, only the next number of the identity shows its position.
	 * @param sequence the sequence
	 * @param column the column
	 * @return a statement
	 */
	public static String toSequence(ObjectName sequence, ColumnName column) {
		String identity = SequenceSql.ofIdentity(column);
		return "SELECT setval(%s, COALESCE(n, nextval(%s)), n IS NOT NULL) FROM pg_sequence_last_value(%s) AS n;"
			.formatted(SqlText.literal(NameSql.of(sequence)), identity, identity);
	}

	/**
	 * Lets a sequence continue after the rows of a column and after its identity, unless
	 * it is after both already.
	 * @param name the new name of the sequence
	 * @param sequence the sequence
	 * @param column the column
	 * @return a statement
	 */
	public static String behind(ObjectName name, Sequence sequence, ColumnName column) {
		return new NumberCounter.OfSequence(name, sequence.options(), false).goOn(column,
				List.of(new NumberCounter.OfIdentity(column, sequence.options().isDown())));
	}

}
