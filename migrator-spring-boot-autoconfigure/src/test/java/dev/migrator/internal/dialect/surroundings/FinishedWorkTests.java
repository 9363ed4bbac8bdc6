package dev.migrator.internal.dialect.surroundings;

import java.util.Optional;

import dev.migrator.internal.dialect.connection.ServerConnection;
import dev.migrator.testing.Postgres;
import dev.migrator.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the catalog shows of a statement that was run.
 */
@Tag("server")
@Tag("oldest")
class FinishedWorkTests {

	private final TestDatabase database = Postgres.newDatabase();

	private ServerConnection server;

	@BeforeEach
	void connect() {
		this.server = ServerConnection.open(this.database.dataSource(), (notice) -> {
		});
		this.server.send("""
				create table t (id int);
				create schema s;
				create table s."P" (id int) partition by list (id);
				create table s.p1 partition of s."P" for values in (1);
				create table s.p2 partition of s."P" for values in (2)""");
	}

	@AfterEach
	void disconnect() {
		this.server.close();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			create index concurrently "I 1" on t (id)                     | the index "I 1" was built
			alter table s."P" detach partition s.P1 concurrently          | the partition s.p1 was detached
			""")
	void isSeenWhenItIsDone(String statement, String what) {
		assertThat(finished(statement)).isEmpty();

		this.server.send(statement);

		assertThat(finished(statement)).contains(what);
	}

	@Test
	void subscriptionIsSeenToComeAndGo() {
		String create = "create subscription Sub connection '' publication p with (connect = false)";
		assertThat(finished(create)).isEmpty();

		this.server.send(create);

		assertThat(finished(create)).contains("the subscription sub was created");
		assertThat(finished("drop subscription sub")).isEmpty();

		this.server.send("alter subscription sub set (slot_name = none); drop subscription sub");

		assertThat(finished("drop subscription sub")).contains("the subscription sub was dropped");
	}

	@Test
	void droppedIndexIsSeen() {
		this.server.send("create index i on t (id)");
		assertThat(finished("drop index concurrently if exists public.I")).isEmpty();

		this.server.send("drop index concurrently if exists public.I");

		assertThat(finished("drop index concurrently if exists public.I")).contains("the index public.i was dropped");
	}

	@Test
	void databaseIsSeenToComeAndGo() {
		String name = this.database.name() + "_other";
		assertThat(finished("create database " + name)).isEmpty();

		this.server.send("create database " + name);

		assertThat(finished("create database " + name)).contains("the database %s was created".formatted(name));
		assertThat(finished("drop database if exists \"%s\" with (force)".formatted(name))).isEmpty();

		this.server.send("drop database " + name);

		assertThat(finished("drop database if exists " + name)).contains("the database %s was dropped".formatted(name));
	}

	@Test
	void preparedTransactionIsSeenToBeEnded() {
		assertThat(finished("commit prepared 'x'")).contains("the prepared transaction x was ended");
		assertThat(finished("rollback prepared 'x'")).contains("the prepared transaction x was ended");
	}

	@Test
	void invalidIndexIsNotBuilt() {
		this.server.send("create index i on t (id);"
				+ "update pg_index set indisvalid = false where indexrelid = 'i'::regclass");

		assertThat(finished("create index concurrently i on t (id)")).isEmpty();
	}

	@Test
	void indexOfAnotherTableIsNotTheOneThatIsBuilt() {
		this.server.send("create table other (id int); create index i on other (id)");

		assertThat(finished("create index concurrently i on t (id)")).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "alter table s.\"P\" detach partition s.nope concurrently",
			"alter table nope detach partition t concurrently", "create index concurrently on t (id)", "vacuum t",
			"reindex table concurrently t", "call p()", "create table t (id int)" })
	void whatCannotBeSeenIsNotTakenForDone(String statement) {
		assertThat(finished(statement)).isEmpty();
	}

	private Optional<String> finished(String statement) {
		return new FinishedWork(this.server).of(statement);
	}

}
