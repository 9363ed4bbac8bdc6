package dev.migrator.internal.autogenerate.rule;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import dev.migrator.internal.dialect.ddl.AdvisedSql;
import dev.migrator.internal.dialect.text.CheckedValues;
import dev.migrator.internal.schema.ColumnObject;
import dev.migrator.internal.schema.ConstraintObject;
import dev.migrator.internal.schema.EnumObject;
import dev.migrator.internal.schema.ObjectId;
import dev.migrator.internal.schema.SchemaObjects;
import dev.migrator.schema.DataType.ArrayType;
import dev.migrator.schema.ObjectName;
import dev.migrator.schema.element.Check;
import dev.migrator.schema.element.EnumType;
import org.jspecify.annotations.Nullable;

/**
 * Writes a remark for a column of an enum that changes from names to numbers, or the
 * other way round: PostgreSQL cannot convert between them. If the names are stored in
 * another type, some may be missing there. The constants are read from the checks of the
 * column, or from its enum type.
 */
final class EnumConstants {

	private static final String ORDER = "TODO: the values represent the constants of an enum, and PostgreSQL cannot convert them; "
			+ "if this order is correct, write\nUSING %s";

	private static final String OPEN = "TODO: the values represent the constants of an enum, and PostgreSQL cannot convert them; "
			+ "write the new value of each:\nUSING %s";

	private static final String GONE = "TODO: this or the check after it fails if rows have %s; write their new value:\nUSING %s";

	private EnumConstants() {
	}

	/**
	 * Writes the remark for a column that changes its type.
	 * @param was the column
	 * @param before the schema before
	 * @param to the new column
	 * @param then the schema after
	 * @return the remark, or {@code null} if it is not such a column
	 */
	static @Nullable String remark(ColumnObject was, SchemaObjects before, ColumnObject to, SchemaObjects then) {
		CheckedValues from = constants(was, before).orElse(null);
		CheckedValues others = constants(to, then).orElse(null);
		if (from == null || others == null || (from.numbers() && others.numbers())) {
			return null;
		}
		if (from.numbers() == others.numbers()) {
			return names(was, from, to, others);
		}
		// The order of the values of an enum type may differ from that of the constants.
		boolean known = from.values().size() == others.values().size() && was.userType().isEmpty()
				&& to.userType().isEmpty();
		return (known ? ORDER : OPEN).formatted(AdvisedSql.constants(from, others, known, to.userType().orElse(null)));
	}

	/**
	 * Writes the remark for names that do not exist any more; the other names stay. If
	 * the type stays too, the remark is at the check.
	 */
	private static @Nullable String names(ColumnObject was, CheckedValues from, ColumnObject to, CheckedValues others) {
		List<String> gone = from.without(others);
		boolean sameType = was.userType().isEmpty() && was.type().plain().equals(to.type().plain());
		return (gone.isEmpty() || sameType) ? null : GONE.formatted(String.join(", ", gone),
				AdvisedSql.names(to.name().column(), gone, to.userType().orElse(null)));
	}

	private static Optional<CheckedValues> constants(ColumnObject column, SchemaObjects side) {
		ObjectName type = column.userType().orElse(null);
		if (type != null) {
			return (side.get(ObjectId.type(type)) instanceof EnumObject object && !(column.type() instanceof ArrayType))
					? Optional.of(constants(column, object.type())) : Optional.empty();
		}
		return side.partsOf(column.parent(), ConstraintObject.class)
			.stream()
			.flatMap((key) -> (key.constraint() instanceof Check check) ? CheckedValues.of(check.condition()).stream()
					: Stream.empty())
			.filter((values) -> values.column().equals(column.name().column()))
			.findFirst();
	}

	private static CheckedValues constants(ColumnObject column, EnumType type) {
		return new CheckedValues(column.name().column(), type.values(), false);
	}

}
