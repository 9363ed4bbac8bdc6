package dev.migrator.autogenerate.rule;

import java.util.Optional;
import java.util.stream.Stream;

import dev.migrator.dialect.AdvisedSql;
import dev.migrator.dialect.CheckedValues;
import dev.migrator.schema.ArrayType;
import dev.migrator.schema.Check;
import dev.migrator.schema.EnumType;
import dev.migrator.schema.ObjectName;
import dev.migrator.schema.object.ColumnObject;
import dev.migrator.schema.object.ConstraintObject;
import dev.migrator.schema.object.EnumObject;
import dev.migrator.schema.object.ObjectId;
import dev.migrator.schema.object.SchemaObjects;
import org.jspecify.annotations.Nullable;

/**
 * What the author has to know where an enum that was kept by name is kept by number from
 * now on, or the other way round. No conversion of PostgreSQL makes the one of the other;
 * the checks of the column, or its enum type, say what the constants are.
 */
final class EnumConstants {

	private static final String ORDER = "TODO: the values stand for the constants of an enum, which PostgreSQL cannot convert; "
			+ "if their order is this, say\nUSING %s";

	private static final String OPEN = "TODO: the values stand for the constants of an enum, which PostgreSQL cannot convert; "
			+ "say which is which:\nUSING %s";

	private EnumConstants() {
	}

	/**
	 * Says it of a column that gets another type.
	 * @param was the column
	 * @param before where it is as it was
	 * @param to the column as it is to be
	 * @param then where it is that
	 * @return what to write, or {@code null} if it is not such a column
	 */
	static @Nullable String remark(ColumnObject was, SchemaObjects before, ColumnObject to, SchemaObjects then) {
		CheckedValues from = constants(was, before).orElse(null);
		CheckedValues others = constants(to, then).orElse(null);
		if (from == null || others == null || from.numbers() == others.numbers()) {
			return null;
		}
		// the order of the values of an enum type need not be that of the constants
		boolean known = from.values().size() == others.values().size() && was.userType().isEmpty()
				&& to.userType().isEmpty();
		return (known ? ORDER : OPEN).formatted(AdvisedSql.constants(from, others, known, to.userType().orElse(null)));
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
