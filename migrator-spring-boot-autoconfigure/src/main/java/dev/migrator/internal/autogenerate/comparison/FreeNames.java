package dev.migrator.internal.autogenerate.comparison;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import dev.migrator.autogenerate.ComparisonSettings;
import dev.migrator.internal.autogenerate.convention.ConventionalName;
import dev.migrator.internal.autogenerate.convention.TakenNames;
import dev.migrator.internal.dialect.text.DefaultNames;
import dev.migrator.internal.schema.ConstraintObject;
import dev.migrator.internal.schema.KeyObject;
import dev.migrator.internal.schema.SchemaObjects;
import dev.migrator.schema.ObjectName;
import dev.migrator.schema.element.Check;
import dev.migrator.schema.element.Column;
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

	private @Nullable TakenNames taken;

	private @Nullable TakenNames needed;

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

	private TakenNames taken() {
		if (this.taken == null) {
			this.taken = names(this.staying);
			this.released.forEach(this.taken::remove);
		}
		return this.taken;
	}

	private TakenNames needed() {
		if (this.needed == null) {
			this.needed = names(this.wanted);
		}
		return this.needed;
	}

	private static TakenNames names(SchemaObjects objects) {
		TakenNames names = new TakenNames();
		objects.all().forEach(names::add);
		return names;
	}

	private String numbered(KeyObject key, int number) {
		List<String> columns = this.wanted.table(key.table())
			.stream()
			.flatMap((table) -> table.columns().stream().map(Column::name))
			.toList();
		return ConventionalName.of(key, columns, this.settings.names())
			.map((name) -> name.numbered(number))
			.orElseGet(() -> numbered(key, columns, number));
	}

	/**
	 * Returns a name with a number. The check of one column is named after the column.
	 */
	private static String numbered(KeyObject key, List<String> columns, int number) {
		ObjectName table = key.table();
		if (!(key instanceof ConstraintObject object && object.constraint() instanceof Check check)) {
			return DefaultNames.of(table, key.unchosenName(), number);
		}
		return columns.stream()
			.filter((column) -> check.name().startsWith(DefaultNames.check(table, column)))
			.findFirst()
			.map((column) -> DefaultNames.check(table, column, number))
			.orElseGet(() -> DefaultNames.check(table, null, number));
	}

}
