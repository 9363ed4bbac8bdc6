package dev.migrator.benchmarks;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

import dev.migrator.Migrator;

/**
 * Measures many revisions on an empty database, beside {@link BareJdbc}, each run after a
 * run of the other; and which statements the migrator adds to each revision.
 */
class UpgradeBenchmark {

	private static final int RUNS = 7;

	private static final String OWN = """
			select round(sum(calls) / %1$s.0, 1), round((sum(total_exec_time) / %1$s)::numeric, 3), left(regexp_replace(query, '\\s+', ' ', 'g'), 90)
			from pg_stat_statements where dbid = (select oid from pg_database where datname = current_database())
			group by 3 having sum(calls) >= %1$s order by sum(total_exec_time) desc limit 20
			""";

	void run() throws Exception {
		System.out.println("\n| server | revisions | migrator | JDBC | ratio | for each revision |");
		System.out.println("|---|---|---|---|---|---|");
		for (Server server : Server.all()) {
			for (int size : List.of(1_000, 5_000)) {
				compare(server, size);
			}
		}
		statements(1_000);
	}

	private static void compare(Server server, int size) throws Exception {
		String location = RevisionFolder.of(size);
		List<Path> scripts = RevisionFolder.scripts(location);
		Work migrator = (database) -> migrate(database, location);
		Work jdbc = (database) -> BareJdbc.migrate(database, scripts);
		List<Double> ours = new ArrayList<>();
		List<Double> bare = new ArrayList<>();
		seconds(server, migrator);
		seconds(server, jdbc);
		for (int i = 0; i < RUNS; i++) {
			ours.add(seconds(server, migrator));
			bare.add(seconds(server, jdbc));
		}
		double difference = (median(ours) - median(bare)) / size * 1000;
		System.out.printf(Locale.ROOT, "| %s | %d | %.2f s | %.2f s | %.2f | %.2f ms more |%n", server, size,
				median(ours), median(bare), median(ours) / median(bare), difference);
	}

	private static double seconds(Server server, Work work) throws Exception {
		Database database = Database.create(server);
		database.settle();
		long start = System.nanoTime();
		work.run(database);
		double seconds = (System.nanoTime() - start) / 1e9;
		database.drop();
		return seconds;
	}

	private static double median(List<Double> values) {
		List<Double> sorted = new ArrayList<>(values);
		Collections.sort(sorted);
		return sorted.get(sorted.size() / 2);
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

	private interface Work {

		void run(Database database) throws Exception;

	}

}
