package dev.migrator.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Stream;

import org.postgresql.core.BaseConnection;
import org.postgresql.core.QueryExecutor;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The bound that no tool can go below: for each change one message and one transaction
 * with a version row and a history row, and without changes one query on a new
 * connection.
 */
final class JdbcPeer implements Peer {

	@Override
	public String name() {
		return "bare JDBC";
	}

	@Override
	public void write(Path folder, int changes) throws Exception {
		for (int i = 0; i < changes; i++) {
			Files.writeString(folder.resolve("%05d.sql".formatted(i)), RevisionFolder.upgrade(i));
		}
	}

	@Override
	public void migrate(Path folder, PGSimpleDataSource database) throws Exception {
		int changes = count(folder);
		try (Connection connection = database.getConnection(); Statement statement = connection.createStatement()) {
			int done = done(statement);
			QueryExecutor executor = connection.unwrap(BaseConnection.class).getQueryExecutor();
			for (int i = done; i < changes; i++) {
				BareJdbc.send(executor, "begin;\n" + Files.readString(folder.resolve("%05d.sql".formatted(i))) + """
						;
						update version set number = %1$d;
						insert into history (number) values (%1$d);
						commit""".formatted(i + 1));
			}
		}
	}

	private static int count(Path folder) throws IOException {
		try (Stream<Path> files = Files.list(folder)) {
			return (int) files.count();
		}
	}

	private static int done(Statement statement) throws SQLException {
		try (ResultSet version = statement.executeQuery("select number from version")) {
			version.next();
			return version.getInt(1);
		}
		catch (SQLException ex) {
			statement.execute("""
					create table version (number int not null);
					create table history (id int generated always as identity primary key, number int not null,
						at timestamptz not null default clock_timestamp());
					insert into version values (0)""");
			return 0;
		}
	}

}
