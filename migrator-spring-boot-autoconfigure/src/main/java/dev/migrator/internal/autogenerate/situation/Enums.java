package dev.migrator.internal.autogenerate.situation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.migrator.internal.schema.ColumnObject;
import dev.migrator.internal.schema.ObjectId;
import dev.migrator.internal.schema.SchemaObjects;
import dev.migrator.schema.ObjectName;
import dev.migrator.schema.element.EnumType;

/**
 * Decides which enum types are rebuilt, and finds their columns. A value is added in
 * place if possible, because this reads and writes no rows. PostgreSQL does not allow the
 * transaction that adds a value to use it. So an enum is rebuilt if the revision
 * {@linkplain EnumUses uses} its new value (in a default, in a check), and also if it
 * loses values or changes their order.
 */
public final class Enums {

	private final Map<ObjectName, EnumType> real = new LinkedHashMap<>();

	private final Map<ObjectName, EnumType> wanted = new LinkedHashMap<>();

	private final Set<ObjectName> rebuilt = new LinkedHashSet<>();

	/** The columns of each rebuilt type. */
	private final Map<ObjectName, List<ObjectId>> uses = new HashMap<>();

	/**
	 * Compares the enum types of both sides.
	 * @param real what the database has
	 * @param compared the compared part of it
	 * @param wanted the wanted state of the compared part
	 */
	public Enums(SchemaObjects real, SchemaObjects compared, SchemaObjects wanted) {
		compared.enums().forEach((type) -> this.real.put(type.name(), type));
		wanted.enums().forEach((type) -> this.wanted.put(type.name(), type));
		decide(real, wanted);
		if (!this.rebuilt.isEmpty()) {
			real.all(ColumnObject.class)
				.forEach((column) -> column.userType()
					.filter(this.rebuilt::contains)
					.ifPresent((type) -> this.uses.computeIfAbsent(type, (key) -> new ArrayList<>()).add(column.id())));
		}
	}

	private void decide(SchemaObjects real, SchemaObjects wanted) {
		EnumUses uses = null;
		for (EnumType type : this.wanted.values()) {
			EnumType was = this.real.get(type.name());
			if (was == null || was.values().equals(type.values())) {
				continue;
			}
			List<String> common = type.values().stream().filter(new HashSet<>(was.values())::contains).toList();
			if (!common.equals(was.values())) {
				this.rebuilt.add(type.name());
				continue;
			}
			uses = (uses != null) ? uses : new EnumUses(real, wanted);
			Set<String> old = new HashSet<>(was.values());
			if (uses.useOne(type, type.values().stream().filter((value) -> !old.contains(value)).toList())) {
				this.rebuilt.add(type.name());
			}
		}
	}

	/**
	 * Returns the types that a new type replaces.
	 */
	public Set<ObjectName> rebuilt() {
		return this.rebuilt;
	}

	/**
	 * Returns the columns of a rebuilt type.
	 */
	public List<ObjectId> uses(ObjectName type) {
		return this.uses.getOrDefault(type, List.of());
	}

}
