package dev.migrator.internal.autogenerate.hibernate;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;

import dev.migrator.autogenerate.ImplicitName;
import dev.migrator.internal.dialect.text.DefaultNames;
import dev.migrator.schema.ObjectName;
import org.jspecify.annotations.Nullable;

/**
 * Gives names to objects that the model does not name: the names that PostgreSQL would
 * choose, which say more than Hibernate's hashes.
 */
final class ImplicitNames {

	private final Set<ObjectName> taken = new HashSet<>();

	private final Set<ImplicitName> invented = new HashSet<>();

	/**
	 * Reserves a name. All known names must be reserved before the first one is invented.
	 */
	void take(ObjectName name) {
		this.taken.add(name);
	}

	String primaryKey(ObjectName table) {
		return free(table, (number) -> DefaultNames.primaryKey(table, number));
	}

	String unique(ObjectName table, List<String> columns) {
		return free(table, (number) -> DefaultNames.unique(table, columns, number));
	}

	String foreignKey(ObjectName table, List<String> columns) {
		return free(table, (number) -> DefaultNames.foreignKey(table, columns, number));
	}

	String check(ObjectName table, @Nullable String column) {
		return free(table, (number) -> DefaultNames.check(table, column, number));
	}

	String index(ObjectName table, List<String> columns) {
		return free(table, (number) -> DefaultNames.index(table, columns, number));
	}

	/**
	 * Returns the first free name.
	 */
	private String free(ObjectName table, IntFunction<String> numbered) {
		int number = 0;
		String name = numbered.apply(number);
		while (!this.taken.add(table.sibling(name))) {
			name = numbered.apply(++number);
		}
		this.invented.add(new ImplicitName(table, name));
		return name;
	}

	Set<ImplicitName> all() {
		return this.invented;
	}

}
