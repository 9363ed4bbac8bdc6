package dev.migrator.internal.dialect.value;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

import dev.migrator.internal.dialect.catalog.CatalogNames;
import dev.migrator.internal.dialect.catalog.CatalogSelection;
import dev.migrator.internal.dialect.catalog.ServerSchemas;
import dev.migrator.internal.dialect.connection.Attempt;
import dev.migrator.internal.dialect.connection.Row;
import dev.migrator.internal.dialect.connection.ServerConnection;
import dev.migrator.internal.schema.ObjectId;
import dev.migrator.schema.ColumnName;
import dev.migrator.schema.ObjectName;

/**
 * The positions of sequences.
 *
 * @param all the position of each sequence, by its owning column if it has one, or else
 * by the sequence
 */
public record SequencePositions(Map<ObjectId, Position> all) {

	private static final String QUERY = """
			select n.nspname, c.relname, tn.nspname, t.relname, a.attname, s.seqmin || ' ' || s.seqmax || ' ' || s.seqincrement,
			    pg_catalog.pg_sequence_last_value(c.oid)
			from pg_catalog.pg_sequence s join pg_catalog.pg_class c on c.oid = s.seqrelid
			join pg_catalog.pg_namespace n on n.oid = c.relnamespace
			left join (pg_catalog.pg_depend d join pg_catalog.pg_class t on t.oid = d.refobjid
			        join pg_catalog.pg_namespace tn on tn.oid = t.relnamespace
			        join pg_catalog.pg_attribute a on a.attrelid = t.oid and a.attnum = d.refobjsubid)
			    on d.classid = 'pg_catalog.pg_class'::regclass and d.objid = c.oid
			    and d.refclassid = 'pg_catalog.pg_class'::regclass and d.deptype in ('a', 'i')
			where {schemas} order by n.nspname, c.relname
			""";

	private static final String ADVANCE = """
			select pg_catalog.nextval(c.oid) from pg_catalog.pg_class c join pg_catalog.pg_namespace n
			    on n.oid = c.relnamespace join pg_catalog.pg_sequence s on s.seqrelid = c.oid, pg_catalog.generate_series(1, 5)
			where (s.seqcycle or case when s.seqincrement > 0 then s.seqmax::numeric - s.seqstart
			        else s.seqstart::numeric - s.seqmin end >= 20 * pg_catalog.abs(s.seqincrement::numeric)) and {schemas}
			""";

	public SequencePositions {
		all = Map.copyOf(all);
	}

	/**
	 * The position of a sequence.
	 *
	 * @param sequence its name
	 * @param counting its bounds and steps
	 * @param last the last number, or an empty text if it has given none
	 */
	public record Position(ObjectName sequence, String counting, String last) {

		/**
		 * Returns whether the sequence is further than before.
		 * @param before the earlier position
		 * @return whether none of the earlier numbers is given again
		 */
		public boolean isFurther(Position before) {
			if (before.last.isEmpty() || this.last.isEmpty()) {
				return before.last.isEmpty();
			}
			boolean down = this.counting.substring(this.counting.lastIndexOf(' ')).startsWith(" -");
			int further = Long.compare(Long.parseLong(this.last), Long.parseLong(before.last));
			return down ? further < 0 : further > 0;
		}

	}

	/**
	 * Takes a few numbers from each sequence that has enough.
	 * @param connection the session, in a transaction
	 * @param schemas the names of the schemas
	 */
	public static void advance(ServerConnection connection, Collection<String> schemas) {
		Attempt.of(connection,
				ADVANCE.replace("{schemas}", CatalogSelection.schemas(schemas).condition()).strip() + ";");
	}

	/**
	 * Reads the positions.
	 * @param connection the session
	 * @param server the known facts about the server
	 * @param schemas the names of the schemas
	 * @return their positions
	 */
	public static SequencePositions read(ServerConnection connection, ServerSchemas server,
			Collection<String> schemas) {
		CatalogNames names = new CatalogNames(server.defaultSchema());
		Map<ObjectId, Position> all = new LinkedHashMap<>();
		for (Row row : connection.query(QUERY.replace("{schemas}", CatalogSelection.schemas(schemas).condition()))) {
			ObjectName name = names.of(row.required(0), row.required(1));
			ObjectId id = (row.text(4) != null)
					? ObjectId.column(new ColumnName(names.of(row.required(2), row.required(3)), row.required(4)))
					: ObjectId.sequence(name);
			String last = row.text(6);
			all.put(id, new Position(name, row.required(5), (last != null) ? last : ""));
		}
		return new SequencePositions(all);
	}

}
