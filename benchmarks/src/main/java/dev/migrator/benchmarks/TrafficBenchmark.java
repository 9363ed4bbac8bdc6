package dev.migrator.benchmarks;

import dev.migrator.Migrator;

/**
 * What the server counts: statements and commits, besides those that the driver sends for
 * each connection.
 */
class TrafficBenchmark {

	void run() throws Exception {
		Database observer = Database.maintenance();
		observer.execute("create extension if not exists pg_stat_statements");
		Database database = Database.create();
		String location = RevisionFolder.of(100);
		Migrator migrator = Migrator.builder(database.dataSource()).locations(location).build();
		migrator.writtenHistory();
		System.out.println("\n| | statements | commits | time |");
		System.out.println("|---|---|---|---|");
		measure(observer, database, "100 revisions on an empty database", migrator);
		measure(observer, database, "nothing pending", migrator);
	}

	private static void measure(Database observer, Database database, String what, Migrator migrator) throws Exception {
		String statements = "select coalesce(sum(calls), 0) from pg_stat_statements s join pg_database d on d.oid = s.dbid "
				+ "where d.datname = '%s' and query not like 'SET extra_float%%' and query not like 'SET application_name%%'"
					.formatted(database.name());
		long statementsBefore = observer.number(statements);
		long commitsBefore = commits(observer, database);
		long start = System.nanoTime();
		migrator.upgrade();
		long millis = (System.nanoTime() - start) / 1_000_000;
		System.out.printf("| %s | %d | %d | %d ms |%n", what, observer.number(statements) - statementsBefore,
				commits(observer, database) - commitsBefore, millis);
	}

	/**
	 * A backend reports what it has counted when it ends, at the latest.
	 */
	private static long commits(Database observer, Database database) throws Exception {
		while (observer
			.number("select count(*) from pg_stat_activity where datname = '%s'".formatted(database.name())) > 0) {
			Thread.sleep(20);
		}
		return observer
			.number("select xact_commit from pg_stat_database where datname = '%s'".formatted(database.name()));
	}

}
