package dev.migrator.internal.autogenerate.comparison;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import dev.migrator.autogenerate.NumberSource;
import dev.migrator.autogenerate.NumberSources;
import dev.migrator.internal.autogenerate.situation.GeneratorTable;
import dev.migrator.internal.dialect.connection.ServerConnection;
import dev.migrator.internal.dialect.value.NumberCounter;
import dev.migrator.internal.dialect.value.RepeatedNumbers;
import dev.migrator.internal.schema.ObjectId;
import dev.migrator.internal.schema.SchemaObjects;
import dev.migrator.internal.schema.SequenceObject;
import dev.migrator.internal.schema.TableObject;
import dev.migrator.schema.ColumnName;

/**
 * Finds existing sources of numbers that would repeat numbers of rows, although the
 * catalog does not show it: a table in which others count lacks a row, or a left-over
 * sequence is behind, from before the application counted in a table that is dropped now.
 */
final class RepeatingSources {

	private RepeatingSources() {
	}

	/**
	 * Reads the rows.
	 * @param connection the session, outside of a transaction
	 * @param real the schema of the database
	 * @param numbers the sources of the numbers of columns in the application
	 * @return the same sources, with the columns whose source repeats numbers
	 */
	static NumberSources of(ServerConnection connection, SchemaObjects real, Map<ColumnName, NumberSource> numbers) {
		Set<ColumnName> repeating = new HashSet<>();
		boolean countedInTable = !numbers.isEmpty() && real.all(TableObject.class)
			.stream()
			.anyMatch((table) -> numbers.values().stream().noneMatch((source) -> source.from().equals(table.name()))
					&& GeneratorTable.row(table, real).isPresent());
		numbers.forEach((column, source) -> {
			if (real.has(ObjectId.column(column)) && (countedInTable || source instanceof NumberSource.OfRow)
					&& repeats(connection, real, source, column)) {
				repeating.add(column);
			}
		});
		return new NumberSources(numbers, repeating);
	}

	private static boolean repeats(ServerConnection connection, SchemaObjects real, NumberSource source,
			ColumnName column) {
		if (source instanceof NumberSource.OfRow it) {
			return real.has(ObjectId.table(it.from())) && RepeatedNumbers.isMissing(connection, it.row(), column);
		}
		return real.get(ObjectId.sequence(source.from())) instanceof SequenceObject there
				&& RepeatedNumbers.isBehindRows(connection,
						new NumberCounter.OfSequence(source.from(), there.sequence().options(), false), column);
	}

}
