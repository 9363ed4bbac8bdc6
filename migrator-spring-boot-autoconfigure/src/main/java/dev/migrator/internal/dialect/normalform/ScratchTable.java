package dev.migrator.internal.dialect.normalform;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import dev.migrator.internal.dialect.ddl.DirectiveSql;
import dev.migrator.operation.ColumnDirective.AddColumn;
import dev.migrator.operation.ConstraintDirective.AddConstraint;
import dev.migrator.operation.IndexDirective.CreateIndex;
import dev.migrator.operation.TableDirective.CreateTable;
import dev.migrator.schema.Expression;
import dev.migrator.schema.Expression.SqlExpression;
import dev.migrator.schema.Generated;
import dev.migrator.schema.ObjectName;
import dev.migrator.schema.Validity;
import dev.migrator.schema.element.Column;
import dev.migrator.schema.element.Constraint;
import dev.migrator.schema.element.Index;
import dev.migrator.schema.element.Renaming;
import dev.migrator.schema.element.Sequence;
import dev.migrator.schema.element.Table;
import org.jspecify.annotations.Nullable;

/**
 * Creates a wanted table as a temporary one. Its constraints and indexes get other names,
 * because the names of several schemas could be equal.
 */
final class ScratchTable {

	private final Table wanted;

	private final ScratchObjects objects;

	private final ObjectName name;

	private final Map<String, String> names = new HashMap<>();

	private final List<Constraint> constraints = new ArrayList<>();

	private final List<Index> indexes = new ArrayList<>();

	/**
	 * @param nameTaken whether another object has the table's name, to which expressions
	 * refer
	 */
	ScratchTable(Table wanted, boolean nameTaken, ScratchObjects objects) {
		this.wanted = wanted;
		this.objects = objects;
		this.name = new ObjectName(ScratchPath.SCHEMA, nameTaken ? objects.newName() : wanted.name().name());
		wanted.constraints()
			.stream()
			.filter((constraint) -> !constraint.isReference())
			.forEach((constraint) -> this.constraints.add(scratch(constraint)));
		wanted.indexes().forEach((index) -> this.indexes.add(scratch(index)));
	}

	private Constraint scratch(Constraint constraint) {
		return constraint.holdingFor(Validity.VALID)
			.named(newName(constraint.name()))
			.renamed(this.wanted.name(), Renaming.spelling(this.objects::scratch));
	}

	private Index scratch(Index index) {
		return index.named(newName(index.name()))
			.renamed(Renaming.spelling(this.objects::scratch))
			.on(this.name)
			.in(null);
	}

	private String newName(String name) {
		String scratch = this.objects.newName();
		this.names.put(scratch, name);
		return scratch;
	}

	String name() {
		return this.name.name();
	}

	ObjectName wantedName() {
		return this.wanted.name();
	}

	/**
	 * Returns the wanted table as it was read back.
	 */
	WantedTable readBack(Table read, List<Sequence> sequences) {
		return new WantedTable(this.wanted, this.names, this.objects, read, sequences);
	}

	/**
	 * Returns whether a default contains a text.
	 */
	boolean mentions(String text) {
		return this.wanted.columns()
			.stream()
			.anyMatch((column) -> column.defaultValue() instanceof SqlExpression sql && sql.sql().contains(text));
	}

	/**
	 * Returns statements that create the whole table.
	 */
	String create() {
		List<Column> columns = this.wanted.columns().stream().map(this::scratch).toList();
		return DirectiveSql.inTransaction(create(columns, this.constraints, this.indexes, this.wanted.partitionBy()))
			.source()
			.text() + "\n";
	}

	private CreateTable create(List<Column> columns, List<Constraint> constraints, List<Index> indexes,
			@Nullable String partitionBy) {
		return new CreateTable(new Table(this.name, columns, constraints, indexes, false, partitionBy, null), false);
	}

	private Column scratch(Column column) {
		Expression value = column.defaultValue();
		Generated generated = column.generated();
		return new Column(column.name(), this.objects.scratch(column.type()), column.nullable(),
				(value != null) ? this.objects.scratch(value) : null, column.identity(), (generated != null)
						? new Generated(this.objects.scratch(generated.expression()), generated.stored()) : null,
				column.collation(), null);
	}

	/**
	 * Returns the parts that create the table one by one, without the partition key.
	 */
	List<ScratchPiece> pieces() {
		List<ScratchPiece> pieces = new ArrayList<>();
		pieces.add(new ScratchPiece("", create(List.of(), List.of(), List.of(), null), null));
		ObjectName table = this.wanted.name();
		Stream
			.concat(this.wanted.columns().stream().filter((column) -> column.generated() == null),
					this.wanted.columns().stream().filter((column) -> column.generated() != null))
			.forEach((column) -> pieces.add(new ScratchPiece("column \"" + column.name() + '"',
					new AddColumn(this.name, scratch(column), false), new AddColumn(table, column, false))));
		this.wanted.constraints()
			.stream()
			.filter((constraint) -> !constraint.isReference())
			.forEach((constraint) -> pieces.add(new ScratchPiece("constraint \"" + constraint.name() + '"',
					new AddConstraint(this.name, scratch(constraint), false),
					new AddConstraint(table, constraint, false))));
		this.wanted.indexes()
			.forEach((index) -> pieces.add(new ScratchPiece("index \"" + index.name() + '"',
					new CreateIndex(scratch(index), false, false), new CreateIndex(index.in(null), false, false))));
		return pieces;
	}

}
