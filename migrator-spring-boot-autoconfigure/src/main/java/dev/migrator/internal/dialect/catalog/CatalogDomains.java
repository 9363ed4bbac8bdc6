package dev.migrator.internal.dialect.catalog;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.migrator.internal.dialect.connection.Row;
import dev.migrator.internal.dialect.lexer.OuterParentheses;
import dev.migrator.internal.dialect.text.PrintedExpression;
import dev.migrator.schema.Expression;
import dev.migrator.schema.Expression.SqlExpression;
import dev.migrator.schema.ObjectName;
import dev.migrator.schema.Validity;
import dev.migrator.schema.element.Check;
import dev.migrator.schema.element.Domain;
import org.jspecify.annotations.Nullable;

/**
 * Reads the domains. Since PostgreSQL 17 NOT NULL of a domain is a constraint too, but it
 * is read with the domain.
 */
public final class CatalogDomains {

	/**
	 * The query. The base type of a domain has the position of a column's type, so that
	 * the joins for columns can be used.
	 */
	private static final String DOMAINS = """
			select n.nspname, d.typname, d.typnotnull, pg_catalog.pg_get_expr(d.typdefaultbin, 0), cn.nspname, c.collname,
			    co.conname, pg_catalog.pg_get_expr(co.conbin, 0), co.convalidated, %s
			from pg_catalog.pg_type d join pg_catalog.pg_namespace n on n.oid = d.typnamespace
			cross join lateral (select d.typbasetype, d.typtypmod) a (atttypid, atttypmod)
			%s
			left join (pg_catalog.pg_collation c join pg_catalog.pg_namespace cn on cn.oid = c.collnamespace)
			    on c.oid = d.typcollation and d.typcollation <> t.typcollation
			left join pg_catalog.pg_constraint co on co.contypid = d.oid and co.contype = 'c'
			where %s and d.typtype = 'd' and %s
			order by n.nspname, d.typname, co.conname
			""";

	private static final int TYPE = 9;

	private CatalogDomains() {
	}

	public static String query(CatalogSelection selection) {
		return DOMAINS.formatted(CatalogTypes.COLUMNS, CatalogTypes.JOINS, selection.condition(),
				CatalogSelection.noExtension("pg_type", "d.oid"));
	}

	/**
	 * Reads the domains from rows, each of which has one check or none.
	 */
	public static List<Domain> of(List<Row> rows, CatalogNames names) {
		Map<ObjectName, List<Row>> domains = new LinkedHashMap<>();
		for (Row row : rows) {
			domains.computeIfAbsent(names.of(row.required(0), row.required(1)), (name) -> new ArrayList<>()).add(row);
		}
		return domains.entrySet().stream().map((domain) -> domain(domain.getKey(), domain.getValue(), names)).toList();
	}

	private static Domain domain(ObjectName name, List<Row> rows, CatalogNames names) {
		Row row = rows.get(0);
		List<Check> checks = rows.stream()
			.filter((each) -> each.text(6) != null)
			.map((each) -> new Check(each.required(6), PrintedExpression.lasting(each.required(7)), false,
					each.required(8).equals("t") ? Validity.VALID : Validity.NOT_VALID))
			.toList();
		return new Domain(name, new CatalogTypes(names).of(row, TYPE), collation(row, names),
				!row.required(2).equals("t"), defaultValue(row.text(3)), checks);
	}

	private static @Nullable Expression defaultValue(@Nullable String expression) {
		return (expression != null) ? new SqlExpression(PrintedExpression.settled(OuterParentheses.without(expression)))
				: null;
	}

	private static @Nullable ObjectName collation(Row row, CatalogNames names) {
		return (row.text(5) != null) ? names.ofFound(row.required(4), row.required(5)) : null;
	}

}
