package dev.migrator.internal.dialect.scratch;

import dev.migrator.internal.dialect.catalog.CatalogReader.CatalogContents;
import dev.migrator.internal.dialect.connection.ServerConnection;

/**
 * Runs SQL only to read back the result: in a transaction that is never committed.
 * Nothing is left when it is closed.
 */
public sealed interface Scratch extends AutoCloseable permits ScratchDatabase, ScratchSchema {

	/**
	 * Returns the session for the SQL, with an open transaction. Unqualified names are
	 * created in their real schema, or in a schema that represents it.
	 * @return the session
	 */
	ServerConnection connection();

	/**
	 * Gives the session the settings that it had in the beginning.
	 */
	void settle();

	/**
	 * Reads the current contents, in the form in which the real objects would be read,
	 * whatever settings were changed meanwhile.
	 * @return all contents; names in the default schema are unqualified
	 */
	CatalogContents read();

	@Override
	void close();

}
