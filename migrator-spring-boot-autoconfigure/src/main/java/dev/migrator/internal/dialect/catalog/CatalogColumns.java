package dev.migrator.internal.dialect.catalog;

import java.util.List;

import dev.migrator.internal.dialect.connection.Row;
import dev.migrator.internal.dialect.lexer.OuterParentheses;
import dev.migrator.internal.dialect.text.PrintedExpression;
import dev.migrator.schema.Expression;
import dev.migrator.schema.Expression.SqlExpression;
import dev.migrator.schema.Generated;
import dev.migrator.schema.Identity;
import dev.migrator.schema.ObjectName;
import dev.migrator.schema.element.Column;
import org.jspecify.annotations.Nullable;

/**
 * Reads the columns of tables.
 */
final class CatalogColumns {

	/**
	 * The query. A default refers to no columns, so it is printed without its table. With
	 * the table, the server would read all of its columns for each default.
	 */
	private static final String COLUMNS = """
			select a.attrelid, a.attname, a.attnotnull, a.attidentity, a.attgenerated,
			    pg_catalog.pg_get_expr(d.adbin, case when a.attgenerated <> '' then a.attrelid else 0 end),
			    cn.nspname, c.collname, de.description, %s, d.adbin is not null
			from pg_catalog.pg_attribute a
			%s
			left join pg_catalog.pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
			left join (pg_catalog.pg_collation c join pg_catalog.pg_namespace cn on cn.oid = c.collnamespace)
			    on c.oid = a.attcollation and a.attcollation <> t.typcollation
			left join pg_catalog.pg_description de on de.classoid = 'pg_catalog.pg_class'::regclass
			    and de.objoid = a.attrelid and de.objsubid = a.attnum
			where %s and a.attnum > 0 and not a.attisdropped
			order by a.attrelid, a.attnum
			""";

	private static final int TYPE = 9;

	private final CatalogNames names;

	private final CatalogTypes types;

	private final CatalogSequences sequences;

	CatalogColumns(CatalogNames names, CatalogSequences sequences) {
		this.names = names;
		this.types = new CatalogTypes(names);
		this.sequences = sequences;
	}

	static String query(CatalogTables tables) {
		return COLUMNS.formatted(CatalogTypes.COLUMNS, CatalogTypes.JOINS, tables.are("a.attrelid"));
	}

	void read(List<Row> rows, CatalogTables tables) {
		for (Row row : rows) {
			CatalogTable table = tables.get(row.required(0));
			if (table != null) {
				table.add(column(row));
			}
		}
	}

	private Column column(Row row) {
		String expression = VanishedObjectException.check(row.required(14).equals("t"), row.text(5));
		String generated = row.required(4);
		boolean plain = generated.isEmpty();
		return new Column(row.required(1), this.types.of(row, TYPE), !row.required(2).equals("t"),
				(expression != null && plain) ? defaultValue(expression) : null, identity(row),
				(expression != null && !plain) ? new Generated(
						PrintedExpression.settled(OuterParentheses.without(expression)), generated.equals("s")) : null,
				collation(row), row.text(8));
	}

	private static Expression defaultValue(String expression) {
		return new SqlExpression(PrintedExpression.settled(OuterParentheses.without(expression)));
	}

	private @Nullable Identity identity(Row row) {
		String kind = row.required(3);
		return kind.isEmpty() ? null
				: new Identity(kind.equals("a"), this.sequences.identity(row.required(0), row.required(1)));
	}

	private @Nullable ObjectName collation(Row row) {
		return (row.text(7) != null) ? this.names.ofFound(row.required(6), row.required(7)) : null;
	}

}
