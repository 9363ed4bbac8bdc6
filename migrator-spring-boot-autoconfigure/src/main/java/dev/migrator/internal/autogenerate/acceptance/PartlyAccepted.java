package dev.migrator.internal.autogenerate.acceptance;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.migrator.internal.autogenerate.situation.Difference;
import dev.migrator.internal.schema.ColumnObject;
import dev.migrator.internal.schema.EnumObject;
import dev.migrator.internal.schema.SchemaObject;
import dev.migrator.operation.ColumnDirective.AlterColumnType;
import dev.migrator.operation.ColumnValueDirective.DropExpression;
import dev.migrator.operation.EnumDirective.AddEnumValue;
import dev.migrator.operation.Operation;
import dev.migrator.schema.element.EnumType;

/**
 * An object that differs in several ways, of which only some are accepted.
 */
final class PartlyAccepted {

	private PartlyAccepted() {
	}

	/**
	 * Returns the object without the accepted changes.
	 * @param difference the whole difference
	 * @param accepted the accepted lines
	 * @return the object; empty if its changes cannot be made without each other
	 */
	static Optional<SchemaObject> of(Difference.Altered difference, List<DetectedLine> accepted) {
		List<Operation> operations = accepted.stream().map(DetectedLine::operation).toList();
		if (difference.was() instanceof ColumnObject was && difference.object() instanceof ColumnObject to) {
			return Optional.of(column(was, to, operations));
		}
		return (difference.object() instanceof EnumObject to
				&& operations.stream().allMatch(AddEnumValue.class::isInstance)) ? Optional.of(type(to, operations))
						: Optional.empty();
	}

	/**
	 * Returns whether a column accepts NULL, or does not, as it did before.
	 */
	static boolean leavesNull(ColumnObject was, ColumnObject to, SchemaObject instead) {
		return was.takesNull() != to.takesNull() && ((ColumnObject) instead).takesNull() == was.takesNull();
	}

	/**
	 * Returns whether a column goes on to accept NULL although it is not to.
	 */
	static boolean leavesNullable(ColumnObject was, ColumnObject to, SchemaObject instead) {
		return was.takesNull() && !to.takesNull() && ((ColumnObject) instead).takesNull();
	}

	private static ColumnObject column(ColumnObject was, ColumnObject to, List<Operation> accepted) {
		Predicate<Operation> typed = AlterColumnType.class::isInstance;
		Predicate<Operation> computed = DropExpression.class::isInstance;
		ColumnObject type = accepted.stream().anyMatch(typed) ? was : to;
		ColumnObject generated = accepted.stream().anyMatch(computed) ? was : to;
		ColumnObject nullable = accepted.stream().anyMatch(typed.or(computed).negate()) ? was : to;
		return new ColumnObject(to.id(), to.position(), type.type(), nullable.nullable(), to.inPrimaryKey(),
				generated.generated(), type.collation());
	}

	private static EnumObject type(EnumObject to, List<Operation> accepted) {
		Set<String> values = accepted.stream()
			.flatMap((operation) -> (operation instanceof AddEnumValue add) ? Stream.of(add.value()) : Stream.empty())
			.collect(Collectors.toSet());
		EnumType type = to.type();
		return new EnumObject(
				new EnumType(type.name(), type.values().stream().filter((value) -> !values.contains(value)).toList()));
	}

}
