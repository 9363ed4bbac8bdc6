package dev.migrator.benchmarks;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import dev.migrator.Migrator;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * What a large script takes: time and memory of a process of its own with little heap,
 * and memory of the server's process that works for it. On Linux, whose {@code /proc} has
 * the peak of each process.
 */
class LargeScriptBenchmark {

	static final String PROCESS = "large-script-process";

	private static final int MEGABYTE = 1_000_000;

	void run() throws Exception {
		System.out
			.println("\n| script | time | MB/s | peak of the process (-Xmx128m) | peak of the server's process |");
		System.out.println("|---|---|---|---|---|");
		for (int megabytes : List.of(10, 50, 100)) {
			measure("inserts", megabytes, "", "INSERT INTO t (id, v) VALUES (%d, 'the quick; brown -- fox %1$d');%n",
					"");
		}
		for (int megabytes : List.of(10, 100)) {
			measure("COPY", megabytes, "COPY t FROM STDIN;\n", "%d\tthe quick; brown -- fox jumps over %1$d%n",
					"\\.\n");
		}
	}

	private static void measure(String what, int megabytes, String before, String row, String after) throws Exception {
		Path folder = Files.createTempDirectory("script");
		Path script = folder.resolve("a.sql");
		try {
			write(script, megabytes, before, row, after);
			Database database = Database.create();
			Process process = start(database, "file:" + folder);
			long server = 0;
			long client = 0;
			while (process.isAlive()) {
				server = Math.max(server, peak(backend(database)));
				client = Math.max(client, peak(process.pid()));
				Thread.sleep(20);
			}
			String millis = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
			if (process.exitValue() != 0) {
				throw new IllegalStateException(millis);
			}
			System.out.printf(Locale.ROOT, "| %d MB of %s | %.1f s | %.1f | %d MB | %d MB |%n", megabytes, what,
					Long.parseLong(millis) / 1000.0, megabytes * 1000.0 / Long.parseLong(millis), client, server);
		}
		finally {
			Files.deleteIfExists(script);
			Files.delete(folder);
		}
	}

	private static void write(Path script, int megabytes, String before, String row, String after) throws IOException {
		try (BufferedWriter writer = Files.newBufferedWriter(script)) {
			writer.write("-- revision: a\n-- migrator:upgrade\nCREATE TABLE t (id int, v text);\n" + before);
			long length = 0;
			for (int id = 0; length < (long) megabytes * MEGABYTE; id++) {
				String line = row.formatted(id);
				length += line.length();
				writer.write(line);
			}
			writer.write(after);
		}
	}

	private static Process start(Database database, String location) throws IOException {
		String jar = System.getProperty("java.class.path");
		return new ProcessBuilder(System.getProperty("java.home") + "/bin/java", "-Xmx128m", "-jar", jar, PROCESS,
				database.dataSource().getUrl(), location)
			.redirectErrorStream(true)
			.start();
	}

	/**
	 * Runs in the process of its own, and prints how long it took.
	 */
	static void migrate(String url, String location) {
		PGSimpleDataSource dataSource = new PGSimpleDataSource();
		dataSource.setUrl(url);
		dataSource.setUser("postgres");
		long start = System.nanoTime();
		Migrator.builder(dataSource).locations(location).build().upgrade();
		System.out.println((System.nanoTime() - start) / 1_000_000);
	}

	private static long backend(Database database) throws Exception {
		return Database.maintenance().number("""
				select coalesce(max(l.pid), 0) from pg_locks l join pg_database d on d.oid = l.database
				where l.locktype = 'advisory' and l.granted and d.datname = '%s'""".formatted(database.name()));
	}

	/**
	 * The most memory that a process has had so far, in MB, with what it shares.
	 */
	private static long peak(long pid) {
		try {
			return Files.readAllLines(Path.of("/proc/" + pid + "/status"))
				.stream()
				.filter((line) -> line.startsWith("VmHWM:"))
				.mapToLong((line) -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
				.findFirst()
				.orElse(0);
		}
		catch (IOException ex) {
			return 0;
		}
	}

}
