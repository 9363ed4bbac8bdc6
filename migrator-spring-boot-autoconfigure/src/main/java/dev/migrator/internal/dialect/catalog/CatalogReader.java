package dev.migrator.internal.dialect.catalog;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import dev.migrator.internal.dialect.connection.Row;
import dev.migrator.internal.dialect.connection.ServerConnection;
import dev.migrator.internal.schema.DetailObject;
import dev.migrator.internal.schema.SchemaObjects;
import dev.migrator.schema.ObjectName;

/**
 * Reads what a database has, from {@code pg_catalog}, with six messages however much it
 * is, and as it is at one moment. Expressions are as PostgreSQL prints them, without the
 * parentheses around the whole; where PostgreSQL has a default, it is left out: of a
 * sequence, of an index.
 * <p>
 * Left out are views, foreign tables, partitions, tables that inherit, temporary tables,
 * what belongs to an extension and the server's own schemas; {@link #readAll} says which
 * objects there are of other kinds. Of what is read, these are left out: the schema of an
 * operator of an exclusion constraint, tablespaces of tables and of the indexes behind
 * constraints, owners, privileges, policies and triggers, and comments on objects that
 * are not read.
 */
public final class CatalogReader {

	private final ServerConnection connection;

	private final Set<ObjectName> leftOut;

	/**
	 * Creates a new reader.
	 * @param connection the session; names in expressions are as its search path makes
	 * them
	 * @param leftOut tables that are not read, such as the migrator's own; one without a
	 * schema is in the connection's
	 */
	public CatalogReader(ServerConnection connection, Set<ObjectName> leftOut) {
		this.connection = connection;
		this.leftOut = Set.copyOf(leftOut);
	}

	/**
	 * Reads the schema of the connection: the first of its search path that there is.
	 * @return what it has; nothing if there is no such schema
	 */
	public SchemaObjects read() {
		CatalogNames names = names();
		String schema = names.defaultSchema();
		return read(names, CatalogSelection.schemas((schema != null) ? List.of(schema) : List.of()));
	}

	/**
	 * Reads schemas.
	 * @param schemas their names, as they are; those that do not exist, and the server's
	 * own, have nothing
	 * @return what they have; names in the connection's schema have none
	 */
	public SchemaObjects read(Collection<String> schemas) {
		return read(names(), CatalogSelection.schemas(schemas));
	}

	/**
	 * Reads schemas of a server that is known already, with one message less, and which
	 * objects there are of other kinds.
	 * @param server what is known of it
	 * @param schemas their names, as they are
	 * @return what they have; names in the connection's schema have none
	 */
	public CatalogContents readAll(ServerSchemas server, Collection<String> schemas) {
		CatalogNames names = new CatalogNames(server.defaultSchema());
		CatalogSelection selection = CatalogSelection.schemas(schemas);
		try {
			return readAtOnce(names, selection);
		}
		catch (VanishedObjectException ex) {
			return readAtOnce(names, selection);
		}
	}

	private CatalogContents readAtOnce(CatalogNames names, CatalogSelection selection) {
		if (this.connection.inTransaction()) {
			return readWithOthers(names, selection);
		}
		this.connection.send("BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY");
		try {
			return readWithOthers(names, selection);
		}
		finally {
			this.connection.rollback();
		}
	}

	private CatalogContents readWithOthers(CatalogNames names, CatalogSelection selection) {
		SchemaObjects tables = readTables(names, selection);
		List<String> queries = new ArrayList<>(UncomparedObjects.queries(selection));
		int types = queries.size();
		queries.addAll(CatalogTypeObjects.queries(selection));
		List<List<Row>> rows = this.connection.queries(queries);
		return new CatalogContents(CatalogTypeObjects.with(tables, rows.subList(types, rows.size()), names),
				UncomparedObjects.of(rows.subList(0, types), names));
	}

	private CatalogNames names() {
		return new CatalogNames(this.connection.query("select pg_catalog.current_schema()").get(0).text(0));
	}

	private SchemaObjects read(CatalogNames names, CatalogSelection selection) {
		return CatalogTypeObjects.with(readTables(names, selection),
				this.connection.queries(CatalogTypeObjects.queries(selection)), names);
	}

	/**
	 * Reads tables and sequences: first which there are, then all that is in the tables.
	 */
	public SchemaObjects readTables(CatalogNames names, CatalogSelection selection) {
		Set<ObjectName> without = this.leftOut.stream()
			.map((name) -> (name.schema() != null) ? names.of(name.schema(), name.name()) : name)
			.collect(Collectors.toSet());
		List<List<Row>> first = this.connection
			.queries(List.of(CatalogTables.query(selection), CatalogSequences.query(selection)));
		CatalogTables tables = CatalogTables.of(first.get(0), names, without);
		CatalogSequences sequences = CatalogSequences.of(first.get(1), names, without);
		int version = this.connection.serverVersion();
		List<String> queries = new ArrayList<>(
				List.of(CatalogColumns.query(tables), CatalogConstraints.query(tables, version),
						CatalogIndexes.query(tables, version), CatalogSettings.query(tables)));
		int notNulls = queries.size();
		queries.addAll(CatalogNotNulls.queries(tables, version));
		List<List<Row>> rows = this.connection.queries(queries);
		new CatalogColumns(names, sequences).read(rows.get(0), tables);
		new CatalogConstraints(names).read(rows.get(1), tables);
		new CatalogIndexes(names).read(rows.get(2), tables);
		List<DetailObject> details = new ArrayList<>(CatalogSettings.of(rows.get(3), tables));
		details.addAll(sequences.settings());
		for (List<Row> found : rows.subList(notNulls, rows.size())) {
			details.addAll(CatalogNotNulls.read(found, tables));
		}
		return SchemaObjects.of(tables.tables(), List.of(), sequences.sequences(), details);
	}

}
