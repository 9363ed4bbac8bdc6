package dev.migrator.operation.source;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import dev.migrator.schema.element.Table;

/**
 * Writes tables, with everything that is created with them.
 */
final class TableCode {

	private final JavaCode java;

	TableCode(JavaCode java) {
		this.java = java;
	}

	String create(Table table, String more) {
		List<String> said = new ArrayList<>();
		table.columns()
			.forEach((column) -> said.add(".column(" + this.java.text(column.name()) + ", "
					+ this.java.type(column.type()) + ")" + this.java.column(column)));
		ConstraintCode constraints = new ConstraintCode(this.java);
		table.constraints().forEach((constraint) -> said.add("." + constraints.define(constraint)));
		IndexCode indexes = new IndexCode(this.java);
		table.indexes().forEach((index) -> said.add("." + indexes.define(index)));
		said.add(this.java.link("unlogged", table.unlogged()));
		said.add(this.java.link("partitionBy", table.partitionBy()));
		said.add(this.java.link("comment", table.comment()));
		said.add(more);
		String body = said.stream()
			.filter((statement) -> !statement.isEmpty())
			.map((statement) -> "\tt" + statement + ";\n")
			.collect(Collectors.joining());
		return this.java.call("createTable", this.java.text(table.name()), "(t) -> {\n" + body + "}");
	}

}
