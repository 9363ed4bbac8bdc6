package dev.migrator.internal.dialect.catalog;

import java.util.List;
import java.util.Objects;

import dev.migrator.internal.dialect.connection.Row;
import dev.migrator.internal.dialect.connection.TextArray;
import dev.migrator.internal.dialect.text.PrintedExpression;
import dev.migrator.schema.Deferral;
import dev.migrator.schema.ReferentialAction;
import dev.migrator.schema.Validity;
import dev.migrator.schema.element.Check;
import dev.migrator.schema.element.Constraint;
import dev.migrator.schema.element.ForeignKey;
import dev.migrator.schema.element.PrimaryKey;
import dev.migrator.schema.element.Unique;

/**
 * Reads the constraints of tables, except exclusions, which are read with the indexes.
 * Since PostgreSQL 18 NOT NULL is a constraint too, but it is read with the column.
 */
final class CatalogConstraints {

	/**
	 * The query. A foreign key to a partitioned table also has a constraint for each of
	 * the partitions.
	 */
	private static final String CONSTRAINTS = """
			select co.conrelid, co.contype, co.conname, co.condeferrable, co.condeferred, co.connoinherit,
			    array(select a.attname::text from pg_catalog.unnest(co.conkey) with ordinality k (n, o)
			        join pg_catalog.pg_attribute a on a.attrelid = co.conrelid and a.attnum = k.n order by k.o),
			    case when co.contype = 'c' then pg_catalog.pg_get_expr(co.conbin, co.conrelid) end,
			    rn.nspname, r.relname, co.confdeltype, co.confupdtype, co.confmatchtype = 'f',
			    array(select a.attname::text from pg_catalog.unnest(co.confkey) with ordinality k (n, o)
			        join pg_catalog.pg_attribute a on a.attrelid = co.confrelid and a.attnum = k.n order by k.o),
			    %s, %s, %s, co.convalidated, %s, %s
			from pg_catalog.pg_constraint co
			left join (pg_catalog.pg_class r join pg_catalog.pg_namespace rn on rn.oid = r.relnamespace)
			    on r.oid = co.confrelid
			left join pg_catalog.pg_index i on i.indexrelid = co.conindid and co.contype in ('p', 'u')
			where %s and co.contype in ('p', 'u', 'c', 'f') and co.conparentid = 0
			order by co.conrelid, co.conname
			""";

	private static final int SET_COLUMNS_SINCE = 15;

	private static final int PERIODS_SINCE = 18;

	private static final String SET_COLUMNS = """
			array(select a.attname::text from pg_catalog.unnest(co.confdelsetcols) with ordinality k (n, o)
			        join pg_catalog.pg_attribute a on a.attrelid = co.conrelid and a.attnum = k.n order by k.o)""";

	private final CatalogNames names;

	CatalogConstraints(CatalogNames names) {
		this.names = names;
	}

	static String query(CatalogTables tables, int serverVersion) {
		return CONSTRAINTS.formatted(CatalogIndexes.INCLUDED, CatalogIndexes.nullsNotDistinct(serverVersion),
				(serverVersion < SET_COLUMNS_SINCE) ? "null" : SET_COLUMNS,
				(serverVersion < PERIODS_SINCE) ? "true" : "co.conenforced",
				(serverVersion < PERIODS_SINCE) ? "false" : "co.conperiod", tables.are("co.conrelid"));
	}

	void read(List<Row> rows, CatalogTables tables) {
		for (Row row : rows) {
			CatalogTable table = tables.get(row.required(0));
			if (table != null) {
				table.add(constraint(row));
			}
		}
	}

	private Constraint constraint(Row row) {
		String name = row.required(2);
		List<String> columns = TextArray.read(row.text(6));
		List<String> include = TextArray.read(row.text(14));
		Deferral deferral = deferral(row, 3);
		return switch (row.required(1)) {
			case "p" -> new PrimaryKey(name, columns, include, deferral, isOfPeriods(row));
			case "u" -> new Unique(name, columns, include, "t".equals(row.text(15)), deferral, isOfPeriods(row));
			case "c" -> new Check(name,
					PrintedExpression.lasting(Objects.requireNonNull(VanishedObjectException.check(true, row.text(7)))),
					row.required(5).equals("t"), validity(row));
			default -> new ForeignKey(name, columns, this.names.of(row.required(8), row.required(9)),
					TextArray.read(row.text(13)), action(row.required(10)), TextArray.read(row.text(16)),
					action(row.required(11)), row.required(12).equals("t"), deferral, validity(row), isOfPeriods(row));
		};
	}

	private static boolean isOfPeriods(Row row) {
		return row.required(19).equals("t");
	}

	private static Validity validity(Row row) {
		if (!row.required(18).equals("t")) {
			return Validity.NOT_ENFORCED;
		}
		return row.required(17).equals("t") ? Validity.VALID : Validity.NOT_VALID;
	}

	/**
	 * @param first the column for whether it can be deferred; the next column says
	 * whether it is initially deferred
	 */
	static Deferral deferral(Row row, int first) {
		if (!row.required(first).equals("t")) {
			return Deferral.NOT_DEFERRABLE;
		}
		return row.required(first + 1).equals("t") ? Deferral.INITIALLY_DEFERRED : Deferral.DEFERRABLE;
	}

	private static ReferentialAction action(String letter) {
		return switch (letter) {
			case "r" -> ReferentialAction.RESTRICT;
			case "c" -> ReferentialAction.CASCADE;
			case "n" -> ReferentialAction.SET_NULL;
			case "d" -> ReferentialAction.SET_DEFAULT;
			default -> ReferentialAction.NO_ACTION;
		};
	}

}
