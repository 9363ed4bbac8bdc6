package dev.migrator.schema;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * An index. It is in the schema of its table.
 *
 * @param name its name
 * @param table its table
 * @param keys what it is over
 * @param unique whether no two rows may be equal in it
 * @param nullsNotDistinct whether two NULLs are taken for equal, which PostgreSQL can
 * since 15
 * @param method the index method, or {@code null} for {@code btree}
 * @param include columns that it carries along
 * @param where SQL of the rows that it is for, or {@code null} for all
 * @param with its storage parameters: {@code fillfactor}
 * @param tablespace its tablespace, or {@code null} for the default
 */
public record Index(String name, ObjectName table, List<IndexKey> keys, boolean unique, boolean nullsNotDistinct,
		@Nullable String method, List<String> include, @Nullable String where, Map<String, String> with,
		@Nullable String tablespace) {

	public Index {
		NameRule.check("index", name);
		keys = List.copyOf(keys);
		include = List.copyOf(include);
		with = Collections.unmodifiableMap(new LinkedHashMap<>(with));
		if (keys.isEmpty()) {
			throw new InvalidDefinitionException("The index %s has no columns.".formatted(name),
					"Name at least one column or expression.");
		}
		if (nullsNotDistinct && !unique) {
			throw new InvalidDefinitionException("The index %s is not unique.".formatted(name),
					"Only a unique index can take NULLs for equal: call unique() too.");
		}
		if (where != null) {
			new SqlExpression(where);
		}
	}

	/**
	 * The name with the schema of the table.
	 * @return the name
	 */
	public ObjectName qualifiedName() {
		return this.table.sibling(this.name);
	}

}
