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
import dev.migrator.schema.ArrayType;
import dev.migrator.schema.ObjectName;
import dev.migrator.schema.element.Check;
import dev.migrator.schema.element.EnumType;
import org.jspecify.annotations.Nullable;

/**
 * Tells the author what becomes of values where an enum that was kept by name is kept by
 * number from now on, or the other way round: no conversion of PostgreSQL makes the one
 * of the other. Where it is kept by name in another type, names may be missing there. The
 * checks of the column, or its enum type, say what the constants are.
 */
final class EnumConstants {

	private static final String ORDER = "TODO: the values stand for the constants of an enum, which PostgreSQL cannot convert; "
			+ "if their order is this, say\nUSING %s";

	private static final String OPEN = "TODO: the values stand for the constants of an enum, which PostgreSQL cannot convert; "
			+ "say which is which:\nUSING %s";

	private static final String GONE = "TODO: rows that have %s fail this or the check behind it; say what they get instead:\nUSING %s";

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
		if (from == null || others == null || (from.numbers() && others.numbers())) {
			return null;
		}
		if (from.numbers() == others.numbers()) {
			return names(was, from, to, others);
		}
		// the order of the values of an enum type need not be that of the constants
		boolean known = from.values().size() == others.values().size() && was.userType().isEmpty()
				&& to.userType().isEmpty();
		return (known ? ORDER : OPEN).formatted(AdvisedSql.constants(from, others, known, to.userType().orElse(null)));
	}

	/**
	 * Names stay what they are, but for those that there are no more. Where the type
	 * stays too, the check says it.
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
