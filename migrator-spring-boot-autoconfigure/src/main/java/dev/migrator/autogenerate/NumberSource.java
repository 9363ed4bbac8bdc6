package dev.migrator.autogenerate;

import dev.migrator.internal.dialect.value.NumberCounter;
import dev.migrator.schema.ObjectName;

/**
 * The source from which an application takes the numbers of a column, if the column has
 * no default for that: a sequence, or a row of a table.
 */
public sealed interface NumberSource {

	/**
	 * Returns the sequence or the table.
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
