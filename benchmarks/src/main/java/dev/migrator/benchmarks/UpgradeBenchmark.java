package dev.migrator.benchmarks;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import dev.migrator.Migrator;

/**
 * Measures many revisions on an empty database, beside JDBC that sends the same SQL, each
 * in a transaction with a row of its own; and which statements the migrator adds to each.
 */
class UpgradeBenchmark {

	private static final int RUNS = 3;

	private static final String OWN = """
			select round(sum(calls) / %1$s.0, 1), round((sum(total_exec_time) / %1$s)::numeric, 3), left(regexp_replace(query, '\\s+', ' ', 'g'), 90)
			from pg_stat_statements where dbid = (select oid from pg_database where datname = current_database())
			group by 3 having sum(calls) >= %1$s order by sum(total_exec_time) desc limit 20
			""";

	void run() throws Exception {
		System.out.println("\n| revisions | migrator | JDBC | ratio |");
		System.out.println("|---|---|---|---|");
		for (int size : List.of(500, 2_000, 5_000)) {
			String location = RevisionFolder.of(size);
			double[] ours = new double[RUNS];
			double[] bare = new double[RUNS];
			for (int i = 0; i < RUNS; i++) {
				bare[i] = seconds(() -> jdbc(Database.create(), size));
				ours[i] = seconds(() -> migrate(Database.create(), location));
			}
			System.out.printf(Locale.ROOT, "| %d | %.2f s | %.2f s | %.2f |%n", size, median(ours), median(bare),
					median(ours) / median(bare));
		}
		statements(1_000);
	}

	private static void statements(int size) throws Exception {
		Database database = Database.create();
		database.execute("create extension pg_stat_statements");
		database.execute("select pg_stat_statements_reset()");
		migrate(database, RevisionFolder.of(size));
		System.out.println("\n| statements of a revision | milliseconds of the server | |");
		System.out.println("|---|---|---|");
		try (Connection connection = database.dataSource().getConnection();
				Statement statement = connection.createStatement();
				ResultSet rows = statement.executeQuery(OWN.formatted(size))) {
			while (rows.next()) {
				System.out.printf("| %s | %s | `%s` |%n", rows.getString(1), rows.getString(2), rows.getString(3));
			}
		}
	}

	private static void migrate(Database database, String location) {
		Migrator.builder(database.dataSource()).locations(location).build().upgrade();
	}

	private static void jdbc(Database database, int size) throws SQLException {
		database.execute("create table done (id text primary key, at timestamptz)");
		try (Connection connection = database.dataSource().getConnection();
				Statement statement = connection.createStatement()) {
			for (int i = 0; i < size; i++) {
				statement.execute("""
						begin;
						%s
						insert into done values ('r%d', now());
						commit""".formatted(RevisionFolder.upgrade(i), i));
			}
		}
	}

	private static double seconds(Work work) throws Exception {
		long start = System.nanoTime();
		work.run();
		return (System.nanoTime() - start) / 1e9;
	}

	private static double median(double[] values) {
		double[] sorted = values.clone();
		Arrays.sort(sorted);
		return sorted[sorted.length / 2];
	}

	private interface Work {

		void run() throws Exception;

	}

}
