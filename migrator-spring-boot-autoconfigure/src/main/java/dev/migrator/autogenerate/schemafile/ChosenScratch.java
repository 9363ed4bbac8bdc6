package dev.migrator.autogenerate.schemafile;

import dev.migrator.dialect.CatalogContents;
import dev.migrator.dialect.Scratch;
import dev.migrator.dialect.ServerConnection;

/**
 * Where the file is run.
 *
 * @param scratch the database or the schema
 * @param whatIsThere what the file finds there, in words for whoever has to correct it
 */
record ChosenScratch(Scratch scratch, String whatIsThere) implements AutoCloseable {

	ServerConnection connection() {
		return this.scratch.connection();
	}

	CatalogContents read() {
		return this.scratch.read();
	}

	@Override
	public void close() {
		this.scratch.close();
	}

}
