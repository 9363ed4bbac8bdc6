package dev.migrator.internal.autogenerate.schemafile;

import java.util.Collection;
import java.util.List;

import dev.migrator.internal.dialect.catalog.CatalogReader.CatalogContents;
import dev.migrator.internal.dialect.catalog.ServerSchemas;
import dev.migrator.internal.dialect.connection.ServerConnection;
import dev.migrator.internal.dialect.scratch.Scratch;
import dev.migrator.internal.dialect.scratch.ScratchDatabase;
import dev.migrator.internal.dialect.surroundings.DependantsReader;
import dev.migrator.internal.schema.OpaqueObject;

/**
 * The place where the file is run.
 *
 * @param scratch the database or the schema
 * @param whatIsThere the objects that the file finds there, in words for the person who
 * has to correct it
 */
record ChosenScratch(Scratch scratch, String whatIsThere) implements AutoCloseable {

	ServerConnection connection() {
		return this.scratch.connection();
	}

	/**
	 * Gives the session the settings that it had in the beginning.
	 */
	void settle() {
		this.scratch.settle();
	}

	CatalogContents read() {
		return this.scratch.read();
	}

	/**
	 * Reads the objects that are known by their SQL, after {@link #read()}.
	 */
	List<OpaqueObject> readObjects() {
		ServerSchemas schemas = ServerSchemas.read(connection());
		String schema = schemas.defaultSchema();
		Collection<String> read = (this.scratch instanceof ScratchDatabase) ? schemas.names()
				: (schema != null) ? List.of(schema) : List.of();
		return DependantsReader.all(connection(), schemas, read);
	}

	@Override
	public void close() {
		this.scratch.close();
	}

}
