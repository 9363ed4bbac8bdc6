package dev.migrator.schema.object;

import java.util.ArrayList;
import java.util.List;

import dev.migrator.schema.Column;
import dev.migrator.schema.ColumnName;
import dev.migrator.schema.Constraint;
import dev.migrator.schema.ObjectName;
import dev.migrator.schema.Table;
import org.jspecify.annotations.Nullable;

/**
 * Takes tables and columns to pieces.
 */
final class TablePieces {

	private final ObjectName table;

	private final List<String> primaryKey;

	private final List<SchemaObject> objects = new ArrayList<>();

	private TablePieces(ObjectName table, List<String> primaryKey) {
		this.table = table;
		this.primaryKey = primaryKey;
	}

	static List<SchemaObject> of(Table table) {
		TablePieces pieces = new TablePieces(table.name(),
				table.primaryKey().map(Constraint::keyColumns).orElse(List.of()));
		pieces.objects.add(new TableObject(table.name(), table.unlogged(), table.partitionBy()));
		table.columns().forEach(pieces::add);
		table.constraints().forEach((constraint) -> pieces.objects.add(new ConstraintObject(table.name(), constraint)));
		table.indexes().forEach((index) -> pieces.objects.add(new IndexObject(index)));
		pieces.comment(ObjectId.table(table.name()), table.comment());
		return pieces.objects;
	}

	static List<SchemaObject> of(ObjectName table, Column column) {
		TablePieces pieces = new TablePieces(table, List.of());
		pieces.add(column);
		return pieces.objects;
	}

	private void add(Column column) {
		ColumnName name = new ColumnName(this.table, column.name());
		this.objects.add(new ColumnObject(name, this.objects.size(), column.type(), column.nullable(),
				this.primaryKey.contains(column.name()), column.generated(), column.collation()));
		if (column.defaultValue() != null) {
			this.objects.add(new DefaultObject(name, column.defaultValue()));
		}
		if (column.identity() != null) {
			this.objects.add(new IdentityObject(name, column.identity(), column.type()));
		}
		comment(ObjectId.column(name), column.comment());
	}

	private void comment(ObjectId of, @Nullable String text) {
		if (text != null) {
			this.objects.add(new CommentObject(of, text));
		}
	}

}
