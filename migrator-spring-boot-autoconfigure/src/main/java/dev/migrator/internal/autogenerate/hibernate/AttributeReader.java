package dev.migrator.internal.autogenerate.hibernate;

import java.util.LinkedHashMap;
import java.util.Map;

import dev.migrator.schema.ColumnName;
import dev.migrator.schema.ObjectName;
import org.hibernate.boot.Metadata;
import org.hibernate.mapping.Collection;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Component;
import org.hibernate.mapping.OneToMany;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.mapping.Property;
import org.hibernate.mapping.Value;

/**
 * Reads the attribute of an entity to which a column belongs, for messages about
 * mistakes.
 */
final class AttributeReader {

	private final PhysicalNames names;

	private final Map<ColumnName, String> attributes = new LinkedHashMap<>();

	private AttributeReader(PhysicalNames names) {
		this.names = names;
	}

	/**
	 * Reads the attributes of all entities.
	 * @return the attributes by column: {@code com.acme.User.address.city}
	 */
	static Map<ColumnName, String> read(Metadata metadata, PhysicalNames names) {
		AttributeReader reader = new AttributeReader(names);
		for (PersistentClass entity : metadata.getEntityBindings()) {
			if (entity.getIdentifierProperty() != null) {
				reader.read(entity.getEntityName(), entity.getIdentifierProperty());
			}
			entity.getProperties().forEach((property) -> reader.read(entity.getEntityName(), property));
		}
		return reader.attributes;
	}

	private void read(String of, Property property) {
		read(of + "." + property.getName(), property.getValue());
	}

	private void read(String attribute, Value value) {
		if (value instanceof Component component) {
			component.getProperties().forEach((part) -> read(attribute, part));
		}
		else if (value instanceof Collection collection) {
			read(attribute, collection.getElement());
		}
		else if (!(value instanceof OneToMany) && value.getTable() != null && value.getTable().isPhysicalTable()) {
			ObjectName table = this.names.of(value.getTable().getQualifiedTableName());
			value.getSelectables().forEach((selectable) -> {
				if (selectable instanceof Column column) {
					this.attributes.putIfAbsent(new ColumnName(table, this.names.of(column)), attribute);
				}
			});
		}
	}

}
