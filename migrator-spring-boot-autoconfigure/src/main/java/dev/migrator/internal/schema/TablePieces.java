package dev.migrator.internal.schema;

import java.util.ArrayList;
import java.util.List;

import dev.migrator.schema.ObjectName;
import dev.migrator.schema.element.Column;
import dev.migrator.schema.element.Constraint;
import dev.migrator.schema.element.Index;
import dev.migrator.schema.element.Table;
import org.jspecify.annotations.Nullable;

/**
 * Splits tables and columns into objects.
 */
public final class TablePieces {

	private final ObjectId table;

	private final List<String> primaryKey;

	private final List<SchemaObject> objects = new ArrayList<>();

	private TablePieces(ObjectId table, List<String> primaryKey) {
		this.table = table;
		this.primaryKey = primaryKey;
	}

	/**
	 * Returns the objects of a table.
	 * @param table the table
	 * @return the objects, the table itself first
	 */
	public static List<SchemaObject> of(Table table) {
		TablePieces pieces = new TablePieces(ObjectId.table(table.name()),
				table.primaryKey().map(Constraint::keyColumns).orElse(List.of()));
		pieces.objects.add(new TableObject(table.name(), table.unlogged(), table.partitionBy()));
		table.columns().forEach(pieces::add);
		table.constraints().forEach((constraint) -> pieces.objects.add(new ConstraintObject(table.name(), constraint)));
		table.indexes().forEach((index) -> pieces.objects.add(new IndexObject(index)));
		pieces.comment(pieces.table, table.comment());
		pieces.objects.addAll(settings(table));
		return pieces.objects;
	}

	/**
	 * Returns the settings in the definitions of a table and its indexes. A partitioned
	 * table stores nothing itself, and the settings of its indexes cannot be changed.
	 */
	static List<SettingObject> settings(Table table) {
		if (table.partitionBy() != null) {
			return List.of();
		}
		List<SettingObject> settings = new ArrayList<>(0);
		if (table.unlogged()) {
			settings.add(new SettingObject(Setting.ofLog(table.name()), Setting.UNLOGGED));
		}
		for (Index index : table.indexes()) {
			ObjectName name = index.qualifiedName();
			index.with()
				.forEach((parameter, value) -> settings.add(new SettingObject(Setting.ofIndex(name, parameter), value,
						table.name(), ObjectId.index(name))));
		}
		return settings;
	}

	/**
	 * Returns the objects of a column.
	 * @param table its table
	 * @param column the column
	 * @return the objects, the column itself first
	 */
	public static List<SchemaObject> of(ObjectName table, Column column) {
		TablePieces pieces = new TablePieces(ObjectId.table(table), List.of());
		pieces.add(column);
		return pieces.objects;
	}

	private void add(Column column) {
		ObjectId id = ObjectId.column(this.table, column.name());
		this.objects.add(new ColumnObject(id, this.objects.size(), column.type(), column.nullable(),
				this.primaryKey.contains(column.name()), column.generated(), column.collation()));
		if (column.defaultValue() != null) {
			this.objects.add(new DefaultObject(id.columnName(), column.defaultValue()));
		}
		if (column.identity() != null) {
			this.objects.add(new IdentityObject(id.columnName(), column.identity(), column.type()));
		}
		comment(id, column.comment());
	}

	private void comment(ObjectId of, @Nullable String text) {
		if (text != null) {
			this.objects.add(new CommentObject(of, text));
		}
	}

}
