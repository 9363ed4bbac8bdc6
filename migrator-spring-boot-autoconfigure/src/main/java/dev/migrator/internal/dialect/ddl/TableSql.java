package dev.migrator.internal.dialect.ddl;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import dev.migrator.internal.dialect.lexer.NameSql;
import dev.migrator.operation.ConstraintDirective.AddConstraint;
import dev.migrator.operation.TableDirective.CreateTable;
import dev.migrator.operation.TableDirective.DropTable;
import dev.migrator.schema.element.Constraint;
import dev.migrator.schema.element.Table;

/**
 * Writes tables.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-createtable.html">CREATE
 * TABLE</a>
 */
final class TableSql {

	private TableSql() {
	}

	static List<String> create(CreateTable create) {
		Table table = create.table();
		List<Constraint> redundant = create.ifNotExists() ? List.of() : redundant(table);
		List<String> statements = new ArrayList<>();
		statements.add("CREATE " + (table.unlogged() ? "UNLOGGED " : "") + "TABLE "
				+ (create.ifNotExists() ? "IF NOT EXISTS " : "") + NameSql.of(table.name()) + " ("
				+ body(table, redundant) + ")" + partitioning(table));
		redundant.forEach((key) -> statements.addAll(ConstraintSql.add(new AddConstraint(table.name(), key, false))));
		table.indexes().forEach((index) -> statements.add(IndexSql.create(index, false, create.ifNotExists())));
		statements.addAll(CommentSql.ofTable(table));
		return statements;
	}

	private static String body(Table table, List<Constraint> redundant) {
		List<String> lines = Stream
			.concat(table.columns().stream().map(ColumnSql::definition),
					table.constraints()
						.stream()
						.filter((constraint) -> !redundant.contains(constraint))
						.map(ConstraintSql::of))
			.toList();
		return lines.isEmpty() ? "" : "\n    " + String.join(",\n    ", lines) + "\n";
	}

	/**
	 * Returns the keys that CREATE TABLE would silently leave out, because another key
	 * has the same columns.
	 */
	private static List<Constraint> redundant(Table table) {
		Set<List<String>> keys = new HashSet<>();
		return table.constraints()
			.stream()
			.sorted(Comparator.comparingInt(Constraint::rank))
			.filter((constraint) -> !constraint.keyColumns().isEmpty() && !keys.add(constraint.keyColumns()))
			.toList();
	}

	private static String partitioning(Table table) {
		String by = table.partitionBy();
		return (by != null) ? " PARTITION BY " + SqlFragment.of(by) : "";
	}

	static List<String> drop(DropTable drop) {
		return List.of("DROP TABLE " + ObjectSql.toDrop(drop.ifExists(), NameSql.of(drop.name()), drop.cascade()));
	}

}
