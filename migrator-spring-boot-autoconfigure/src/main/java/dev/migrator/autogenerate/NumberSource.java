package dev.migrator.autogenerate;

import dev.migrator.internal.dialect.value.NumberCounter;
import dev.migrator.schema.ObjectName;

/**
 * The source an application takes the numbers of a column from, where no default of the
 * column says it: a sequence, or a row of a table.
 */
public sealed interface NumberSource {

	/**
	 * The sequence or the table.
	 */
	ObjectName from();

	/**
	 * A sequence.
	 *
	 * @param from its name
	 */
	record OfSequence(ObjectName from) implements NumberSource {

	}

	/**
	 * A row of a table.
	 *
	 * @param row the row
	 */
	record OfRow(NumberCounter.OfRow row) implements NumberSource {

		@Override
		public ObjectName from() {
			return this.row.table();
		}

	}

}
