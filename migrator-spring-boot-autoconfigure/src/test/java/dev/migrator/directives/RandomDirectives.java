package dev.migrator.directives;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

import dev.migrator.operation.ColumnDirective.AddColumn;
import dev.migrator.operation.ColumnDirective.AlterColumnType;
import dev.migrator.operation.ColumnDirective.DropColumn;
import dev.migrator.operation.ColumnDirective.DropNotNull;
import dev.migrator.operation.ColumnDirective.RenameColumn;
import dev.migrator.operation.ColumnDirective.SetNotNull;
import dev.migrator.operation.ColumnValueDirective.AlterColumnDefault;
import dev.migrator.operation.CommentTarget;
import dev.migrator.operation.ConstraintDirective.AddConstraint;
import dev.migrator.operation.ConstraintDirective.DropConstraint;
import dev.migrator.operation.Directive;
import dev.migrator.operation.EnumDirective.CreateEnum;
import dev.migrator.operation.EnumDirective.RenameEnumValue;
import dev.migrator.operation.Existing;
import dev.migrator.operation.IndexDirective.CreateIndex;
import dev.migrator.operation.IndexDirective.DropIndex;
import dev.migrator.operation.ObjectDirective.RenameObject;
import dev.migrator.operation.ObjectDirective.SetComment;
import dev.migrator.operation.ObjectKind;
import dev.migrator.operation.SequenceDirective.CreateSequence;
import dev.migrator.operation.TableDirective.CreateTable;
import dev.migrator.operation.TableDirective.DropTable;
import dev.migrator.operation.ViewDirective.CreateView;
import dev.migrator.schema.ColumnName;
import dev.migrator.schema.DataType;
import dev.migrator.schema.Deferral;
import dev.migrator.schema.Expression.Literal;
import dev.migrator.schema.ObjectName;
import dev.migrator.schema.ReferentialAction;
import dev.migrator.schema.SequenceOptions;
import dev.migrator.schema.Types;
import dev.migrator.schema.element.Check;
import dev.migrator.schema.element.Column;
import dev.migrator.schema.element.Constraint;
import dev.migrator.schema.element.EnumType;
import dev.migrator.schema.element.ForeignKey;
import dev.migrator.schema.element.Index;
import dev.migrator.schema.element.IndexKey;
import dev.migrator.schema.element.PrimaryKey;
import dev.migrator.schema.element.Sequence;
import dev.migrator.schema.element.Table;
import dev.migrator.schema.element.Unique;
import dev.migrator.schema.element.View;

/**
 * Directives at random that can be run one after the other: knows the schema that those
 * before have made, and says all that their reverse needs. Each number is a directive.
 */
final class RandomDirectives {

	private static final List<DataType> TYPES = List.of(Types.integer(), Types.bigint(), Types.text(),
			Types.varchar(20), Types.numeric(8, 2), Types.timestamptz(), Types.uuid(), Types.array(Types.text()),
			Types.jsonb());

	private final List<Directive> directives = new ArrayList<>();

	private final Map<ObjectName, Table> tables = new LinkedHashMap<>();

	/** Tables and columns that something else needs as they are. */
	private final Set<ObjectName> needed = new LinkedHashSet<>();

	private Random random = new Random(0);

	private int names;

	static List<Directive> of(List<Integer> numbers) {
		RandomDirectives directives = new RandomDirectives();
		numbers.forEach(directives::add);
		return directives.directives;
	}

	private void add(int number) {
		this.random = new Random(number);
		if (this.tables.isEmpty()) {
			createTable();
			return;
		}
		Table table = pick(List.copyOf(this.tables.values()));
		switch (this.random.nextInt(14)) {
			case 0, 1 -> createTable();
			case 2 -> addColumn(table);
			case 3 -> dropColumn(table);
			case 4 -> renameColumn(table);
			case 5 -> renameTable(table);
			case 6 -> dropTable(table);
			case 7 -> addConstraint(table);
			case 8 -> dropConstraint(table);
			case 9 -> createIndex(table);
			case 10 -> dropIndex(table);
			case 11 -> alterColumn(table);
			case 12 -> createEnum(table);
			default -> createView(table);
		}
	}

	private void createTable() {
		ObjectName name = ObjectName.of(name("Table "));
		List<Column> columns = new ArrayList<>();
		columns.add(new Column(name("id"), Types.bigint(), false, null, null, null, null, null));
		int count = this.random.nextInt(4);
		for (int i = 0; i < count; i++) {
			columns.add(column());
		}
		List<Constraint> constraints = new ArrayList<>();
		constraints
			.add(new PrimaryKey(name("key "), List.of(columns.get(0).name()), List.of(), Deferral.NOT_DEFERRABLE));
		put(new Table(name, columns, constraints, List.of(), this.random.nextBoolean(), null,
				this.random.nextBoolean() ? "it's a table" : null));
		this.directives.add(new CreateTable(this.tables.get(name), false));
	}

	private Column column() {
		DataType type = pick(TYPES);
		boolean text = type.equals(Types.text()) || type.equals(Types.varchar(20));
		return new Column(name("c"), type, this.random.nextBoolean(), text ? Literal.of("a 'b'\\") : null, null, null,
				null, this.random.nextBoolean() ? "a\ncomment" : null);
	}

	private void addColumn(Table table) {
		Column column = column();
		this.directives.add(new AddColumn(table.name(), column, false));
		put(table, with(table.columns(), column), table.constraints(), table.indexes());
	}

	private void dropColumn(Table table) {
		Column column = pick(table.columns());
		if (isFree(table, column)) {
			this.directives.add(new DropColumn(table.name(), column.name(), column, false, false));
			put(table, without(table.columns(), column), table.constraints(), table.indexes());
		}
	}

	private void renameColumn(Table table) {
		Column column = pick(table.columns());
		if (isFree(table, column)) {
			Column renamed = new Column(name("Renamed "), column.type(), column.nullable(), column.defaultValue(), null,
					null, null, column.comment());
			this.directives.add(new RenameColumn(table.name(), column.name(), renamed.name()));
			put(table, with(without(table.columns(), column), renamed), table.constraints(), table.indexes());
		}
	}

	private void renameTable(Table table) {
		if (this.needed.contains(table.name()) || !table.indexes().isEmpty()) {
			return;
		}
		ObjectName name = ObjectName.of(name("t"));
		this.directives.add(new RenameObject(ObjectKind.TABLE, table.name(), name.name()));
		this.tables.remove(table.name());
		put(new Table(name, table.columns(), table.constraints(), List.of(), table.unlogged(), null, table.comment()));
	}

	private void dropTable(Table table) {
		if (!this.needed.contains(table.name())) {
			this.directives.add(new DropTable(table.name(), table, false, false));
			this.tables.remove(table.name());
		}
	}

	private void addConstraint(Table table) {
		Column column = pick(table.columns());
		Table other = pick(List.copyOf(this.tables.values()));
		Constraint constraint = switch (this.random.nextInt(3)) {
			case 0 -> new Unique(name("Unique "), List.of(column.name()), List.of(), false,
					this.random.nextBoolean() ? Deferral.INITIALLY_DEFERRED : Deferral.NOT_DEFERRABLE);
			case 1 -> new Check(name("check "), "\"" + column.name() + "\" IS NOT NULL", false);
			default -> new ForeignKey(name("key "), List.of(table.columns().get(0).name()), other.name(),
					List.of(other.columns().get(0).name()), pick(List.of(ReferentialAction.values())),
					ReferentialAction.CASCADE, this.random.nextBoolean(), Deferral.DEFERRABLE);
		};
		if (constraint instanceof ForeignKey
				&& (table.unlogged() != other.unlogged() || table.equals(other) || !canBeReferenced(other))) {
			return;
		}
		if (constraint instanceof ForeignKey) {
			this.needed.add(other.name());
		}
		if (constraint instanceof Unique && column.type().equals(Types.jsonb())) {
			return;
		}
		boolean notValid = !(constraint instanceof Unique) && this.random.nextBoolean();
		this.directives.add(new AddConstraint(table.name(), constraint, notValid));
		if (notValid) {
			// dropped with the table, it would come back as valid
			this.needed.add(table.name());
		}
		put(table, table.columns(), with(table.constraints(), constraint), table.indexes());
	}

	/**
	 * PostgreSQL refuses a reference to what has no key, or only a deferrable one.
	 */
	private static boolean canBeReferenced(Table table) {
		List<String> column = List.of(table.columns().get(0).name());
		return table.constraints()
			.stream()
			.anyMatch((constraint) -> (constraint instanceof PrimaryKey key && key.columns().equals(column))
					|| (constraint instanceof Unique unique && unique.columns().equals(column)
							&& unique.deferral() == Deferral.NOT_DEFERRABLE));
	}

	private void dropConstraint(Table table) {
		Constraint constraint = pick(table.constraints());
		if (!this.needed.contains(table.name())) {
			this.directives.add(new DropConstraint(table.name(), constraint.name(), constraint, false, false, false));
			List<Constraint> left = without(table.constraints(), constraint);
			if (constraint instanceof PrimaryKey) {
				this.needed.add(table.name());
			}
			if (!left.isEmpty()) {
				put(table, table.columns(), left, table.indexes());
			}
			else {
				this.tables.remove(table.name());
			}
		}
	}

	private void createIndex(Table table) {
		Column column = pick(table.columns());
		if (column.type().equals(Types.jsonb())) {
			return;
		}
		IndexKey key = new IndexKey(column.name(), null, null, null,
				this.random.nextBoolean() ? IndexKey.Order.DESC : null, null);
		Index index = new Index(name("Index "), table.name(), List.of(key), this.random.nextBoolean(), false, null,
				List.of(), this.random.nextBoolean() ? "\"" + column.name() + "\" IS NOT NULL" : null, Map.of(), null);
		this.directives.add(new CreateIndex(index, false, false));
		put(table, table.columns(), table.constraints(), with(table.indexes(), index));
	}

	private void dropIndex(Table table) {
		if (!table.indexes().isEmpty()) {
			Index index = pick(table.indexes());
			this.directives.add(new DropIndex(index.qualifiedName(), index, false, false, false));
			put(table, table.columns(), table.constraints(), without(table.indexes(), index));
		}
	}

	private void alterColumn(Table table) {
		Column column = pick(table.columns());
		if (!isFree(table, column)) {
			return;
		}
		ColumnName name = new ColumnName(table.name(), column.name());
		boolean type = column.type().equals(Types.varchar(20));
		Column altered = new Column(column.name(), type ? Types.text() : column.type(), !column.nullable(),
				type ? Literal.of("; DROP") : column.defaultValue(), null, null, null, "new comment");
		if (type) {
			this.directives.add(new AlterColumnDefault(name, null, Existing.known(column.defaultValue())));
			this.directives.add(new AlterColumnType(name, Types.text(), null, null, column.type(), null, null));
			this.directives.add(new AlterColumnDefault(name, altered.defaultValue(), Existing.known(null)));
		}
		this.directives.add(column.nullable() ? new SetNotNull(name) : new DropNotNull(name));
		this.directives
			.add(new SetComment(new CommentTarget.OnColumn(name), altered.comment(), Existing.known(column.comment())));
		put(table, with(without(table.columns(), column), altered), table.constraints(), table.indexes());
	}

	private void createEnum(Table table) {
		EnumType type = new EnumType(ObjectName.of(name("Enum ")), List.of("A", "b'c"));
		this.directives.add(new CreateEnum(type));
		Column column = new Column(name("e"), Types.named(type.name().toString()), true, Literal.of("A"), null, null,
				null, null);
		this.directives.add(new AddColumn(table.name(), column, false));
		this.directives.add(new RenameEnumValue(type.name(), "b'c", "Z"));
		put(table, with(table.columns(), column), table.constraints(), table.indexes());
		this.directives.add(new CreateSequence(new Sequence(ObjectName.of(name("s")), null,
				new SequenceOptions(5L, 10L, null, 5000L, null, true), null), false));
	}

	private void createView(Table table) {
		View view = new View(ObjectName.of(name("View ")),
				"SELECT \"" + table.columns().get(0).name() + "\" FROM \"" + table.name().name() + "\"", List.of(),
				this.random.nextBoolean(), false);
		this.directives.add(new CreateView(view, false, null));
		this.needed.add(table.name());
	}

	private boolean isFree(Table table, Column column) {
		boolean constrained = table.constraints()
			.stream()
			.anyMatch((constraint) -> constraint.toString().contains(column.name()));
		boolean indexed = table.indexes().stream().anyMatch((index) -> index.toString().contains(column.name()));
		return !constrained && !indexed && table.columns().indexOf(column) > 0 && !this.needed.contains(table.name());
	}

	private void put(Table table) {
		this.tables.put(table.name(), table);
	}

	private void put(Table table, List<Column> columns, List<Constraint> constraints, List<Index> indexes) {
		put(new Table(table.name(), columns, constraints, indexes, table.unlogged(), null, table.comment()));
	}

	private String name(String prefix) {
		return prefix + ++this.names + "_";
	}

	private <T> T pick(List<T> list) {
		return list.get(this.random.nextInt(list.size()));
	}

	private static <T> List<T> with(List<? extends T> list, T element) {
		List<T> longer = new ArrayList<>(list);
		longer.add(element);
		return longer;
	}

	private static <T> List<T> without(List<T> list, T element) {
		List<T> shorter = new ArrayList<>(list);
		shorter.remove(element);
		return shorter;
	}

}
