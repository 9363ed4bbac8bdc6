package dev.migrator.internal.dialect.catalog;

import java.util.ArrayList;
import java.util.List;

import dev.migrator.internal.dialect.connection.Row;
import dev.migrator.internal.schema.ObjectId;
import dev.migrator.internal.schema.Setting;
import dev.migrator.internal.schema.SettingObject;
import dev.migrator.schema.ColumnName;
import dev.migrator.schema.ObjectName;

/**
 * Reads the settings of tables and their parts that differ from PostgreSQL's defaults.
 * The parameters of an index without a constraint are read with the index.
 */
final class CatalogSettings {

	/**
	 * The query. Each row has the table, the kind, the column or index, the parameter,
	 * the value, the default value, and whether the index belongs to a constraint. Only
	 * an index with an expression has statistics. The index of a replica identity may
	 * have been dropped.
	 */
	private static final String SETTINGS = """
			select c.oid, s.kind, null, s.name, s.value, null, false, s.place
			from pg_catalog.pg_class c left join pg_catalog.pg_class tc on tc.oid = c.reltoastrelid
			cross join lateral (
			    select 'REPLICA_IDENTITY', '', case c.relreplident when 'f' then 'full' else 'nothing' end, 0
			    where c.relreplident in ('f', 'n') or (c.relreplident = 'i' and not exists (
			        select from pg_catalog.pg_index x where x.indrelid = c.oid and x.indisreplident))
			    union all select 'PARAMETER', '', o.option, o.n::int from pg_catalog.unnest(c.reloptions) with ordinality o (option, n)
			    union all select 'PARAMETER', 'toast.', o.option, o.n::int from pg_catalog.unnest(tc.reloptions) with ordinality o (option, n)
			    ) s (kind, name, value, place)
			where %1$s
			union all
			select a.attrelid, s.kind, a.attname, '', s.value, s.usual, false, a.attnum
			from pg_catalog.pg_attribute a join pg_catalog.pg_type t on t.oid = a.atttypid
			cross join lateral (
			    select 'STORAGE', a.attstorage::text, t.typstorage::text where a.attstorage <> t.typstorage
			    union all select 'COMPRESSION', a.attcompression::text, null where a.attcompression <> ''
			    union all select 'STATISTICS', a.attstattarget::text, null where a.attstattarget >= 0
			    union all select 'PARAMETER', o.option, null from pg_catalog.unnest(a.attoptions) o (option)
			    ) s (kind, value, usual)
			where %2$s and a.attnum > 0 and not a.attisdropped and (a.attstorage <> t.typstorage
			    or a.attcompression <> '' or a.attstattarget >= 0 or a.attoptions is not null)
			union all
			select i.indrelid, s.kind, ic.relname, s.name, s.value, null, x.oid is not null, 0
			from pg_catalog.pg_index i join pg_catalog.pg_class ic on ic.oid = i.indexrelid
			left join pg_catalog.pg_constraint x on x.conrelid = i.indrelid and x.conindid = i.indexrelid
			    and x.contype in ('p', 'u', 'x')
			cross join lateral (
			    select 'REPLICA_IDENTITY', '', '' where i.indisreplident
			    union all select 'CLUSTER', '', '' where i.indisclustered
			    union all select 'INVALID', '', case when i.indisready and i.indislive then 'invalid' else 'unready' end
			    where not (i.indisvalid and i.indisready and i.indislive) and not exists (
			        select from pg_catalog.pg_stat_progress_create_index p where p.index_relid = i.indexrelid)
			    union all select 'INDEX_STATISTICS', ia.attnum::text, ia.attstattarget::text
			    from pg_catalog.pg_attribute ia
			    where i.indexprs is not null and ia.attrelid = i.indexrelid and ia.attstattarget >= 0
			    union all select 'INDEX_PARAMETER', '', o.option from pg_catalog.unnest(ic.reloptions) o (option)
			    where x.oid is not null and ic.relkind = 'i'
			    ) s (kind, name, value)
			where %3$s
			order by 1, 8, 2, 3, 4, 5
			""";

	private CatalogSettings() {
	}

	static String query(CatalogTables tables) {
		return SETTINGS.formatted(tables.are("c.oid"), tables.are("a.attrelid"), tables.are("i.indrelid"));
	}

	static List<SettingObject> of(List<Row> rows, CatalogTables tables) {
		List<SettingObject> settings = new ArrayList<>();
		for (Row row : rows) {
			CatalogTable table = tables.get(row.required(0));
			if (table != null) {
				settings.add(setting(row, table.name()));
			}
		}
		return settings;
	}

	private static SettingObject setting(Row row, ObjectName table) {
		String of = row.text(2);
		if (of == null) {
			return ofTable(row, table);
		}
		return switch (row.required(1)) {
			case "STORAGE", "COMPRESSION", "STATISTICS", "PARAMETER" -> ofColumn(row, new ColumnName(table, of));
			default -> ofIndex(row, table, of);
		};
	}

	private static SettingObject ofTable(Row row, ObjectName table) {
		String value = row.required(4);
		return row.required(1).equals("PARAMETER")
				? new SettingObject(Setting.ofTable(table, row.required(3) + parameter(value)), parameterValue(value))
				: new SettingObject(Setting.ofReplicaIdentity(table), value);
	}

	private static SettingObject ofColumn(Row row, ColumnName column) {
		String value = row.required(4);
		Setting.Kind kind = Setting.Kind.valueOf(row.required(1));
		return switch (kind) {
			case PARAMETER -> new SettingObject(Setting.ofColumn(column, parameter(value)), parameterValue(value));
			case STORAGE -> new SettingObject(Setting.ofColumn(kind, column), ObjectId.column(column), storage(value),
					storage(row.required(5)), null);
			case COMPRESSION -> new SettingObject(Setting.ofColumn(kind, column), value.equals("l") ? "lz4" : "pglz");
			default -> new SettingObject(Setting.ofColumn(kind, column), value);
		};
	}

	private static String storage(String letter) {
		return switch (letter) {
			case "p" -> "plain";
			case "e" -> "external";
			case "m" -> "main";
			default -> "extended";
		};
	}

	private static SettingObject ofIndex(Row row, ObjectName table, String name) {
		String value = row.required(4);
		ObjectName index = table.sibling(name);
		ObjectId key = row.required(6).equals("t") ? ObjectId.constraint(table, name) : ObjectId.index(index);
		return switch (row.required(1)) {
			case "CLUSTER" -> new SettingObject(Setting.ofCluster(table), name, table, key);
			case "REPLICA_IDENTITY" ->
				new SettingObject(Setting.ofReplicaIdentity(table), Setting.usingIndex(name), table, key);
			case "INVALID" -> new SettingObject(Setting.ofInvalid(index), value, table, key);
			case "INDEX_STATISTICS" ->
				new SettingObject(Setting.ofStatistics(index, Integer.parseInt(row.required(3))), value, table, key);
			default -> new SettingObject(Setting.ofIndex(index, parameter(value)), parameterValue(value), table, key);
		};
	}

	private static String parameter(String option) {
		return option.substring(0, option.indexOf('='));
	}

	private static String parameterValue(String option) {
		return option.substring(option.indexOf('=') + 1);
	}

}
