package dev.migrator.operation.source;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import dev.migrator.schema.element.Index;
import dev.migrator.schema.element.IndexKey;

/**
 * Writes indexes, and their columns and expressions.
 */
final class IndexCode {

	private final JavaCode java;

	IndexCode(JavaCode java) {
		this.java = java;
	}

	String create(Index index, String more) {
		String options = options(index) + more;
		boolean unique = options.equals(".unique()");
		List<String> plain = plain(index);
		String name = this.java.text(index.name());
		String table = this.java.text(index.table());
		if (plain.size() == index.keys().size() && (unique || options.isEmpty())) {
			return this.java.call(unique ? "createUniqueIndex" : "createIndex", name, table, this.java.texts(plain));
		}
		return this.java.call("createIndex", name, table, this.java.lambda("index", keys(index, 0) + options));
	}

	/**
	 * Returns the call after {@code t.} in the lambda of its table.
	 */
	String define(Index index) {
		List<String> plain = plain(index);
		return "index(" + this.java.texts(plain) + ")" + keys(index, plain.size()) + options(index)
				+ this.java.link("named", index.name());
	}

	/**
	 * Returns the leading columns without any options.
	 */
	private List<String> plain(Index index) {
		return index.keys()
			.stream()
			.takeWhile((key) -> key.column() != null && key(key).isEmpty())
			.map((key) -> Objects.requireNonNull(key.column()))
			.toList();
	}

	private String keys(Index index, int from) {
		return index.keys().stream().skip(from).map((key) -> {
			String more = this.java.lambda("key", key(key));
			return called(key) + (more.isEmpty() ? "" : ", " + more) + ")";
		}).collect(Collectors.joining());
	}

	/**
	 * Returns the beginning of the call that adds a column or an expression.
	 */
	String called(IndexKey key) {
		return (key.column() != null) ? ".column(" + this.java.text(key.column())
				: ".expression(" + this.java.text(Objects.requireNonNull(key.expression()));
	}

	/**
	 * Returns a column or an expression with its order.
	 */
	String key(IndexKey key) {
		return this.java.link("ascending", key.order() == IndexKey.Order.ASC)
				+ this.java.link("descending", key.order() == IndexKey.Order.DESC)
				+ this.java.link("nullsFirst", key.nulls() == IndexKey.Nulls.FIRST)
				+ this.java.link("nullsLast", key.nulls() == IndexKey.Nulls.LAST)
				+ this.java.link("collate", key.collation()) + this.java.link("operatorClass", key.operatorClass())
				+ key.parameters().entrySet().stream().map(this::parameter).collect(Collectors.joining());
	}

	private String options(Index index) {
		return this.java.link("unique", index.unique()) + this.java.link("nullsNotDistinct", index.nullsNotDistinct())
				+ this.java.link("using", index.method()) + this.java.link("include", index.include())
				+ this.java.link("where", index.where())
				+ index.with().entrySet().stream().map(this::parameter).collect(Collectors.joining())
				+ this.java.link("tablespace", index.tablespace());
	}

	private String parameter(Map.Entry<String, String> parameter) {
		String value = parameter.getValue();
		boolean number = value.matches("0|[1-9][0-9]{0,8}");
		return ".with(" + this.java.text(parameter.getKey()) + ", " + (number ? value : this.java.text(value)) + ")";
	}

}
