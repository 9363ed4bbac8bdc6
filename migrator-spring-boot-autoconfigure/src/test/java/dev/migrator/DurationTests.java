package dev.migrator;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

import dev.migrator.testing.Postgres;
import dev.migrator.testing.Revisions;
import dev.migrator.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.datasource.DelegatingDataSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The time of a result is that of the work, not of the pool that starts for it.
 */
class DurationTests {

	private static final Duration TO_CONNECT = Duration.ofMillis(300);

	private final TestDatabase database = Postgres.newDatabase();

	@Test
	void timeToConnectDoesNotCount(@TempDir Path folder) {
		Migrator migrator = Migrator.builder(new SlowDataSource(this.database))
			.locations(Revisions.in(folder).add("a", "create table t ()", "drop table t").location())
			.resetAllowed(true)
			.build();

		assertThat(overhead(() -> migrator.upgrade().duration())).isGreaterThanOrEqualTo(TO_CONNECT);
		assertThat(overhead(() -> migrator.downgrade("base").duration())).isGreaterThanOrEqualTo(TO_CONNECT);
		assertThat(overhead(() -> migrator.stamp("a").duration())).isGreaterThanOrEqualTo(TO_CONNECT);
		assertThat(overhead(() -> migrator.reset().duration())).isGreaterThanOrEqualTo(TO_CONNECT);
	}

	private static Duration overhead(Work work) {
		long start = System.nanoTime();
		Duration said = work.run();
		return Duration.ofNanos(System.nanoTime() - start).minus(said);
	}

	private static final class SlowDataSource extends DelegatingDataSource {

		SlowDataSource(TestDatabase database) {
			super(database.newDataSource());
		}

		@Override
		public Connection getConnection() throws SQLException {
			try {
				Thread.sleep(TO_CONNECT.toMillis());
			}
			catch (InterruptedException ex) {
				throw new SQLException(ex);
			}
			return super.getConnection();
		}

	}

	private interface Work {

		Duration run();

	}

}
