package dev.migrator.internal.autogenerate.situation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.migrator.autogenerate.Change;
import dev.migrator.internal.dialect.text.ExpressionColumns;
import dev.migrator.internal.schema.ColumnObject;
import dev.migrator.internal.schema.DomainObject;
import dev.migrator.internal.schema.SchemaObjects;
import dev.migrator.internal.schema.TableObject;
import dev.migrator.schema.ObjectName;

/**
 * Finds the columns and domains that have a type before and after.
 */
public final class TypeUses {

	private static final String DROPPED = "TODO: PostgreSQL refuses this while the type is used by %s;\n"
			+ "first give these another type, and afterwards the new type, in the downgrade too";

	private static final String OVER_IT = "TODO: PostgreSQL refuses %s while %s is based on the type; first drop each such domain\n"
			+ "and create it again afterwards, and give its columns another type meanwhile, %s";

	private static final String IN_KEY = "TODO: PostgreSQL refuses %s: the type of a column in a partition key cannot change, and %s is in one;\n"
			+ "create another table with the new type and move the rows to it, %s";

	private final SchemaObjects before;

	private final Map<ObjectName, List<ColumnObject>> columns = new HashMap<>();

	private final Map<ObjectName, List<ObjectName>> domains = new HashMap<>();

	/**
	 * @param before what the database has
	 * @param then the objects that it will have in the end
	 */
	TypeUses(SchemaObjects before, SchemaObjects then) {
		this.before = before;
		for (ColumnObject column : before.all(ColumnObject.class)) {
			ObjectName type = column.userType().orElse(null);
			if (type != null && column.generated() == null && then.get(column.id()) instanceof ColumnObject to
					&& to.userType().equals(column.userType())) {
				this.columns.computeIfAbsent(type, (key) -> new ArrayList<>()).add(column);
			}
		}
		for (DomainObject domain : before.all(DomainObject.class)) {
			ObjectName type = domain.domain().type().userType().orElse(null);
			if (type != null && then.get(domain.id()) instanceof DomainObject to
					&& to.domain().type().userType().equals(Optional.of(type))) {
				this.domains.computeIfAbsent(type, (key) -> new ArrayList<>()).add(domain.domain().name());
			}
		}
	}

	/**
	 * Returns the columns that store values of a type.
	 */
	public List<ColumnObject> columns(ObjectName type) {
		return this.columns.getOrDefault(type, List.of());
	}

	/**
	 * Returns whether nothing has a type.
	 */
	public boolean isFree(ObjectName type) {
		return columns(type).isEmpty() && domains(type).isEmpty();
	}

	/**
	 * Adds a remark to the drop of a type that is still in use.
	 */
	public Change remarked(ObjectName type, Change drop) {
		Stream<String> columns = columns(type).stream()
			.map((column) -> "column %s of %s".formatted(column.name().column(), column.name().table()));
		String all = Stream.concat(columns, domains(type).stream()).collect(Collectors.joining(", "));
		return all.isEmpty() ? drop : drop.toBuilder().firstRemark(DROPPED.formatted(all)).build();
	}

	/**
	 * Adds a remark to a change that replaces a type by a new one, if domains are over
	 * the type, or partition keys have columns of it: these cannot be moved to the new
	 * type.
	 */
	public Change remarkedByUses(ObjectName type, Change change) {
		return remarked(type, change, "this", "in the downgrade too");
	}

	/**
	 * Adds such a remark to a change whose downgrade replaces a type.
	 */
	public Change undoRemarkedByUses(ObjectName type, Change change) {
		return remarked(type, change, "the downgrade of this", "in the downgrade");
	}

	private Change remarked(ObjectName type, Change change, String what, String where) {
		String domains = String.join(", ", domains(type));
		Change remarked = domains.isEmpty() ? change
				: change.toBuilder().firstRemark(OVER_IT.formatted(what, domains, where)).build();
		String keys = columns(type).stream()
			.filter(this::isInPartitionKey)
			.map((column) -> "%s.%s".formatted(column.name().table(), column.name().column()))
			.collect(Collectors.joining(", "));
		return keys.isEmpty() ? remarked
				: remarked.toBuilder().firstRemark(IN_KEY.formatted(what, keys, where)).build();
	}

	private boolean isInPartitionKey(ColumnObject column) {
		return this.before.get(column.parent()) instanceof TableObject table && table.partitionBy() != null
				&& ExpressionColumns.mentions(table.partitionBy(), Set.of(column.name().column()));
	}

	private List<String> domains(ObjectName type) {
		return this.domains.getOrDefault(type, List.of()).stream().map((domain) -> "domain " + domain).toList();
	}

}
