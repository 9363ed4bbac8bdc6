package dev.migrator.internal.autogenerate.situation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.migrator.autogenerate.ComparisonSettings;
import dev.migrator.autogenerate.Droppable;
import dev.migrator.internal.schema.ColumnObject;
import dev.migrator.internal.schema.DomainObject;
import dev.migrator.internal.schema.ObjectId;
import dev.migrator.internal.schema.SchemaObjects;
import dev.migrator.schema.ColumnName;
import dev.migrator.schema.ObjectName;
import dev.migrator.schema.element.Domain;
import org.jspecify.annotations.Nullable;

/**
 * The remaining schema. With it a rule decides whether an unwanted object is dropped.
 */
public final class RemainingSchema {

	private final SchemaObjects real;

	private final SchemaObjects then;

	private final SchemaObjects wanted;

	private final ComparisonSettings settings;

	private @Nullable Map<ObjectName, Boolean> used;

	private @Nullable Set<ObjectName> needed;

	private @Nullable Map<ObjectName, List<DomainObject>> domains;

	/**
	 * Creates the schema that remains.
	 * @param real the objects of the database
	 * @param then the final tables, and everything that is wanted
	 * @param wanted the wanted state of the compared objects
	 * @param settings the settings with what may be removed
	 */
	public RemainingSchema(SchemaObjects real, SchemaObjects then, SchemaObjects wanted, ComparisonSettings settings) {
		this.real = real;
		this.then = then;
		this.wanted = wanted;
		this.settings = settings;
	}

	public boolean removes(Droppable removal) {
		return this.settings.removes(removal);
	}

	/**
	 * Returns whether a column exists in the end, and has no identity.
	 */
	public boolean keepsNumbers(ColumnName column) {
		return this.then.has(ObjectId.column(column)) && !this.then.has(ObjectId.identityOf(column));
	}

	/**
	 * Returns whether an unwanted type is dropped: with the last of its columns, or, if
	 * it has none, if the settings remove such types.
	 */
	public boolean losesUse(ObjectName type, Droppable removal) {
		if (needed().contains(type)) {
			return false;
		}
		Boolean stillUsed = isUsed(type);
		boolean removesColumns = removes(Droppable.TABLES) || removes(Droppable.COLUMNS);
		return (stillUsed == null || !removesColumns) ? removes(removal) : !stillUsed;
	}

	private Set<ObjectName> needed() {
		Set<ObjectName> known = this.needed;
		if (known == null) {
			Set<ObjectName> types = new HashSet<>();
			for (ColumnObject column : this.wanted.all(ColumnObject.class)) {
				column.userType().ifPresent(types::add);
			}
			this.wanted.all(DomainObject.class)
				.forEach((domain) -> domain.domain().type().userType().ifPresent(types::add));
			this.needed = types;
			known = types;
		}
		return known;
	}

	/**
	 * Returns whether an existing column or domain keeps the type; {@code null} if there
	 * is none.
	 */
	private @Nullable Boolean isUsed(ObjectName type) {
		Boolean isUsed = used().get(type);
		for (DomainObject domain : domains().getOrDefault(type, List.of())) {
			isUsed = (isUsed != null && isUsed) || stays(domain);
		}
		return isUsed;
	}

	private Map<ObjectName, List<DomainObject>> domains() {
		Map<ObjectName, List<DomainObject>> known = this.domains;
		if (known == null) {
			Map<ObjectName, List<DomainObject>> over = new HashMap<>();
			for (DomainObject domain : this.real.all(DomainObject.class)) {
				domain.domain()
					.type()
					.userType()
					.ifPresent((type) -> over.computeIfAbsent(type, (key) -> new ArrayList<>()).add(domain));
			}
			this.domains = over;
			known = over;
		}
		return known;
	}

	/**
	 * Returns whether a domain keeps its base type, wanted or not.
	 */
	private boolean stays(DomainObject domain) {
		Domain there = domain.domain();
		return (this.then.get(domain.id()) instanceof DomainObject to)
				? to.domain().type().userType().equals(there.type().userType())
				: !losesUse(there.name(), Droppable.DOMAINS);
	}

	/**
	 * Returns the types of the existing columns, and for each whether a column keeps it.
	 */
	private Map<ObjectName, Boolean> used() {
		Map<ObjectName, Boolean> known = this.used;
		if (known == null) {
			Map<ObjectName, Boolean> types = new HashMap<>();
			for (ColumnObject column : this.real.all(ColumnObject.class)) {
				boolean stays = this.then.get(column.id()) instanceof ColumnObject to
						&& to.userType().equals(column.userType());
				column.userType().ifPresent((type) -> types.merge(type, stays, Boolean::logicalOr));
			}
			this.used = types;
			known = types;
		}
		return known;
	}

}
