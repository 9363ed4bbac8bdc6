package dev.migrator.internal.autogenerate.hibernate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import dev.migrator.schema.ObjectName;
import dev.migrator.schema.element.Index;
import dev.migrator.schema.element.IndexKey;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Selectable;
import org.hibernate.mapping.Table;
import org.jspecify.annotations.Nullable;

/**
 * Reads indexes.
 */
final class IndexReader {

	private final PhysicalNames names;

	private final ImplicitNames implicitNames;

	private final List<String> leftOut;

	IndexReader(PhysicalNames names, ImplicitNames implicitNames, List<String> leftOut) {
		this.names = names;
		this.implicitNames = implicitNames;
		this.leftOut = leftOut;
	}

	List<Index> read(ObjectName name, Table table) {
		List<Index> indexes = new ArrayList<>();
		table.getIndexes().values().forEach((index) -> indexes.add(index(name, index)));
		return indexes;
	}

	private Index index(ObjectName table, org.hibernate.mapping.Index index) {
		List<IndexKey> keys = new ArrayList<>();
		for (Selectable selectable : index.getSelectables()) {
			keys.add(key(selectable, index.getSelectableOrderMap().get(selectable)));
		}
		String name = ModelNames.isInvented(index) ? this.implicitNames.index(table, parts(keys))
				: ModelNames.of(index);
		WrittenOptions options = new WrittenOptions(index.getOptions());
		String where = options.where();
		Index read = new Index(name, table, keys, index.isUnique(), index.isUnique() && options.nullsNotDistinct(),
				null, options.include(), where, Map.of(), null);
		if (!options.isEmpty()) {
			this.leftOut.add("options of the index %s on %s: %s".formatted(name, table, options));
		}
		return read;
	}

	private IndexKey key(Selectable selectable, @Nullable String order) {
		IndexKey.Order direction = (order != null) ? IndexKey.Order.valueOf(order.toUpperCase(Locale.ROOT)) : null;
		if (selectable instanceof Column column) {
			return new IndexKey(this.names.of(column), null, null, null, direction, null);
		}
		return new IndexKey(null, withoutParentheses(selectable.getText()), null, null, direction, null);
	}

	/**
	 * Removes the parentheses around an expression. Hibernate requires them, so they
	 * always exist, and the writer of the index adds them again.
	 */
	private static String withoutParentheses(String sql) {
		int depth = 0;
		for (int i = 0; i < sql.length(); i++) {
			depth += (sql.charAt(i) == '(') ? 1 : (sql.charAt(i) == ')') ? -1 : 0;
			if (depth == 0 && i < sql.length() - 1) {
				return sql;
			}
		}
		return sql.substring(1, sql.length() - 1).strip();
	}

	private static List<String> parts(List<IndexKey> keys) {
		return keys.stream().map((key) -> (key.column() != null) ? key.column() : "expr").toList();
	}

}
