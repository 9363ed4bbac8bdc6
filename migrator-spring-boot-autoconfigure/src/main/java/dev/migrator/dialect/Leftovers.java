package dev.migrator.dialect;

import java.util.List;

/**
 * What statements that run CONCURRENTLY have left behind in a database.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-createindex.html">CREATE
 * INDEX</a>
 */
public final class Leftovers {

	private final ServerConnection connection;

	/**
	 * Looks into the database of a session, with its search path.
	 * @param connection the session
	 */
	public Leftovers(ServerConnection connection) {
		this.connection = connection;
	}

	/**
	 * INVALID indexes by the name that a statement gives to the one it builds.
	 * @param build a statement that builds an index
	 * @return the index, as SQL writes it; empty if it is valid, is not there, or has no
	 * name
	 */
	public List<String> invalid(ConcurrentStatement build) {
		if (build.object() == null) {
			return List.of();
		}
		return indexes("t.oid = to_regclass(%s) and c.relname = (parse_ident(%s))[1]"
			.formatted(SqlText.literal(build.table()), SqlText.literal(build.object())));
	}

	/**
	 * All INVALID indexes of the database, {@code _ccnew} and {@code _ccold} ones among
	 * them.
	 * @return the indexes, as SQL writes them
	 */
	public List<String> invalid() {
		return indexes("true");
	}

	private List<String> indexes(String condition) {
		return column("""
				select format('%%I.%%I', n.nspname, c.relname) from pg_catalog.pg_index i
				    join pg_catalog.pg_class c on c.oid = i.indexrelid
				    join pg_catalog.pg_namespace n on n.oid = c.relnamespace
				    join pg_catalog.pg_class t on t.oid = i.indrelid
				where not i.indisvalid and c.relkind = 'i' and %s order by 1
				""".formatted(condition));
	}

	/**
	 * Whether a partition is half detached.
	 * @param detach a statement that detaches a partition
	 * @return whether there is a detach to finalize
	 */
	public boolean detachPending(ConcurrentStatement detach) {
		return !column("""
				select inhrelid::regclass::text from pg_catalog.pg_inherits
				where inhdetachpending and inhparent = to_regclass(%s) and inhrelid = to_regclass(%s)
				""".formatted(SqlText.literal(detach.table()), SqlText.literal(String.valueOf(detach.object()))))
			.isEmpty();
	}

	/**
	 * Drops an index without blocking anybody.
	 * @param index the index, as SQL writes it
	 */
	public void drop(String index) {
		this.connection.send("DROP INDEX CONCURRENTLY IF EXISTS " + index);
	}

	/**
	 * Ends a detach that was broken off.
	 * @param detach the statement that was
	 */
	public void finalizeDetach(ConcurrentStatement detach) {
		this.connection.send("ALTER TABLE %s DETACH PARTITION %s FINALIZE".formatted(detach.table(), detach.object()));
	}

	private List<String> column(String sql) {
		return this.connection.query(sql).stream().map((row) -> row.required(0)).toList();
	}

}
