package dev.migrator.internal.autogenerate.situation;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import dev.migrator.internal.dialect.value.NumberCounter;
import dev.migrator.internal.schema.ColumnObject;
import dev.migrator.internal.schema.ConstraintObject;
import dev.migrator.internal.schema.SchemaObjects;
import dev.migrator.internal.schema.TableObject;
import dev.migrator.schema.BuiltIn;
import dev.migrator.schema.DataType;
import dev.migrator.schema.DataType.BuiltInType;

/**
 * Recognizes a generator table of Hibernate, from which applications take numbers: each
 * row has a text as its key, and a number. Only the rows contain the keys.
 */
public final class GeneratorTable {

	private static final Set<BuiltIn> TEXTS = Set.of(BuiltIn.VARCHAR, BuiltIn.TEXT);

	/** The default allocation size of Hibernate. */
	private static final int STEP = 50;

	private GeneratorTable() {
	}

	/**
	 * Returns a row of a table that looks like a generator table.
	 * @param table the table
	 * @param side the schema that contains it
	 * @return a row with an ellipsis for the key, or empty if it is another table
	 */
	public static Optional<NumberCounter.OfRow> row(TableObject table, SchemaObjects side) {
		List<ColumnObject> columns = side.partsOf(table.id(), ColumnObject.class);
		if (columns.size() != 2) {
			return Optional.empty();
		}
		boolean keyFirst = isText(columns.get(0).type());
		ColumnObject key = columns.get(keyFirst ? 0 : 1);
		ColumnObject number = columns.get(keyFirst ? 1 : 0);
		boolean isKey = side.partsOf(table.id(), ConstraintObject.class)
			.stream()
			.anyMatch((part) -> part.constraint().rank() == 0
					&& part.constraint().keyColumns().equals(List.of(key.id().name())));
		return (isKey && isText(key.type()) && Situation.NUMBERS.contains(number.type()))
				? Optional.of(new NumberCounter.OfRow(table.name(), key.id().name(), "...", number.id().name(), STEP))
				: Optional.empty();
	}

	private static boolean isText(DataType type) {
		return type instanceof BuiltInType builtIn && TEXTS.contains(builtIn.type());
	}

}
