package dev.migrator.internal.schema;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;

import dev.migrator.schema.Expression;
import dev.migrator.schema.Identity;
import dev.migrator.schema.element.Column;
import dev.migrator.schema.element.Constraint;
import dev.migrator.schema.element.Index;
import dev.migrator.schema.element.Table;
import org.jspecify.annotations.Nullable;

/**
 * Assembles a table from its objects.
 */
final class TableView {

	private final List<Constraint> constraints = new ArrayList<>();

	private final List<Index> indexes = new ArrayList<>();

	private final List<ColumnObject> columns = new ArrayList<>();

	private final Map<ObjectId, Expression> defaults = new HashMap<>();

	private final Map<ObjectId, Identity> identities = new HashMap<>();

	private final Map<ObjectId, String> comments = new HashMap<>();

	private @Nullable TableObject table;

	private TableView() {
	}

	/**
	 * @param objects the objects of a table
	 * @param taken whether an object is included; the table itself always is
	 */
	static Table of(List<SchemaObject> objects, Predicate<SchemaObject> taken) {
		TableView view = new TableView();
		objects.stream().filter((object) -> object instanceof TableObject || taken.test(object)).forEach(view::add);
		return view.table();
	}

	/**
	 * @param objects the objects of a column
	 * @param taken whether an object is included; the column itself always is
	 */
	static Column column(List<SchemaObject> objects, Predicate<SchemaObject> taken) {
		TableView view = new TableView();
		objects.stream().filter((object) -> object instanceof ColumnObject || taken.test(object)).forEach(view::add);
		return view.column(view.columns.get(0));
	}

	private void add(SchemaObject object) {
		if (object instanceof TableObject it) {
			this.table = it;
		}
		else if (object instanceof ColumnObject column) {
			this.columns.add(column);
		}
		else if (object instanceof DefaultObject value) {
			this.defaults.put(value.parent(), value.value());
		}
		else if (object instanceof IdentityObject identity) {
			this.identities.put(identity.parent(), identity.identity());
		}
		else if (object instanceof ConstraintObject constraint) {
			this.constraints.add(constraint.constraint());
		}
		else if (object instanceof IndexObject index) {
			this.indexes.add(index.index());
		}
		else if (object instanceof CommentObject comment) {
			this.comments.put(comment.of(), comment.text());
		}
	}

	private Table table() {
		TableObject it = Objects.requireNonNull(this.table);
		return new Table(it.name(), this.columns.stream().map(this::column).toList(), this.constraints, this.indexes,
				it.unlogged(), it.partitionBy(), this.comments.get(it.id()));
	}

	private Column column(ColumnObject column) {
		ObjectId id = column.id();
		return new Column(id.name(), column.type(), column.nullable(), this.defaults.get(id), this.identities.get(id),
				column.generated(), column.collation(), this.comments.get(id));
	}

}
