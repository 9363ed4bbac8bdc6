package dev.migrator.autoconfigure;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import dev.migrator.Migrator;
import dev.migrator.testing.Postgres;
import dev.migrator.testing.Revisions;
import dev.migrator.testing.TestDatabase;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Many applications that start at once on an empty database.
 */
class ManyContextsTests {

	private static final Log logger = LogFactory.getLog(ManyContextsTests.class);

	private static final int CONTEXTS = 32;

	private final TestDatabase database = Postgres.newDatabase();

	@ParameterizedTest
	@ValueSource(ints = { 1, 2 })
	void eachRevisionIsRunOnceAndAllComeUp(int connections, @TempDir Path folder) throws Exception {
		Revisions revisions = Revisions.in(folder)
			.add("r0", "create table counter (id int); insert into counter values (0);");
		for (int i = 1; i < 10; i++) {
			revisions.add("r%d <- r%d".formatted(i, i - 1), "insert into counter values (" + i + ");");
		}
		revisions.addWithoutTransaction("last <- r9", "create index concurrently ix on counter (id);");
		ApplicationContextRunner runner = Contexts.runner(this.database, revisions)
			.withPropertyValues("spring.datasource.hikari.maximum-pool-size=" + connections,
					"spring.datasource.hikari.connection-timeout=30000");

		long start = System.nanoTime();
		List<List<String>> ends = simultaneously(runner);
		logger.info("%d contexts with %d connections each came up in %d ms".formatted(CONTEXTS, connections,
				Duration.ofNanos(System.nanoTime() - start).toMillis()));

		assertThat(ends).hasSize(CONTEXTS).allSatisfy((current) -> assertThat(current).containsExactly("last"));
		assertThat(this.database.column("select id::text from counter order by id")).hasSize(10)
			.doesNotHaveDuplicates();
		assertThat(this.database.history()).hasSize(11).doesNotHaveDuplicates();
		assertThat(this.database.value("select indisvalid from pg_index where indexrelid = 'ix'::regclass"))
			.isEqualTo("t");
	}

	private static List<List<String>> simultaneously(ApplicationContextRunner runner) throws Exception {
		ExecutorService executor = Executors.newFixedThreadPool(CONTEXTS);
		CountDownLatch start = new CountDownLatch(1);
		try {
			List<Future<List<String>>> futures = new ArrayList<>();
			for (int i = 0; i < CONTEXTS; i++) {
				futures.add(executor.submit(() -> {
					start.await();
					List<String> current = new ArrayList<>();
					runner.run((context) -> {
						assertThat(context).hasNotFailed();
						current.addAll(context.getBean(Migrator.class).status().current());
					});
					return current;
				}));
			}
			start.countDown();
			List<List<String>> ends = new ArrayList<>();
			for (Future<List<String>> future : futures) {
				ends.add(future.get(60, TimeUnit.SECONDS));
			}
			return ends;
		}
		finally {
			executor.shutdownNow();
		}
	}

}
