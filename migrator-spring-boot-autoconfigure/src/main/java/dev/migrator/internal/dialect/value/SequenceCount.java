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
 * Lets one sequence go on where another one is, also where that was restarted and has
 * given no number since.
 */
public final class SequenceCount {

	private SequenceCount() {
	}

	/**
	 * Lets the identity of a column go on where a sequence is. It stays behind the rows
	 * where that has given no number and would begin among theirs.
	 * @param column the column
	 * @param identity how the identity counts
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
	 * Lets a sequence go on where the identity of a column is, which is to go: where it
	 * was restarted to, only its next number says.
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
	 * Lets a sequence go on behind the rows of a column and where its identity is, unless
	 * it is behind those already.
	 * @param name the name that the sequence has then
	 * @param sequence the sequence
	 * @param column the column
	 * @return a statement
	 */
	public static String behind(ObjectName name, Sequence sequence, ColumnName column) {
		return new NumberCounter.OfSequence(name, sequence.options(), false).goOn(column,
				List.of(new NumberCounter.OfIdentity(column, sequence.options().isDown())));
	}

}
