package dev.migrator.internal.autogenerate.schemafile;

import dev.migrator.internal.dialect.catalog.CatalogReader.CatalogContents;
import dev.migrator.internal.dialect.connection.ServerConnection;
import dev.migrator.internal.dialect.scratch.Scratch;

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

	@Override
	public void close() {
		this.scratch.close();
	}

}
