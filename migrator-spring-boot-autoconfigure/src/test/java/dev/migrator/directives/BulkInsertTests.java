package dev.migrator.directives;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Period;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

import dev.migrator.Migrator;
import dev.migrator.schema.Expression;
import dev.migrator.testing.LambdaRevision;
import dev.migrator.testing.Postgres;
import dev.migrator.testing.TestDatabase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Values of all kinds, read back from the server.
 */
@Tag("server")
class BulkInsertTests {

	private final TestDatabase database = Postgres.newDatabase();

	@Test
	void valuesArrive() {
		this.database.execute(
				"""
						create table t (s text, i int, n numeric, d double precision, b boolean, u uuid, y bytea, da date, ti time,
						    ts timestamptz, od timestamptz, du interval, pe interval, a text[], aa int[], e text, nul int, x int)""");
		Migrator migrator = Migrator.builder(this.database.dataSource())
			.locations(List.of())
			.javaRevisions(List.of(LambdaRevision.inTransaction((op) -> op.bulkInsert("t",
					List.of("s", "i", "n", "d", "b", "u", "y", "da", "ti", "ts", "od", "du", "pe", "a", "aa", "e",
							"nul", "x"),
					(rows) -> rows.row("it's \\ \"x\"", -1, new BigDecimal("1E+3"), Double.NaN, true,
							UUID.fromString("00000000-0000-0000-0000-000000000001"), new byte[] { 0, (byte) 0xff, 92 },
							LocalDate.of(2026, 2, 28), LocalTime.of(1, 2, 3), Instant.parse("2026-01-05T05:30:00.123Z"),
							OffsetDateTime.parse("2026-01-05T05:30:00+01:00"), Duration.ofMinutes(-90),
							Period.ofMonths(14), Arrays.asList("a,b", "", null, "NULL", "{\"\\}"),
							List.of(List.of(1, 2), List.of(3, 4)), TimeUnit.SECONDS, null, Expression.sql("1 + 1"))))))
			.build();

		migrator.upgrade();

		this.database.execute("set time zone 'UTC'");
		assertThat(this.database
			.value("select row_to_json(t)::text from (select s, i, n, d::text, b, u, encode(y, 'hex') y, "
					+ "da, ti, ts = '2026-01-05 05:30:00.123+00' ts, od = '2026-01-05 04:30:00+00' od, "
					+ "du = interval '-90 minutes' du, pe = interval '14 months' pe, a, aa, e, nul, x from t) t"))
			.isEqualTo("{\"s\":\"it's \\\\ \\\"x\\\"\",\"i\":-1,\"n\":1000,\"d\":\"NaN\",\"b\":true,"
					+ "\"u\":\"00000000-0000-0000-0000-000000000001\",\"y\":\"00ff5c\",\"da\":\"2026-02-28\","
					+ "\"ti\":\"01:02:03\",\"ts\":true,\"od\":true,\"du\":true,\"pe\":true,"
					+ "\"a\":[\"a,b\",\"\",null,\"NULL\",\"{\\\"\\\\}\"],\"aa\":[[1,2],[3,4]],\"e\":\"SECONDS\",\"nul\":null,"
					+ "\"x\":2}");
	}

	@Test
	void manyRowsAreInsertedAndDeletedByTheirKey() {
		this.database.execute("create table t (a int, b text, primary key (a, b))");
		this.database.execute("insert into t values (-1, 'kept')");
		Migrator migrator = Migrator.builder(this.database.dataSource())
			.locations(List.of())
			.javaRevisions(
					List.of(LambdaRevision.inTransaction((op) -> op.bulkInsert("t", List.of("a", "b"), (rows) -> {
						rows.key("a", "b");
						for (int i = 0; i < 2500; i++) {
							rows.row(i, "row " + i);
						}
					}))))
			.build();

		migrator.upgrade();
		assertThat(this.database.value("select count(*) from t")).isEqualTo("2501");

		migrator.downgrade("base");
		assertThat(this.database.column("select b from t")).containsExactly("kept");
	}

}
