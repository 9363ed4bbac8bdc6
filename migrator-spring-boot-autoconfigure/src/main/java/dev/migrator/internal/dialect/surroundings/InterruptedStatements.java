package dev.migrator.internal.dialect.surroundings;

import java.util.List;
import java.util.Objects;

import dev.migrator.internal.dialect.connection.ServerConnection;
import dev.migrator.internal.dialect.inspection.ConcurrentStatement;
import dev.migrator.internal.dialect.inspection.ReindexStatement;
import dev.migrator.internal.dialect.lexer.SqlText;

/**
 * Finds and removes what interrupted statements with CONCURRENTLY have left in a
 * database.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-createindex.html">CREATE
 * INDEX</a>
 * @see <a href="https://www.postgresql.org/docs/current/sql-reindex.html">REINDEX</a>
 */
public final class InterruptedStatements {

	/**
	 * A condition for indexes that are being built. The index is {@code i}, its table
	 * {@code t}, and {@code o} the table whose TOAST table is {@code t}. The builds of
	 * other roles are hidden, but their locks are visible.
	 */
	private static final String BEING_BUILT = """
			exists (select from pg_catalog.pg_stat_progress_create_index p where p.datid = current.oid and case
			    when p.relid is null then exists (
			        select from pg_catalog.pg_locks l where l.pid = p.pid and l.locktype = 'relation'
			            and l.database = p.datid and l.relation in (t.oid, o.oid, nullif(t.reltoastrelid, 0)))
			    when p.command like 'CREATE%' and p.index_relid <> 0 then p.index_relid = i.indexrelid
			    else p.relid in (t.oid, o.oid, nullif(t.reltoastrelid, 0)) end)""";

	private final ServerConnection connection;

	/**
	 * Creates the search in the database of a session, with its search path.
	 * @param connection the session
	 */
	public InterruptedStatements(ServerConnection connection) {
		this.connection = connection;
	}

	/**
	 * Finds INVALID indexes with the name of the index that a statement builds.
	 * @param build a statement that builds an index
	 * @return the index; empty if it is valid, does not exist, or has no name
	 */
	public List<InvalidIndex> leftBy(ConcurrentStatement build) {
		if (build.object() == null) {
			return List.of();
		}
		return indexes("t.oid = to_regclass(%s) and c.relname = (parse_ident(%s))[1]"
			.formatted(SqlText.literal(build.table()), SqlText.literal(build.object())));
	}

	/**
	 * Finds INVALID indexes that a statement has created while it rebuilt others, on the
	 * same relations.
	 * @param reindex a statement that rebuilds indexes concurrently
	 * @return the indexes
	 */
	public List<InvalidIndex> leftBy(ReindexStatement reindex) {
		return indexes("c.relname ~ '_cc(new|old)[0-9]*$' and " + of(reindex));
	}

	/**
	 * Returns a condition for the base name. A name that is too long is cut before the
	 * suffix, to 63 bytes or, at the end of a character, up to three less.
	 */
	private static String of(ReindexStatement reindex) {
		if (reindex.name() == null && reindex.scope() != ReindexStatement.Scope.DATABASE) {
			return "false";
		}
		String name = SqlText.literal(Objects.requireNonNullElse(reindex.name(), ""));
		return switch (reindex.scope()) {
			case INDEX -> """
					exists (select from (select to_regclass(%1$s)::oid as oid
					        union select relid from pg_catalog.pg_partition_tree(to_regclass(%1$s))) r
					    join pg_catalog.pg_index ri on ri.indexrelid = r.oid
					    join pg_catalog.pg_class rc on rc.oid = r.oid
					    cross join regexp_replace(c.relname, '_cc(new|old)[0-9]*$', '') as base
					    where ri.indrelid = i.indrelid and (rc.relname = base
					        or octet_length(c.relname) >= 60 and starts_with(rc.relname, base)))""".formatted(name);
			case TABLE -> """
					(array[t.oid, o.oid] && array(select to_regclass(%1$s)::oid
					    union select relid from pg_catalog.pg_partition_tree(to_regclass(%1$s))))""".formatted(name);
			case SCHEMA -> "coalesce(o.relnamespace, t.relnamespace) = to_regnamespace(%s)".formatted(name);
			case DATABASE -> "true";
			case SYSTEM -> "false";
		};
	}

	/**
	 * Finds all INVALID indexes of the database that no session is building, including
	 * {@code _ccnew} and {@code _ccold} ones.
	 * @return the indexes
	 */
	public List<InvalidIndex> invalid() {
		return indexes("true").stream().filter((index) -> !index.beingBuilt()).toList();
	}

	private List<InvalidIndex> indexes(String condition) {
		return this.connection
			.query("""
					select format('%%I.%%I', n.nspname, c.relname), %s,
					    pg_has_role(c.relowner, 'USAGE') and has_schema_privilege(n.oid, 'USAGE'), i.indisready and i.indislive
					from pg_catalog.pg_index i
					    join pg_catalog.pg_class c on c.oid = i.indexrelid
					    join pg_catalog.pg_namespace n on n.oid = c.relnamespace
					    join pg_catalog.pg_class t on t.oid = i.indrelid
					    left join pg_catalog.pg_class o on o.reltoastrelid = t.oid
					    join pg_catalog.pg_database current on current.datname = current_database()
					where not i.indisvalid and c.relkind = 'i' and %s order by 1
					"""
				.formatted(BEING_BUILT, condition))
			.stream()
			.map((row) -> new InvalidIndex(row.required(0), "t".equals(row.text(1)), "t".equals(row.text(2)),
					"t".equals(row.text(3))))
			.toList();
	}

	/**
	 * Finds INVALID indexes of partitioned tables: a partition has no attached index.
	 * @return the indexes, as SQL writes them
	 */
	public List<String> unattached() {
		return column("""
				select format('%I.%I', n.nspname, c.relname) from pg_catalog.pg_index i
				    join pg_catalog.pg_class c on c.oid = i.indexrelid
				    join pg_catalog.pg_namespace n on n.oid = c.relnamespace
				where not i.indisvalid and c.relkind = 'I' order by 1
				""");
	}

	/**
	 * Returns whether a partition is half detached.
	 * @param detach a statement that detaches a partition
	 * @return whether a detach must be finalized
	 */
	public boolean detachPending(ConcurrentStatement detach) {
		return !column("""
				select inhrelid::regclass::text from pg_catalog.pg_inherits
				where inhdetachpending and inhparent = to_regclass(%s) and inhrelid = to_regclass(%s)
				""".formatted(SqlText.literal(detach.table()),
				SqlText.literal(Objects.requireNonNull(detach.object()))))
			.isEmpty();
	}

	/**
	 * Drops an index without blocking other sessions.
	 * @param index the index
	 */
	public void drop(InvalidIndex index) {
		this.connection.send(index.drop());
	}

	/**
	 * Finalizes an interrupted detach.
	 * @param detach the interrupted statement
	 */
	public void finalizeDetach(ConcurrentStatement detach) {
		this.connection.send("ALTER TABLE %s DETACH PARTITION %s FINALIZE".formatted(detach.table(), detach.object()));
	}

	private List<String> column(String sql) {
		return this.connection.query(sql).stream().map((row) -> row.required(0)).toList();
	}

}
