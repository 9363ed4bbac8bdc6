package dev.migrator.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.util.FileSystemUtils;

/**
 * Applies the same changes with the migrator, with other tools and with bare JDBC: one
 * tool after the other in each round, each on a new database, medians over the rounds.
 * Arguments: the JDBC URL of a server (default: an embedded one), numbers of changes
 * (default: 1000 and 5000), {@code rounds=N} (default: 5).
 */
final class PeersBenchmark {

	static final String NAME = "peers";

	private static final int WARM_UP = 50;

	private static final int CALLS = 5;

	private final @Nullable String url;

	private final List<Integer> sizes;

	private final int rounds;

	private PeersBenchmark(@Nullable String url, List<Integer> sizes, int rounds) {
		this.url = url;
		this.sizes = sizes;
		this.rounds = rounds;
	}

	static PeersBenchmark of(List<String> arguments) {
		String url = null;
		List<Integer> sizes = new ArrayList<>();
		int rounds = 5;
		for (String argument : arguments) {
			if (argument.startsWith("jdbc:")) {
				url = argument;
			}
			else if (argument.startsWith("rounds=")) {
				rounds = Integer.parseInt(argument.substring("rounds=".length()));
			}
			else {
				sizes.add(Integer.valueOf(argument));
			}
		}
		return new PeersBenchmark(url, sizes.isEmpty() ? List.of(1_000, 5_000) : sizes, rounds);
	}

	void run() throws Exception {
		PeerServer server = new PeerServer(this.url);
		List<Peer> peers = peers();
		System.out.printf("%n%s, Java %s, %d processors, medians of %d rounds%n", server.version(),
				Runtime.version().feature(), Runtime.getRuntime().availableProcessors(), this.rounds);
		measure(server, peers, WARM_UP, 2);
		for (int size : this.sizes) {
			print(size, measure(server, peers, size, this.rounds));
		}
	}

	private static List<Peer> peers() throws InterruptedException {
		List<Peer> peers = new ArrayList<>(List.of(new JdbcPeer(), new MigratorPeer(false), new MigratorPeer(true)));
		for (String name : List.of("Flyway", "Liquibase")) {
			try {
				peers.add(name.equals("Flyway") ? new FlywayPeer() : new LiquibasePeer());
			}
			catch (NoClassDefFoundError ex) {
				System.out.println(name + " is left out: it is not on the class path.");
			}
		}
		AlembicPeer alembic = AlembicPeer.find();
		if (alembic != null) {
			peers.add(alembic);
		}
		else {
			System.out
				.println("Alembic is left out: it or psycopg2 is not installed. -Dpython=... names another Python.");
		}
		return peers;
	}

	private static Map<Peer, Figures> measure(PeerServer server, List<Peer> peers, int size, int rounds)
			throws Exception {
		Map<Peer, Figures> figures = new LinkedHashMap<>();
		Path folder = Files.createTempDirectory("peers");
		try {
			for (Peer peer : peers) {
				figures.put(peer, new Figures());
				peer.write(Files.createDirectory(folder.resolve(String.valueOf(figures.size()))), size);
			}
			for (int round = 0; round < rounds; round++) {
				int number = 0;
				for (Map.Entry<Peer, Figures> each : figures.entrySet()) {
					Path changes = folder.resolve(String.valueOf(++number));
					measure(server, each.getKey(), changes, each.getValue());
				}
			}
		}
		finally {
			FileSystemUtils.deleteRecursively(folder);
		}
		return figures;
	}

	private static void measure(PeerServer server, Peer peer, Path changes, Figures figures) throws Exception {
		PGSimpleDataSource database = server.create();
		long before = server.commits(database);
		figures.apply.add(millis(() -> peer.migrate(changes, database)));
		figures.commits = server.commits(database) - before;
		figures.statements = server.statements(database);
		peer.migrate(changes, database);
		before = server.commits(database);
		for (int i = 0; i < CALLS; i++) {
			figures.nothing.add(millis(() -> peer.migrate(changes, database)));
		}
		figures.nothingCommits = (server.commits(database) - before) / CALLS;
		server.drop(database);
	}

	private static void print(int size, Map<Peer, Figures> figures) {
		double bare = median(figures.values().iterator().next().apply);
		System.out.printf(
				"%n| %d changes | apply all | to bare JDBC | commits | statements | nothing pending | commits |%n",
				size);
		System.out.println("|---|---|---|---|---|---|---|");
		figures
			.forEach((peer, of) -> System.out.printf(Locale.ROOT, "| %s | %.2f s | %.2f | %d | %s | %.1f ms | %d |%n",
					peer.name(), median(of.apply) / 1000, median(of.apply) / bare, of.commits,
					(of.statements < 0) ? "not counted" : of.statements, median(of.nothing), of.nothingCommits));
	}

	private static double median(List<Double> values) {
		return values.stream().sorted().toList().get(values.size() / 2);
	}

	private static double millis(Work work) throws Exception {
		long start = System.nanoTime();
		work.run();
		return (System.nanoTime() - start) / 1e6;
	}

	private interface Work {

		void run() throws Exception;

	}

	/**
	 * What was measured of one tool.
	 */
	private static final class Figures {

		private final List<Double> apply = new ArrayList<>();

		private final List<Double> nothing = new ArrayList<>();

		private long commits;

		private long statements;

		private long nothingCommits;

	}

}
