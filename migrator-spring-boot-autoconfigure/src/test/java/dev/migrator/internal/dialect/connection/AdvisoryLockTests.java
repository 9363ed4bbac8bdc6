package dev.migrator.internal.dialect.connection;

import dev.migrator.testing.Postgres;
import dev.migrator.testing.TestDatabase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@Tag("server")
class AdvisoryLockTests {

	private final TestDatabase database = Postgres.newDatabase();

	private final AdvisoryLock lock = new AdvisoryLock("public", "migrator_version");

	@Test
	void keyIsTheDocumentedHash() {
		assertThat(this.database
			.value("""
					select ('x' || substr(encode(sha256('migrator:public.migrator_version'), 'hex'), 1, 16))::bit(64)::bigint"""))
			.isEqualTo(Long.toString(this.lock.key()));
	}

	@Test
	void onlyOneSessionHoldsIt() {
		try (ServerConnection one = open(); ServerConnection other = open()) {
			assertThat(this.lock.tryLock(one)).isTrue();
			assertThat(this.lock.tryLock(other)).isFalse();
			assertThat(this.lock.holders(other)).hasSize(1);

			assertThat(this.lock.unlock(one)).isTrue();
			assertThat(this.lock.unlock(one)).isFalse();
			assertThat(this.lock.tryLock(other)).isTrue();
		}
	}

	@Test
	void lockInAnotherDatabaseIsAnotherLock() {
		try (ServerConnection here = open(); ServerConnection there = open(Postgres.newDatabase())) {
			assertThat(this.lock.tryLock(here)).isTrue();
			assertThat(this.lock.tryLock(there)).isTrue();
			assertThat(this.lock.holders(here)).hasSize(1);
		}
	}

	private ServerConnection open() {
		return open(this.database);
	}

	private static ServerConnection open(TestDatabase database) {
		return ServerConnection.open(database.dataSource(), (notice) -> {
		});
	}

}
