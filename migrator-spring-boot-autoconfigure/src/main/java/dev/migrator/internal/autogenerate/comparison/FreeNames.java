package dev.migrator.internal.autogenerate.comparison;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import dev.migrator.autogenerate.ComparisonSettings;
import dev.migrator.internal.dialect.text.DefaultNames;
import dev.migrator.internal.schema.ConstraintObject;
import dev.migrator.internal.schema.KeyObject;
import dev.migrator.internal.schema.SchemaObject;
import dev.migrator.internal.schema.SchemaObjects;
import dev.migrator.schema.ObjectName;
import dev.migrator.schema.element.Check;
import dev.migrator.schema.element.Column;
import dev.migrator.schema.element.Table;
import org.jspecify.annotations.Nullable;

/**
 * Finds names for added objects without a chosen name: if the database already has the
 * invented name, the next one with a number, as PostgreSQL does.
 */
final class FreeNames {

	private final ComparisonSettings settings;

	private final SchemaObjects staying;

	private final SchemaObjects wanted;

	private final Set<KeyObject> released = new HashSet<>();

	private @Nullable Names taken;

	private @Nullable Names needed;

	/**
	 * Creates a search for names.
	 * @param settings the invented names
	 * @param staying the objects of the database, without those that are dropped with all
	 * their names
	 * @param wanted the wanted objects
	 */
	FreeNames(ComparisonSettings settings, SchemaObjects staying, SchemaObjects wanted) {
		this.settings = settings;
		this.staying = staying;
		this.wanted = wanted;
	}

	/**
	 * Records that an object is dropped before any object is added.
	 */
	void release(KeyObject key) {
		this.released.add(key);
	}

	/**
	 * Returns the same key with a free name.
	 */
	KeyObject of(KeyObject key) {
		String name = key.id().name();
		if (!this.settings.isInvented(key.table(), name) || !taken().has(key)) {
			return key;
		}
		int number = 1;
		KeyObject named = key.named(numbered(key, number));
		while (taken().has(named) || needed().has(named)) {
			named = key.named(numbered(key, ++number));
		}
		needed().add(named);
		return named;
	}

	private Names taken() {
		if (this.taken == null) {
			this.taken = new Names(this.staying);
			this.released.forEach(this.taken::remove);
		}
		return this.taken;
	}

	private Names needed() {
		if (this.needed == null) {
			this.needed = new Names(this.wanted);
		}
		return this.needed;
	}

	/**
	 * Returns a name with a number. The check of one column is named after the column.
	 */
	private String numbered(KeyObject key, int number) {
		ObjectName table = key.table();
		if (!(key instanceof ConstraintObject object && object.constraint() instanceof Check check)) {
			return DefaultNames.of(table, key.unchosenName(), number);
		}
		return this.wanted.table(table)
			.stream()
			.map(Table::columns)
			.flatMap((columns) -> columns.stream().map(Column::name))
			.filter((column) -> check.name().startsWith(DefaultNames.check(table, column)))
			.findFirst()
			.map((column) -> DefaultNames.check(table, column, number))
			.orElseGet(() -> DefaultNames.check(table, null, number));
	}

	/**
	 * The names of relations, and those of constraints by their table.
	 */
	private static final class Names {

		private final Set<ObjectName> relations = new HashSet<>();

		private final Map<ObjectName, Set<String>> constraints = new HashMap<>();

		Names(SchemaObjects objects) {
			objects.all().forEach(this::add);
		}

		void add(SchemaObject object) {
			object.relation().ifPresent(this.relations::add);
			if (object instanceof ConstraintObject constraint) {
				of(constraint).add(constraint.id().name());
			}
		}

		void remove(KeyObject key) {
			key.relation().ifPresent(this.relations::remove);
			if (key instanceof ConstraintObject constraint) {
				of(constraint).remove(constraint.id().name());
			}
		}

		boolean has(KeyObject key) {
			return key.relation().filter(this.relations::contains).isPresent()
					|| (key instanceof ConstraintObject constraint && of(constraint).contains(constraint.id().name()));
		}

		private Set<String> of(ConstraintObject constraint) {
			return this.constraints.computeIfAbsent(constraint.table(), (table) -> new HashSet<>());
		}

	}

}
