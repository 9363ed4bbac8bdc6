package dev.migrator.dialect;

import java.util.function.UnaryOperator;

import dev.migrator.schema.Index;
import dev.migrator.schema.IndexKey;
import dev.migrator.schema.ObjectName;
import org.jspecify.annotations.Nullable;

/**
 * Indexes that differ in one thing.
 */
final class IndexCopy {

	private IndexCopy() {
	}

	static Index of(Index index, String name, ObjectName table, @Nullable String tablespace) {
		return new Index(name, table, index.keys(), index.unique(), index.nullsNotDistinct(), index.method(),
				index.include(), index.where(), index.with(), tablespace);
	}

	/**
	 * @param spelling what becomes of its expressions
	 */
	static Index respelled(Index index, UnaryOperator<String> spelling) {
		String where = index.where();
		return new Index(index.name(), index.table(),
				index.keys().stream().map((key) -> respelled(key, spelling)).toList(), index.unique(),
				index.nullsNotDistinct(), index.method(), index.include(),
				(where != null) ? spelling.apply(where) : null, index.with(), index.tablespace());
	}

	static IndexKey respelled(IndexKey key, UnaryOperator<String> spelling) {
		String expression = key.expression();
		return (expression == null) ? key : new IndexKey(null, spelling.apply(expression), key.collation(),
				key.operatorClass(), key.order(), key.nulls());
	}

}
