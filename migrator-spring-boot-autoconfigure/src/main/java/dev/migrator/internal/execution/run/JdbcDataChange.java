package dev.migrator.internal.execution.run;

import java.sql.Connection;

import dev.migrator.internal.dialect.connection.ServerConnection;
import dev.migrator.operation.DataMigration;
import dev.migrator.script.DataChange;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Runs the code of a data change on the migration's own connection, which it cannot
 * close.
 */
final class JdbcDataChange implements ServerConnection.JdbcWork {

	private final DataMigration data;

	JdbcDataChange(DataMigration data) {
		this.data = data;
	}

	@Override
	public void run(Connection connection) throws Exception {
		if (!(this.data.body() instanceof DataChange change)) {
			throw new IllegalStateException("Not a data change: " + this.data.body().getClass().getName());
		}
		change.run(JdbcClient.create(new SingleConnectionDataSource(connection, true)));
	}

}
