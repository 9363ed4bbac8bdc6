package dev.migrator.internal.autogenerate.baseline;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import dev.migrator.autogenerate.ComparisonSettings;
import dev.migrator.internal.dialect.catalog.CatalogReader;
import dev.migrator.internal.dialect.catalog.CatalogReader.CatalogContents;
import dev.migrator.internal.dialect.catalog.ServerSchemas;
import dev.migrator.internal.dialect.connection.ServerConnection;
import dev.migrator.internal.dialect.definition.DefinedKind;
import dev.migrator.internal.dialect.definition.Definition;
import dev.migrator.internal.dialect.definition.DefinitionReader;
import dev.migrator.internal.dialect.definition.Dependencies;
import dev.migrator.internal.dialect.definition.UnwrittenParts;
import dev.migrator.internal.dialect.session.TransactionSql;
import dev.migrator.internal.schema.SchemaObjects;
import dev.migrator.schema.ObjectName;

/**
 * The present schema of a database, as statements that make it in an empty one. Owners
 * and rights are no part of it: they name roles, which are not objects of a database.
 */
public final class WrittenSchema {

	private final SchemaObjects compared;

	private final List<SchemaPiece> pieces;

	private final List<String> unwritten;

	private final List<String> schemas;

	private final List<String> sequenceValues;

	private WrittenSchema(SchemaObjects compared, List<SchemaPiece> pieces, List<String> unwritten,
			List<String> schemas, List<String> sequenceValues) {
		this.compared = compared;
		this.pieces = List.copyOf(pieces);
		this.unwritten = List.copyOf(unwritten);
		this.schemas = List.copyOf(schemas);
		this.sequenceValues = List.copyOf(sequenceValues);
	}

	/**
	 * Reads the schema, in the state of one moment. Changes nothing.
	 * @param connection a session with the database, outside of a transaction
	 * @param settings which schemas, tables and objects are looked at
	 * @param migratorTables the tables of the migrator itself
	 * @return the schema
	 */
	public static WrittenSchema read(ServerConnection connection, ComparisonSettings settings,
			Set<ObjectName> migratorTables) {
		connection.send(TransactionSql.BEGIN_TO_READ);
		try {
			ServerSchemas server = ServerSchemas.read(connection);
			ComparisonSettings full = settings.toBuilder()
				.existingSchemas(server.names())
				.defaultSchema(server.defaultSchema())
				.build();
			Set<String> schemas = new TreeSet<>();
			server.names()
				.stream()
				.filter((schema) -> schema.equals(server.defaultSchema()) || settings.schemas().take(schema))
				.forEach(schemas::add);
			CatalogContents contents = new CatalogReader(connection, migratorTables).readAll(server, schemas);
			WrittenObjects written = WrittenObjects.of(contents, full);
			Dependencies dependencies = Dependencies.read(connection);
			List<Definition> definitions = written.taken(DefinitionReader.read(connection, schemas));
			List<SchemaPiece> pieces = new Pieces(dependencies).of(written.compared(), definitions, server.names());
			List<String> unwritten = new ArrayList<>(written.unwritten());
			unwritten.addAll(UnwrittenParts.read(connection, schemas));
			return new WrittenSchema(written.compared(), pieces, unwritten, List.copyOf(schemas),
					written.valuesOf(connection, schemas));
		}
		finally {
			connection.rollback();
		}
	}

	/**
	 * Returns whether there is no object.
	 */
	public boolean isEmpty() {
		return this.pieces.stream().allMatch((piece) -> piece.kind().isSurrounding());
	}

	/**
	 * Returns the objects, without schemas and extensions.
	 * @return a description of each
	 */
	public List<String> objects() {
		return this.pieces.stream()
			.filter((piece) -> !piece.kind().isSurrounding())
			.map(SchemaPiece::described)
			.distinct()
			.toList();
	}

	/**
	 * Returns the objects that comparisons know.
	 */
	SchemaObjects compared() {
		return this.compared;
	}

	/**
	 * Returns the pieces, each after what it needs.
	 */
	List<SchemaPiece> pieces() {
		return this.pieces;
	}

	/**
	 * Returns the schemas that were read.
	 */
	public List<String> schemas() {
		return this.schemas;
	}

	/**
	 * Returns the statements that set the sequences to their present values.
	 */
	List<String> sequenceValues() {
		return this.sequenceValues;
	}

	/**
	 * Returns what the statements do not make.
	 * @return a description of each such object or property
	 */
	public List<String> unwritten() {
		return this.unwritten;
	}

	/**
	 * Returns the number of objects.
	 */
	public int size() {
		return (int) this.pieces.stream().filter((piece) -> !piece.identity().isEmpty()).count();
	}

	/**
	 * Returns the schema as files.
	 * @return the texts by path: {@code tables/users.sql}
	 */
	public Map<String, String> files() {
		return SchemaFiles.of(this.pieces);
	}

	/**
	 * Returns the schema as one text.
	 * @return the statements, each after what it needs
	 */
	public String text() {
		List<String> texts = new ArrayList<>();
		if (hasRoutines()) {
			texts.add(TransactionSql.FILE_WITHOUT_BODIES);
		}
		this.pieces.forEach((piece) -> texts.add(piece.create()));
		return texts.isEmpty() ? "" : String.join("\n\n", texts) + "\n";
	}

	/**
	 * Returns whether there are routines: their bodies may name what is made later.
	 */
	boolean hasRoutines() {
		return this.pieces.stream().anyMatch((piece) -> piece.kind() == DefinedKind.ROUTINE);
	}

	/**
	 * Returns the texts of the objects.
	 * @return the text of each, by its description
	 */
	Map<String, String> texts() {
		Map<String, String> texts = new LinkedHashMap<>();
		this.pieces.forEach((piece) -> texts.merge(piece.described(), piece.create(), (a, b) -> a + "\n" + b));
		return texts;
	}

}
