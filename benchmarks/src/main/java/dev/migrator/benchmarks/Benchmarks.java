package dev.migrator.benchmarks;

import java.util.List;

/**
 * Runs the benchmarks that are named, or all.
 */
public final class Benchmarks {

	private Benchmarks() {
	}

	public static void main(String[] args) throws Exception {
		List<String> wanted = (args.length > 0) ? List.of(args) : List.of("planning", "start", "traffic", "starters");
		if (wanted.contains("planning")) {
			new PlanningBenchmark().run();
		}
		if (wanted.contains("start")) {
			new StartBenchmark().run();
		}
		if (wanted.contains("traffic")) {
			new TrafficBenchmark().run();
		}
		if (wanted.contains("starters")) {
			new StartersBenchmark().run();
		}
		System.exit(0);
	}

}
