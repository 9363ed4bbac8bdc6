package dev.migrator.faults;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;

import dev.migrator.Migrator;
import dev.migrator.problem.MigratorException;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A process that does nothing but upgrade: URL and location of the revisions, then
 * {@code wait} if it shall wait for a line before.
 */
final class MigratingProcess {

	private MigratingProcess() {
	}

	public static void main(String[] arguments) throws IOException, SQLException {
		PGSimpleDataSource dataSource = new PGSimpleDataSource();
		dataSource.setUrl(arguments[0]);
		Migrator migrator = Migrator.builder(dataSource)
			.locations(arguments[1])
			.lockTimeout(Duration.ofSeconds(2))
			.build();
		if (arguments.length > 2) {
			// What a JVM does only once is done before it is said to go.
			migrator.internals().scripts();
			dataSource.getConnection().close();
			System.out.println("ready");
			System.in.read();
		}
		try {
			migrator.upgrade();
		}
		catch (MigratorException ex) {
			System.out.println(ex.getMessage());
			System.exit(1);
		}
	}

}
