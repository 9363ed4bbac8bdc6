package dev.migrator.internal.autogenerate.hibernate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.migrator.schema.ObjectName;
import org.hibernate.boot.Metadata;
import org.hibernate.mapping.AggregateColumn;
import org.hibernate.mapping.Collection;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Component;
import org.hibernate.mapping.IdentifierCollection;
import org.hibernate.mapping.IndexedCollection;
import org.hibernate.mapping.Join;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.mapping.Property;
import org.hibernate.mapping.RootClass;
import org.hibernate.mapping.Selectable;
import org.hibernate.mapping.Table;
import org.hibernate.mapping.UnionSubclass;
import org.hibernate.mapping.Value;
import org.jspecify.annotations.Nullable;

/**
 * Reads the columns of tables in the order in which entities declare their attributes.
 * Hibernate itself sorts the attributes by name. The key of a table comes first. A column
 * without an attribute, for example a discriminator, is missing.
 */
final class DeclaredColumns {

	private final PhysicalNames names;

	private final Map<ObjectName, Set<String>> columns = new LinkedHashMap<>();

	private DeclaredColumns(PhysicalNames names) {
		this.names = names;
	}

	/**
	 * Reads the columns of all entities.
	 * @return the columns by table, as far as an attribute has them
	 */
	static Map<ObjectName, List<String>> read(Metadata metadata, PhysicalNames names) {
		DeclaredColumns declared = new DeclaredColumns(names);
		metadata.getEntityBindings()
			.stream()
			.filter(RootClass.class::isInstance)
			.forEach((root) -> declared.hierarchy(root, root.getTable()));
		Map<ObjectName, List<String>> read = new LinkedHashMap<>();
		declared.columns.forEach((table, columns) -> read.put(table, List.copyOf(columns)));
		return read;
	}

	private void hierarchy(PersistentClass entity, Table parent) {
		entity(entity, parent);
		entity.getDirectSubclasses().forEach((subclass) -> hierarchy(subclass, entity.getTable()));
	}

	/**
	 * Reads an entity. Its table is that of its superclass, or references it, or has all
	 * columns of it too.
	 */
	private void entity(PersistentClass entity, Table parent) {
		Class<?> type = entity.getMappedClass();
		if (type == null) {
			return;
		}
		Table own = (entity instanceof UnionSubclass) ? entity.getTable() : null;
		if (entity instanceof RootClass || own != null) {
			value(entity.getIdentifier(), type, own);
		}
		else if (!entity.getTable().equals(parent)) {
			value(entity.getKey(), type, null);
		}
		for (Join join : entity.getJoins()) {
			value(join.getKey(), type, null);
		}
		attributes(type, entity.getPropertyClosure(), own);
	}

	private void attributes(@Nullable Class<?> type, List<Property> attributes, @Nullable Table in) {
		for (Property attribute : DeclaredAttributes.sorted(type, attributes)) {
			value(attribute.getValue(), type, in);
		}
	}

	/**
	 * Reads a value.
	 * @param of the class that has it
	 * @param in the table that has its columns, or {@code null} for its own table
	 */
	private void value(Value value, @Nullable Class<?> of, @Nullable Table in) {
		if (value instanceof Component component) {
			component(component, of, in);
		}
		else if (value instanceof Collection collection) {
			if (!collection.isOneToMany()) {
				collection(collection, of);
			}
		}
		else {
			add((in != null) ? in : value.getTable(), value.getSelectables());
		}
	}

	private void component(Component component, @Nullable Class<?> of, @Nullable Table in) {
		AggregateColumn aggregate = component.getAggregateColumn();
		if (aggregate != null) {
			add((in != null) ? in : component.getTable(), List.of(aggregate));
			return;
		}
		attributes(component.isEmbedded() ? of : component.getComponentClass(), component.getProperties(), in);
	}

	private void collection(Collection collection, @Nullable Class<?> of) {
		List<Value> values = new ArrayList<>();
		if (collection instanceof IdentifierCollection numbered) {
			values.add(numbered.getIdentifier());
		}
		values.add(collection.getKey());
		if (collection instanceof IndexedCollection indexed) {
			values.add(indexed.getIndex());
		}
		values.add(collection.getElement());
		values.forEach((value) -> value(value, of, collection.getCollectionTable()));
	}

	private void add(@Nullable Table table, List<? extends Selectable> selectables) {
		if (table == null || !table.isPhysicalTable()) {
			return;
		}
		Set<String> known = this.columns.computeIfAbsent(this.names.of(table.getQualifiedTableName()),
				(name) -> new LinkedHashSet<>());
		for (Selectable selectable : selectables) {
			if (selectable instanceof Column column) {
				known.add(this.names.of(column));
			}
		}
	}

}
