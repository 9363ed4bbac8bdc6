package dev.migrator.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import dev.migrator.Migrator;

/**
 * Many migrators that start together on an empty database.
 */
class StartersBenchmark {

	void run() throws Exception {
		String location = RevisionFolder.of(100);
		System.out.println("\n| starters, 100 revisions on an empty database | time until all are up |");
		System.out.println("|---|---|");
		for (int starters : List.of(1, 8, 32)) {
			System.out.printf("| %d | %s |%n", starters,
					Measurement.of(1, 5, () -> together(starters, Database.create(), location)));
		}
	}

	private static Object together(int starters, Database database, String location) throws Exception {
		ExecutorService executor = Executors.newFixedThreadPool(starters);
		CountDownLatch start = new CountDownLatch(1);
		List<Future<?>> futures = new ArrayList<>();
		for (int i = 0; i < starters; i++) {
			futures.add(executor.submit(() -> {
				start.await();
				return Migrator.builder(database.dataSource()).locations(location).build().upgrade();
			}));
		}
		start.countDown();
		for (Future<?> future : futures) {
			future.get();
		}
		executor.shutdown();
		long applied = database.number("select count(*) from migrator_history");
		if (applied != 100) {
			throw new IllegalStateException("100 revisions were run " + applied + " times");
		}
		return applied;
	}

}
