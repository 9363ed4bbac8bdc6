package dev.migrator.internal.dialect.connection;

import dev.migrator.testing.Pooler;
import dev.migrator.testing.Postgres;
import dev.migrator.testing.TestDatabase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@Tag("server")
@EnabledIf(value = "pgbouncerIsThere",
		disabledReason = "PgBouncer is not installed (Debian: apt-get install pgbouncer)")
class MarkingLockServerTests {

	private final TestDatabase database = Postgres.newDatabase();

	private final MarkingLock lock = new MarkingLock();

	static boolean pgbouncerIsThere() {
		return Pooler.binary().isPresent();
	}

	@ParameterizedTest
	@ValueSource(ints = { 2, 5 })
	void isReleasedInASessionThatThePoolerGivesToNobodyWhoIsAlone(int size) {
		try (Pooler pooler = Pooler.start(this.database, "transaction", size);
				ServerConnection connection = connect(pooler)) {
			this.lock.take(connection);
			int left = process(connection);
			// Each other client gets the session that was used last, and keeps it.
			ServerConnection[] others = new ServerConnection[size - 1];
			for (int i = 0; i < others.length; i++) {
				others[i] = connect(pooler);
				others[i].send("BEGIN");
			}
			connection.send("BEGIN");
			for (ServerConnection other : others) {
				other.send("ROLLBACK");
				other.close();
			}
			connection.send("ROLLBACK");
			for (int i = 0; i < 20; i++) {
				assertThat(process(connection)).isNotEqualTo(left);
			}
			assertThat(this.lock.isHeld(connection)).isTrue();

			this.lock.giveBack(connection);

			await().untilAsserted(() -> assertThat(this.database.advisoryLocks()).isZero());
			assertThat(connection.inTransaction()).isFalse();
		}
	}

	private ServerConnection connect(Pooler pooler) {
		PGSimpleDataSource dataSource = new PGSimpleDataSource();
		dataSource.setUrl(pooler.url(this.database));
		return ServerConnection.open(dataSource, (notice) -> {
		});
	}

	private static int process(ServerConnection connection) {
		return Integer.parseInt(connection.query("select pg_catalog.pg_backend_pid()").get(0).required(0));
	}

}
