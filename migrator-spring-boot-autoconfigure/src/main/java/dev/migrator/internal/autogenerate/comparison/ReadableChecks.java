package dev.migrator.internal.autogenerate.comparison;

import java.util.List;
import java.util.function.Function;

import dev.migrator.autogenerate.Change;
import dev.migrator.internal.dialect.text.ValueList;
import dev.migrator.internal.schema.ColumnObject;
import dev.migrator.internal.schema.ObjectId;
import dev.migrator.internal.schema.SchemaObjects;
import dev.migrator.operation.ConstraintDirective.AddConstraint;
import dev.migrator.operation.ConstraintDirective.DropConstraint;
import dev.migrator.operation.Operation;
import dev.migrator.operation.TableDirective.CreateTable;
import dev.migrator.operation.TableDirective.DropTable;
import dev.migrator.schema.DataType;
import dev.migrator.schema.ObjectName;
import dev.migrator.schema.element.Check;
import dev.migrator.schema.element.Column;
import dev.migrator.schema.element.Constraint;
import dev.migrator.schema.element.Table;
import org.jspecify.annotations.Nullable;

/**
 * Writes checks of lists of values as a person would: existing ones are in the words of
 * PostgreSQL. The words depend on the type of the column.
 */
final class ReadableChecks {

	private final SchemaObjects before;

	private final SchemaObjects then;

	ReadableChecks(SchemaObjects before, SchemaObjects then) {
		this.before = before;
		this.then = then;
	}

	Change of(Change change) {
		List<Operation> undo = change.undo();
		return change.toBuilder()
			.operation(of(change.operation()))
			.undo((undo != null) ? undo.stream().map(this::of).toList() : null)
			.build();
	}

	private Operation of(Operation operation) {
		if (operation instanceof AddConstraint add && add.constraint() instanceof Check check) {
			return new AddConstraint(add.table(), readable(check, add.table()), add.notValid());
		}
		if (operation instanceof DropConstraint drop && drop.was() instanceof Check check) {
			return new DropConstraint(drop.table(), drop.name(), readable(check, drop.table()), drop.wasNotValid(),
					drop.ifExists(), drop.cascade());
		}
		if (operation instanceof CreateTable create) {
			return new CreateTable(of(create.table()), create.ifNotExists());
		}
		return (operation instanceof DropTable drop && drop.was() != null)
				? new DropTable(drop.name(), of(drop.was()), drop.ifExists(), drop.cascade()) : operation;
	}

	private static Table of(Table table) {
		Function<String, @Nullable DataType> types = (name) -> table.columns()
			.stream()
			.filter((column) -> column.name().equals(name))
			.map(Column::type)
			.findFirst()
			.orElse(null);
		List<Constraint> constraints = table.constraints()
			.stream()
			.map((constraint) -> (constraint instanceof Check check) ? readable(check, types) : constraint)
			.toList();
		return new Table(table.name(), table.columns(), constraints, table.indexes(), table.unlogged(),
				table.partitionBy(), table.comment());
	}

	/**
	 * Writes a check in words for the type that a column has, or for the one that it
	 * gets: a restored check may be in those of the other type.
	 */
	private Constraint readable(Check check, ObjectName table) {
		Constraint readable = readable(check, types(this.before, table));
		return readable.equals(check) ? readable(check, types(this.then, table)) : readable;
	}

	private static Constraint readable(Check check, Function<String, @Nullable DataType> types) {
		return new Check(check.name(), ValueList.readable(check.condition(), types), check.noInherit(),
				check.validity());
	}

	private static Function<String, @Nullable DataType> types(SchemaObjects side, ObjectName table) {
		return (name) -> type(side, ObjectId.column(table, name));
	}

	private static @Nullable DataType type(SchemaObjects side, ObjectId column) {
		return (side.get(column) instanceof ColumnObject object) ? object.type().plain() : null;
	}

}
