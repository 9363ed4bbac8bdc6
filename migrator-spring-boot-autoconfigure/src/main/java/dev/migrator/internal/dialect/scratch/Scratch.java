package dev.migrator.internal.dialect.scratch;

import dev.migrator.internal.dialect.catalog.CatalogContents;
import dev.migrator.internal.dialect.connection.ServerConnection;

/**
 * Where SQL is run only to read back what it would make: in a transaction that is never
 * committed. Nothing of it is left when it is closed.
 */
public sealed interface Scratch extends AutoCloseable permits ScratchDatabase, ScratchSchema {

	/**
	 * The session to run it in; a transaction is open. Unqualified names are made in the
	 * schema that they would be made in for real, or in one that stands for it.
	 * @return the session
	 */
	ServerConnection connection();

	/**
	 * Reads what is there now, in the words in which the same would be read where it is
	 * real, whatever was set meanwhile.
	 * @return all of it; what is in the default schema has none
	 */
	CatalogContents read();

	@Override
	void close();

}
