package dev.migrator.internal.dialect.ddl;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import dev.migrator.internal.dialect.lexer.NameSql;
import dev.migrator.operation.IndexDirective.CreateIndex;
import dev.migrator.operation.IndexDirective.DropIndex;
import dev.migrator.operation.IndexDirective.RebuildIndex;
import dev.migrator.schema.ObjectName;
import dev.migrator.schema.element.Index;
import dev.migrator.schema.element.IndexKey;

/**
 * Writes indexes.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-createindex.html">CREATE
 * INDEX</a>
 */
final class IndexSql {

	private IndexSql() {
	}

	static List<String> create(CreateIndex create) {
		return List.of(create(create.index(), create.concurrently(), create.ifNotExists()));
	}

	static String create(Index index, boolean concurrently, boolean ifNotExists) {
		StringBuilder sql = new StringBuilder("CREATE ").append(index.unique() ? "UNIQUE " : "").append("INDEX ");
		sql.append(concurrently ? "CONCURRENTLY " : "").append(ifNotExists ? "IF NOT EXISTS " : "");
		sql.append(NameSql.of(index.name())).append(" ON ").append(NameSql.of(index.table()));
		String method = index.method();
		if (method != null) {
			sql.append(" USING ").append(NameSql.of(method));
		}
		sql.append(" (").append(index.keys().stream().map(IndexSql::key).collect(Collectors.joining(", "))).append(')');
		sql.append(NameSql.optional(" INCLUDE", index.include()));
		sql.append(index.nullsNotDistinct() ? " NULLS NOT DISTINCT" : "").append(parameters(" WITH (", index.with()));
		String tablespace = index.tablespace();
		if (tablespace != null) {
			sql.append(" TABLESPACE ").append(NameSql.of(tablespace));
		}
		String where = index.where();
		if (where != null) {
			sql.append(" WHERE ").append(SqlFragment.of(where));
		}
		return sql.toString();
	}

	private static String parameters(String begin, Map<String, String> parameters) {
		return parameters.isEmpty() ? ""
				: parameters.entrySet()
					.stream()
					.map((parameter) -> SettingSql.parameter(parameter.getKey(), parameter.getValue()))
					.collect(Collectors.joining(", ", begin, ")"));
	}

	static String key(IndexKey key) {
		String column = key.column();
		StringBuilder sql = new StringBuilder((column != null) ? NameSql.of(column)
				: "(" + SqlFragment.of(Objects.requireNonNull(key.expression())) + ")");
		ObjectName collation = key.collation();
		if (collation != null) {
			sql.append(" COLLATE ").append(NameSql.of(collation));
		}
		ObjectName operatorClass = key.operatorClass();
		if (operatorClass != null) {
			sql.append(' ').append(NameSql.of(operatorClass)).append(parameters(" (", key.parameters()));
		}
		if (key.order() != null) {
			sql.append(' ').append(key.order().name());
		}
		if (key.nulls() != null) {
			sql.append(" NULLS ").append(key.nulls().name());
		}
		return sql.toString();
	}

	static List<String> rebuild(RebuildIndex rebuild) {
		return List
			.of("REINDEX INDEX " + (rebuild.concurrently() ? "CONCURRENTLY " : "") + NameSql.of(rebuild.index()));
	}

	static List<String> drop(DropIndex drop) {
		return List.of("DROP INDEX " + (drop.concurrently() ? "CONCURRENTLY " : "")
				+ ObjectSql.toDrop(drop.ifExists(), NameSql.of(drop.name()), drop.cascade()));
	}

}
