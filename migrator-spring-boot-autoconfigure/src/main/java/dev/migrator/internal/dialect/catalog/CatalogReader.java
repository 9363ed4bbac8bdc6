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
 * Reads the contents of a database from {@code pg_catalog}: with six messages, whatever
 * the size, and in the state of one moment. Expressions are as PostgreSQL prints them,
 * without the parentheses around the whole. Defaults of PostgreSQL are left out, for
 * example of a sequence or an index.
 * <p>
 * Does not read views, foreign tables, partitions, tables that inherit, temporary tables,
 * objects of an extension and the server's own schemas. {@link #readAll} lists the
 * objects of other kinds. Of the objects that are read, these parts are left out: the
 * schema of an operator of an exclusion constraint, tablespaces of tables and of the
 * indexes of constraints, owners, privileges, policies and triggers, and comments on
 * objects that are not read.
 */
public final class CatalogReader {

	private final ServerConnection connection;

	private final Set<ObjectName> leftOut;

	/**
	 * Creates a new reader.
	 * @param connection the session; its search path determines the names in expressions
	 * @param leftOut tables that are not read, such as the migrator's own; a name without
	 * a schema is in the schema of the connection
	 */
	public CatalogReader(ServerConnection connection, Set<ObjectName> leftOut) {
		this.connection = connection;
		this.leftOut = Set.copyOf(leftOut);
	}

	/**
	 * Reads the schema of the connection: the first existing schema of its search path.
	 * @return its objects; none if no schema exists
	 */
	public SchemaObjects read() {
		CatalogNames names = names();
		String schema = names.defaultSchema();
		return read(names, CatalogSelection.schemas((schema != null) ? List.of(schema) : List.of()));
	}

	/**
	 * Reads schemas.
	 * @param schemas their exact names; schemas that do not exist, and the server's own,
	 * are empty
	 * @return their objects; names in the connection's schema are unqualified
	 */
	public SchemaObjects read(Collection<String> schemas) {
		return read(names(), CatalogSelection.schemas(schemas));
	}

	/**
	 * Reads schemas of a server that is known already, with one message less, and lists
	 * the objects of other kinds.
	 * @param server the known facts about the server
	 * @param schemas their exact names
	 * @return their contents; names in the connection's schema are unqualified
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
	 * Reads tables and sequences: first the list of them, then the contents of the
	 * tables.
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

	/**
	 * The contents of schemas of a database.
	 *
	 * @param schema the objects that can be compared
	 * @param uncompared the objects of all other kinds, by kind and name, and those of
	 * the database as a whole
	 */
	public record CatalogContents(SchemaObjects schema, List<UncomparedObject> uncompared) {

		public CatalogContents {
			uncompared = List.copyOf(uncompared);
		}

	}

}
