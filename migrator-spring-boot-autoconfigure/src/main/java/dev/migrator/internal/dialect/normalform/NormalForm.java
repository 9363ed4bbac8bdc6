package dev.migrator.internal.dialect.normalform;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import dev.migrator.internal.dialect.catalog.CatalogDomains;
import dev.migrator.internal.dialect.catalog.CatalogReader;
import dev.migrator.internal.dialect.catalog.CatalogSelection;
import dev.migrator.internal.dialect.catalog.ServerSchemas;
import dev.migrator.internal.dialect.connection.ServerConnection;
import dev.migrator.internal.dialect.error.SqlFailure;
import dev.migrator.internal.schema.DomainObject;
import dev.migrator.internal.schema.ObjectId;
import dev.migrator.internal.schema.SchemaObjects;
import dev.migrator.schema.InvalidDefinitionException;
import dev.migrator.schema.ObjectName;
import dev.migrator.schema.element.Sequence;
import dev.migrator.schema.element.Table;

/**
 * Converts a wanted schema to the form that PostgreSQL prints, so that {@code int4} and
 * {@code status in ('A', 'B')} can be compared with the result of {@link CatalogReader}.
 * Only PostgreSQL itself knows this form: each table is created as a temporary one, read
 * back, and rolled back. A role needs only the right to create temporary tables for this.
 * <p>
 * The objects of the database must be read first, on the same session: once both exist, a
 * name that they share is printed with its schema.
 * <p>
 * Expressions may use types and sequences that do not exist yet, if those are in the
 * wanted schema, and in the connection's schema.
 */
public final class NormalForm {

	/**
	 * A thousand tables take about 16,000 locks, and a server with default settings has
	 * space for only a few more.
	 */
	private static final int PORTION = 200;

	private final ServerConnection connection;

	private final ServerSchemas server;

	private final SchemaObjects actual;

	/**
	 * Creates a new normal form.
	 * @param connection the session, outside of a transaction
	 * @param server the known facts about the server
	 * @param actual the objects of the database: its types and sequences are used as they
	 * are
	 */
	public NormalForm(ServerConnection connection, ServerSchemas server, SchemaObjects actual) {
		this.connection = connection;
		this.server = server;
		this.actual = actual;
	}

	/**
	 * Converts a schema to PostgreSQL's form. Foreign keys, enums, names and UNLOGGED
	 * stay as they are; the sequences of serial columns are added.
	 * @param wanted the tables to convert, with all wanted types and sequences
	 * @return the same tables, types and sequences
	 * @throws DefinitionRefusedException if PostgreSQL refuses one of the tables or
	 * domains
	 * @throws SqlFailure if another error occurs
	 */
	public SchemaObjects of(SchemaObjects wanted) {
		ScratchPath path = ScratchPath.of(this.server);
		Set<String> taken = new HashSet<>();
		SchemaObjects others = wanted.only((root) -> root.kind() != ObjectId.Kind.TABLE);
		others.roots().forEach((root) -> taken.add(root.name()));
		List<Table> tables = new ArrayList<>();
		Map<ObjectName, Sequence> sequences = new HashMap<>();
		for (List<Table> portion : portions(wanted.tables())) {
			ScratchObjects objects = new ScratchObjects(path, this.actual, wanted);
			List<ScratchTable> scratch = portion.stream()
				.map((table) -> new ScratchTable(table, taken.contains(table.name().name()), objects))
				.toList();
			SchemaObjects read = readBack(path, objects, scratch);
			Map<String, Table> byName = new HashMap<>();
			read.tables().forEach((table) -> byName.put(table.name().name(), table));
			for (ScratchTable table : scratch) {
				WantedTable said = table.readBack(Objects.requireNonNull(byName.get(table.name())), read.sequences());
				tables.add(said.table());
				said.serials().forEach((sequence) -> sequences.put(sequence.name(), sequence));
			}
		}
		wanted.sequences().forEach((sequence) -> sequences.put(sequence.name(), sequence.plain()));
		return others.with(domains(path, wanted)).with(SchemaObjects.of(tables, List.of(), sequences.values()));
	}

	private SchemaObjects domains(ScratchPath path, SchemaObjects wanted) {
		ScratchObjects objects = new ScratchObjects(path, this.actual, wanted);
		if (!objects.hasDomains()) {
			return SchemaObjects.none();
		}
		try {
			create(path, objects, List.of());
			return SchemaObjects.of(CatalogDomains
				.of(this.connection.query(CatalogDomains.query(CatalogSelection.temporary())), path.names())
				.stream()
				.map((domain) -> new DomainObject(objects.wanted(domain)))
				.toList());
		}
		finally {
			this.connection.rollback();
		}
	}

	private SchemaObjects readBack(ScratchPath path, ScratchObjects objects, List<ScratchTable> tables) {
		try {
			create(path, objects, tables);
			return new CatalogReader(this.connection, Set.of()).readTables(path.names(), CatalogSelection.temporary());
		}
		finally {
			this.connection.rollback();
		}
	}

	private void create(ScratchPath path, ScratchObjects objects, List<ScratchTable> tables) {
		try {
			StringBuilder sql = new StringBuilder(path.begin() + objects.create(tables));
			tables.forEach((table) -> sql.append(table.create()));
			this.connection.send(sql.toString());
		}
		catch (SqlFailure | InvalidDefinitionException ex) {
			new RefusedDefinition(this.connection, path.begin(), objects).find(tables);
			throw ex;
		}
	}

	/**
	 * Divides the tables. In one portion no two tables have the same name, because
	 * schemas do not distinguish them any more.
	 */
	private static List<List<Table>> portions(List<Table> tables) {
		Map<String, Integer> seen = new HashMap<>();
		List<List<Table>> open = new ArrayList<>();
		List<List<Table>> portions = new ArrayList<>();
		for (Table table : tables) {
			int occurrence = seen.merge(table.name().name(), 1, Integer::sum) - 1;
			if (occurrence == open.size()) {
				open.add(new ArrayList<>());
				portions.add(open.get(occurrence));
			}
			if (open.get(occurrence).size() == PORTION) {
				open.set(occurrence, new ArrayList<>());
				portions.add(open.get(occurrence));
			}
			open.get(occurrence).add(table);
		}
		return portions;
	}

}
