package dev.migrator.internal.autogenerate.order;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import dev.migrator.internal.dialect.text.ExpressionColumns;
import dev.migrator.internal.dialect.text.NextValue;
import dev.migrator.internal.schema.ColumnObject;
import dev.migrator.internal.schema.DefaultObject;
import dev.migrator.internal.schema.DomainObject;
import dev.migrator.internal.schema.KeyObject;
import dev.migrator.internal.schema.ObjectId;
import dev.migrator.internal.schema.SchemaObject;
import dev.migrator.internal.schema.SequenceObject;
import dev.migrator.internal.schema.SettingObject;
import dev.migrator.schema.Expression;
import dev.migrator.schema.ObjectName;
import org.jspecify.annotations.Nullable;

/**
 * Reads the needs of objects that their attributes do not name: the objects that their
 * SQL mentions, and the keys that foreign keys reference.
 */
public final class NeedsReader {

	private final Function<ObjectName, Set<String>> columnsOf;

	private final Map<ObjectName, Set<String>> columns = new HashMap<>();

	private final Map<Set<ObjectId>, List<ObjectId>> keys = new HashMap<>();

	private final Map<ObjectId, KeyObject> byId = new HashMap<>();

	private final Map<String, ObjectId> sequences = new HashMap<>();

	/**
	 * Creates a reader.
	 * @param objects the keys and sequences that may be needed
	 * @param columnsOf the columns of a table, which may be needed too
	 */
	public NeedsReader(Collection<? extends SchemaObject> objects, Function<ObjectName, Set<String>> columnsOf) {
		this.columnsOf = columnsOf;
		for (SchemaObject object : objects) {
			if (object instanceof SequenceObject sequence) {
				this.sequences.put(NextValue.text(sequence.sequence().name()), object.id());
			}
			else if (object instanceof KeyObject key) {
				this.byId.put(key.id(), key);
				if (!key.key().isEmpty()) {
					this.keys.computeIfAbsent(key.key(), (over) -> new ArrayList<>(1)).add(key.id());
				}
			}
		}
	}

	/**
	 * Returns the objects that the SQL of an object mentions.
	 */
	public List<ObjectId> mentioned(SchemaObject object) {
		if (object instanceof KeyObject key) {
			List<ObjectId> needs = new ArrayList<>(0);
			key.what().expressions().forEach((sql) -> needs.addAll(mentioned(key.table(), sql)));
			return needs;
		}
		if (object instanceof ColumnObject column && column.generated() != null) {
			List<ObjectId> from = mentioned(column.name().table(), column.generated().expression());
			return column.takesNull() ? from : withNotNull(from);
		}
		if (object instanceof SettingObject setting) {
			return (setting.key() != null) ? mentioned(setting, this.byId.get(setting.key())) : List.of();
		}
		if (object instanceof DomainObject domain) {
			return sequences(domain.domain().defaultValue());
		}
		return (object instanceof DefaultObject value) ? sequences(value.value()) : List.of();
	}

	/**
	 * Returns the needs of a setting. PostgreSQL drops the statistics of an index
	 * expression with the columns of the expression. A replica identity needs columns
	 * without NULL.
	 */
	private List<ObjectId> mentioned(SettingObject setting, @Nullable KeyObject key) {
		if (key == null) {
			return List.of();
		}
		return switch (setting.setting().kind()) {
			case STATISTICS -> mentioned(key);
			case REPLICA_IDENTITY -> key.key().stream().map((id) -> ObjectId.notNullOf(id.columnName())).toList();
			default -> List.of();
		};
	}

	/**
	 * Adds the NOT NULL of the columns: an expression over NULL is mostly NULL.
	 */
	private static List<ObjectId> withNotNull(List<ObjectId> columns) {
		List<ObjectId> needs = new ArrayList<>(columns);
		columns.forEach((column) -> needs.add(ObjectId.notNullOf(column.columnName())));
		return needs;
	}

	/**
	 * Returns the keys that a foreign key can reference.
	 */
	List<ObjectId> keys(SchemaObject object) {
		return (object instanceof KeyObject key && !key.references().isEmpty())
				? this.keys.getOrDefault(key.references(), List.of()) : List.of();
	}

	private List<ObjectId> mentioned(ObjectName table, String sql) {
		return ExpressionColumns.mentioned(sql, this.columns.computeIfAbsent(table, this.columnsOf))
			.stream()
			.map((column) -> ObjectId.column(table, column))
			.toList();
	}

	private List<ObjectId> sequences(@Nullable Expression value) {
		return NextValue.sequence(value).map(this.sequences::get).stream().toList();
	}

}
