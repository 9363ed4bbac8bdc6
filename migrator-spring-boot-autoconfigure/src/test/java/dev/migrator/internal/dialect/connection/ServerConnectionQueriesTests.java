package dev.migrator.internal.dialect.connection;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;

import dev.migrator.internal.dialect.error.SqlFailure;
import dev.migrator.testing.CountingProxy;
import dev.migrator.testing.Postgres;
import dev.migrator.testing.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Several statements in one message.
 */
@Tag("server")
class ServerConnectionQueriesTests {

	private final TestDatabase database = Postgres.newDatabase();

	@Test
	void rowsOfEachStatementAreKeptApart() {
		assertThat(queries("select 1 union all select 2 order by 1", "select 'a', null"))
			.containsExactly(List.of(List.of("1"), List.of("2")), List.of(Arrays.asList("a", null)));
	}

	@Test
	void statementWithoutRowsHasAnEmptyList() {
		assertThat(queries("select 1 where false", "create temp table t (id int)", "insert into t values (7)",
				"select id from t", "update t set id = 8 returning id", "select from t"))
			.containsExactly(List.of(), List.of(), List.of(), List.of(List.of("7")), List.of(List.of("8")),
					List.of(List.of()));
	}

	@Test
	void statementMayEndInAComment() {
		assertThat(queries("select 1 -- one", "select 2 /* two */")).containsExactly(List.of(List.of("1")),
				List.of(List.of("2")));
	}

	@Test
	void allOfThemAreOneMessage() throws IOException {
		try (CountingProxy proxy = CountingProxy.of(this.database);
				ServerConnection connection = ServerConnection.open(proxy.dataSource(), (notice) -> {
				})) {
			connection.queries(List.of("select 1", "select 2", "select 3"));

			assertThat(proxy.queries()).filteredOn((query) -> query.startsWith("select"))
				.containsExactly("select 1\n;\nselect 2\n;\nselect 3");
		}
	}

	@Test
	void noStatementIsNoMessage() throws IOException {
		try (CountingProxy proxy = CountingProxy.of(this.database);
				ServerConnection connection = ServerConnection.open(proxy.dataSource(), (notice) -> {
				})) {
			int before = proxy.queries().size();

			assertThat(connection.queries(List.of())).isEmpty();
			assertThat(proxy.queries()).hasSize(before);
		}
	}

	@Test
	void failureSaysHowManyStatementsWereDone() {
		assertThatExceptionOfType(SqlFailure.class).isThrownBy(() -> queries("select 1", "select 1 / 0", "select 3"))
			.satisfies((failure) -> assertThat(failure.completed()).isOne());
	}

	@Test
	void textOfTwoStatementsIsRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> queries("select 1; select 2", "select 3"))
			.withMessage("3 statements were sent as 2");
	}

	private List<List<List<@Nullable String>>> queries(String... statements) {
		try (ServerConnection connection = ServerConnection.open(this.database.dataSource(), (notice) -> {
		})) {
			return connection.queries(List.of(statements))
				.stream()
				.map((rows) -> rows.stream().map(Row::columns).toList())
				.toList();
		}
	}

}
