package dev.migrator.internal.dialect.catalog;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.migrator.internal.dialect.connection.Row;
import dev.migrator.internal.schema.Setting;
import dev.migrator.internal.schema.SettingObject;
import dev.migrator.schema.ColumnName;
import dev.migrator.schema.DataType;
import dev.migrator.schema.ObjectName;
import dev.migrator.schema.SequenceOptions;
import dev.migrator.schema.Types;
import dev.migrator.schema.element.Sequence;
import org.jspecify.annotations.Nullable;

/**
 * Reads the sequences: independent ones, those of serial columns, and those of identity
 * columns.
 */
final class CatalogSequences {

	/** The query. The types of a sequence are int2, int4 and int8. */
	private static final String SEQUENCES = """
			select n.nspname, c.relname, t.typname, s.seqstart, s.seqincrement, s.seqmin, s.seqmax, s.seqcache, s.seqcycle,
			    d.deptype = 'i', d.refobjid, a.attname, rn.nspname, r.relname,
			    c.relpersistence = 'u'
			from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
			join pg_catalog.pg_sequence s on s.seqrelid = c.oid
			join pg_catalog.pg_type t on t.oid = s.seqtypid
			left join (pg_catalog.pg_depend d
			    join pg_catalog.pg_class r on r.oid = d.refobjid join pg_catalog.pg_namespace rn on rn.oid = r.relnamespace
			    join pg_catalog.pg_attribute a on a.attrelid = d.refobjid and a.attnum = d.refobjsubid)
			    on d.classid = 'pg_catalog.pg_class'::regclass and d.objid = c.oid and d.objsubid = 0
			    and d.refclassid = 'pg_catalog.pg_class'::regclass and d.deptype in ('a', 'i')
			where %s and c.relkind = 'S' and %s
			order by n.nspname, c.relname
			""";

	private final Map<String, SequenceOptions> identities = new HashMap<>();

	private final List<Sequence> sequences = new ArrayList<>();

	private final List<SettingObject> settings = new ArrayList<>();

	private CatalogSequences() {
	}

	static String query(CatalogSelection selection) {
		return SEQUENCES.formatted(selection.condition(), CatalogSelection.noExtension("pg_class", "c.oid"));
	}

	static CatalogSequences of(List<Row> rows, CatalogNames names, Set<ObjectName> leftOut) {
		CatalogSequences read = new CatalogSequences();
		for (Row row : rows) {
			DataType type = type(row.required(2));
			ColumnName owner = owner(names, row);
			if ("t".equals(row.text(9))) {
				read.identities.put(key(row.required(10), row.required(11)), options(row).plain(type));
			}
			else if (owner == null || !leftOut.contains(owner.table())) {
				ObjectName name = names.of(row.required(0), row.required(1));
				read.sequences.add(new Sequence(name, type, options(row), owner).plain());
				if (row.required(14).equals("t")) {
					read.settings.add(new SettingObject(Setting.ofSequenceLog(name), Setting.UNLOGGED));
				}
			}
		}
		return read;
	}

	private static DataType type(String name) {
		return switch (name) {
			case "int2" -> Types.smallint();
			case "int4" -> Types.integer();
			default -> Types.bigint();
		};
	}

	private static SequenceOptions options(Row row) {
		return new SequenceOptions(Long.valueOf(row.required(3)), Long.valueOf(row.required(4)),
				Long.valueOf(row.required(5)), Long.valueOf(row.required(6)), Long.valueOf(row.required(7)),
				row.required(8).equals("t"));
	}

	private static @Nullable ColumnName owner(CatalogNames names, Row row) {
		return (row.text(11) != null) ? new ColumnName(names.of(row.required(12), row.required(13)), row.required(11))
				: null;
	}

	private static String key(String table, String column) {
		return table + " " + column;
	}

	/**
	 * Returns the sequence options of an identity column.
	 */
	SequenceOptions identity(String table, String column) {
		return this.identities.getOrDefault(key(table, column), SequenceOptions.DEFAULT);
	}

	List<Sequence> sequences() {
		return this.sequences;
	}

	/**
	 * Returns the settings of unlogged sequences.
	 */
	List<SettingObject> settings() {
		return this.settings;
	}

}
