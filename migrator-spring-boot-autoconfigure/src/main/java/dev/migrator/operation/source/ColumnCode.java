package dev.migrator.operation.source;

import dev.migrator.schema.Expression;
import dev.migrator.schema.Generated;
import dev.migrator.schema.Identity;
import dev.migrator.schema.element.Column;

/**
 * Writes columns.
 */
final class ColumnCode {

	private final JavaCode java;

	ColumnCode(JavaCode java) {
		this.java = java;
	}

	String chain(Column column) {
		Expression defaultValue = column.defaultValue();
		Identity identity = column.identity();
		return this.java.link("notNull", !column.nullable() && identity == null)
				+ ((defaultValue != null) ? this.java.defaultValue(defaultValue) : "")
				+ ((identity != null) ? identity(identity) : "") + generated(column)
				+ this.java.link("collate", column.collation()) + this.java.link("comment", column.comment());
	}

	private String generated(Column column) {
		Generated generated = column.generated();
		return (generated != null)
				? this.java.link(generated.stored() ? "generatedAs" : "virtuallyGeneratedAs", generated.expression())
				: "";
	}

	String identity(Identity identity) {
		return (identity.always() ? ".identity(" : ".identityByDefault(")
				+ this.java.lambda("sequence", this.java.sequence(identity.options())) + ")";
	}

}
