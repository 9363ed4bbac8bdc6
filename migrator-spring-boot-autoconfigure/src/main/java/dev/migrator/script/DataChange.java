package dev.migrator.script;

import dev.migrator.operation.DataMigration;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Code that reads and changes live data while a revision runs.
 */
@FunctionalInterface
public interface DataChange extends DataMigration.Body {

	/**
	 * Runs the change.
	 * @param jdbc a client on the migration's own connection, inside the revision's
	 * transaction if it has one; it cannot be used after this method has returned
	 * @throws Exception if the change fails; the revision is rolled back
	 */
	void run(JdbcClient jdbc) throws Exception;

}
