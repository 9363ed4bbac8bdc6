package dev.migrator.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.util.List;

import org.postgresql.core.BaseConnection;
import org.postgresql.core.NativeQuery;
import org.postgresql.core.QueryExecutor;
import org.postgresql.core.ResultHandlerBase;
import org.postgresql.core.SqlCommand;

/**
 * The least that a migration can cost: for each script of a folder one message to the
 * server, with its SQL, an update of a version row, a row of a history and the commit. It
 * reads each file once, as the migrator also has to read them, and checks nothing.
 */
final class BareJdbc {

	private static final String TABLES = """
			create table version (version_num varchar(128) primary key);
			insert into version values ('base');
			create table history (id bigint generated always as identity, revision varchar(128) not null,
			    direction text not null, started timestamptz not null, duration interval, outcome text not null,
			    script text, checksum text, db_user text not null, primary key (revision, id))""";

	private static final int ONE_MESSAGE = QueryExecutor.QUERY_EXECUTE_AS_SIMPLE | QueryExecutor.QUERY_SUPPRESS_BEGIN
			| QueryExecutor.QUERY_ONESHOT | QueryExecutor.QUERY_NO_RESULTS;

	private BareJdbc() {
	}

	static void migrate(Database database, List<Path> scripts) throws IOException, SQLException {
		try (Connection connection = database.dataSource().getConnection();
				Statement statement = connection.createStatement()) {
			statement.execute(TABLES);
			QueryExecutor executor = connection.unwrap(BaseConnection.class).getQueryExecutor();
			for (int i = 0; i < scripts.size(); i++) {
				String message = """
						begin;
						%1$s
						update version set version_num = 'r%2$d' where version_num = '%3$s';
						insert into history (revision, direction, started, duration, outcome, script, checksum, db_user)
						values ('r%2$d', 'upgrade', now(), clock_timestamp() - now(), 'done', '%4$s', 'r%2$d', current_user);
						commit"""
					.formatted(upgrade(Files.readString(scripts.get(i))), i, (i == 0) ? "base" : "r" + (i - 1),
							scripts.get(i));
				send(executor, message);
			}
		}
	}

	/**
	 * Sends one message. {@code Statement.execute} would send one for each statement.
	 */
	static void send(QueryExecutor executor, String message) throws SQLException {
		executor.execute(executor.wrap(List.of(new NativeQuery(message, SqlCommand.BLANK))), null, new Answer(), 0, 0,
				ONE_MESSAGE);
	}

	private static String upgrade(String script) {
		String marker = "-- migrator:upgrade\n";
		return script.substring(script.indexOf(marker) + marker.length(), script.indexOf("-- migrator:downgrade"));
	}

	/**
	 * Throws the error of the server, if there is one.
	 */
	private static final class Answer extends ResultHandlerBase {

		@Override
		public void handleWarning(SQLWarning warning) {
		}

	}

}
