package dev.migrator.internal.dialect.catalog;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.migrator.internal.dialect.connection.Row;
import dev.migrator.internal.dialect.connection.TextArray;
import dev.migrator.internal.dialect.text.PrintedExpression;
import dev.migrator.schema.ObjectName;
import dev.migrator.schema.element.Exclusion;
import dev.migrator.schema.element.Index;
import dev.migrator.schema.element.IndexKey;
import org.jspecify.annotations.Nullable;

/**
 * Reads the indexes of tables. Leaves out the indexes of primary keys and unique
 * constraints. The indexes of exclusion constraints become exclusion constraints. Leaves
 * out defaults: btree, the operator class of the type, the collation of the column, ASC
 * and the default position of NULLs.
 */
final class CatalogIndexes {

	/** The included columns of an index {@code i}. */
	static final String INCLUDED = """
			array(select a.attname::text from pg_catalog.unnest(i.indkey) with ordinality k (n, o)
			    join pg_catalog.pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.n
			    where k.o > i.indnkeyatts order by k.o)""";

	/**
	 * Returns a row for each key; the first row of an index has the data of the index.
	 * Vectors count from 0. Names that are read by an oid are subqueries, because
	 * PostgreSQL tries the orders of up to eight relations that are joined: with them
	 * planning took 6 ms, three times as long as now, and running 0.3 ms.
	 * @see <a href=
	 * "https://www.postgresql.org/docs/current/runtime-config-query.html#GUC-JOIN-COLLAPSE-LIMIT">join_collapse_limit</a>
	 */
	private static final String INDEXES = """
			select i.indrelid, k.o = 1, ic.relname, i.indisunique, %s,
			    (select am.amname from pg_catalog.pg_am am where am.oid = ic.relam),
			    case when k.o = 1 then %s end,
			    case when k.o = 1 then pg_catalog.pg_get_expr(i.indpred, i.indrelid) end,
			    ic.reloptions, (select ts.spcname from pg_catalog.pg_tablespace ts where ts.oid = ic.reltablespace),
			    x.conname, coalesce(x.condeferrable, false), coalesce(x.condeferred, false),
			    a.attname, case when k.n = 0 then pg_catalog.pg_get_indexdef(i.indexrelid, k.o, false) end,
			    cn.nspname, c.collname, opn.nspname, op.opcname, i.indoption[k.o - 1],
			    (select o.oprname from pg_catalog.pg_operator o where o.oid = x.conexclop[k.o]), k.o = 1 and i.indpred is not null, k.n = 0,
			    ia.attoptions
			from pg_catalog.pg_index i
			join pg_catalog.pg_class ic on ic.oid = i.indexrelid
			left join pg_catalog.pg_constraint x on x.conrelid = i.indrelid and x.conindid = i.indexrelid
			    and x.contype in ('p', 'u', 'x')
			cross join lateral pg_catalog.unnest(i.indkey) with ordinality u (n, place)
			cross join lateral (select u.n, u.place::int as o) k
			join pg_catalog.pg_attribute ia on ia.attrelid = i.indexrelid and ia.attnum = k.o
			left join pg_catalog.pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.n and k.n <> 0
			left join (pg_catalog.pg_collation c join pg_catalog.pg_namespace cn on cn.oid = c.collnamespace)
			    on c.oid = i.indcollation[k.o - 1] and c.oid <> coalesce(a.attcollation,
			        (select t.typcollation from pg_catalog.pg_type t where t.oid = ia.atttypid))
			left join (pg_catalog.pg_opclass op join pg_catalog.pg_namespace opn on opn.oid = op.opcnamespace)
			    on op.oid = i.indclass[k.o - 1] and (not op.opcdefault or ia.attoptions is not null)
			where %s and (x.oid is null or x.contype = 'x') and k.o <= i.indnkeyatts
			order by i.indrelid, ic.relname, k.o
			""";

	private final CatalogNames names;

	CatalogIndexes(CatalogNames names) {
		this.names = names;
	}

	/**
	 * Returns SQL for whether an index {@code i} treats two NULLs as equal.
	 */
	static String nullsNotDistinct(int serverVersion) {
		return (serverVersion >= 15) ? "i.indnullsnotdistinct" : "false";
	}

	static String query(CatalogTables tables, int serverVersion) {
		return INDEXES.formatted(nullsNotDistinct(serverVersion), INCLUDED, tables.are("i.indrelid"));
	}

	void read(List<Row> rows, CatalogTables tables) {
		List<Row> keys = new ArrayList<>();
		for (Row row : rows) {
			if (row.required(1).equals("t")) {
				add(tables, keys);
				keys.clear();
			}
			keys.add(row);
		}
		add(tables, keys);
	}

	private void add(CatalogTables tables, List<Row> keys) {
		CatalogTable table = keys.isEmpty() ? null : tables.get(keys.get(0).required(0));
		if (table == null) {
			return;
		}
		if (keys.get(0).text(10) != null) {
			table.add(exclusion(keys));
		}
		else {
			table.add(index(table.name(), keys));
		}
	}

	private Index index(ObjectName table, List<Row> keys) {
		Row row = keys.get(0);
		String method = row.required(5);
		return new Index(row.required(2), table, keys.stream().map(this::key).toList(), row.required(3).equals("t"),
				row.required(4).equals("t"), method.equals("btree") ? null : method, TextArray.read(row.text(6)),
				condition(row), parameters(row.text(8)), row.text(9));
	}

	private Exclusion exclusion(List<Row> keys) {
		Row row = keys.get(0);
		return new Exclusion(row.required(10), row.required(5),
				keys.stream().map((key) -> new Exclusion.Element(key(key), key.required(20))).toList(), condition(row),
				CatalogConstraints.deferral(row, 11));
	}

	private IndexKey key(Row row) {
		String expression = VanishedObjectException.check(row.required(22).equals("t"), row.text(14));
		int option = Integer.parseInt(row.required(19));
		boolean down = (option & 1) != 0;
		boolean nullsFirst = (option & 2) != 0;
		IndexKey.Nulls nulls = nullsFirst ? IndexKey.Nulls.FIRST : IndexKey.Nulls.LAST;
		return new IndexKey((expression != null) ? null : row.required(13),
				(expression != null) ? PrintedExpression.lasting(expression) : null, name(row, 15), name(row, 17),
				parameters(row.text(23)), down ? IndexKey.Order.DESC : null, (nullsFirst != down) ? nulls : null);
	}

	private @Nullable ObjectName name(Row row, int schema) {
		return (row.text(schema + 1) != null) ? this.names.ofFound(row.required(schema), row.required(schema + 1))
				: null;
	}

	private static @Nullable String condition(Row row) {
		String predicate = VanishedObjectException.check(row.required(21).equals("t"), row.text(7));
		return (predicate != null) ? PrintedExpression.lasting(predicate) : null;
	}

	private static Map<String, String> parameters(@Nullable String options) {
		Map<String, String> parameters = new LinkedHashMap<>();
		TextArray.read(options).stream().sorted().forEach((option) -> {
			int equals = option.indexOf('=');
			parameters.put(option.substring(0, equals), option.substring(equals + 1));
		});
		return parameters;
	}

}
