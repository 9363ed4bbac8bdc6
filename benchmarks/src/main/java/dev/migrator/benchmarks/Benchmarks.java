package dev.migrator.benchmarks;

import java.nio.file.Files;
import java.util.List;

/**
 * Runs the benchmarks that are named, or all but {@code peers}, which takes long and has
 * arguments of its own.
 */
public final class Benchmarks {

	private Benchmarks() {
	}

	public static void main(String[] args) throws Exception {
		if (args.length > 0 && args[0].equals(LargeScriptBenchmark.PROCESS)) {
			LargeScriptBenchmark.migrate(args[1], args[2]);
			return;
		}
		// Indexes of scripts in jars are kept there.
		System.setProperty("user.home", Files.createTempDirectory("home").toString());
		if (args.length > 0 && args[0].equals(PeersBenchmark.NAME)) {
			PeersBenchmark.of(List.of(args).subList(1, args.length)).run();
			System.exit(0);
		}
		List<String> wanted = (args.length > 0) ? List.of(args)
				: List.of("planning", "start", "upgrade", "traffic", "starters", "large-script", "comparison");
		if (wanted.contains("planning")) {
			new PlanningBenchmark().run();
		}
		if (wanted.contains("start")) {
			new StartBenchmark().run();
		}
		if (wanted.contains("upgrade")) {
			new UpgradeBenchmark().run();
		}
		if (wanted.contains("traffic")) {
			new TrafficBenchmark().run();
		}
		if (wanted.contains("starters")) {
			new StartersBenchmark().run();
		}
		if (wanted.contains("large-script")) {
			new LargeScriptBenchmark().run();
		}
		if (wanted.contains("comparison")) {
			new ComparisonBenchmark().run();
		}
		System.exit(0);
	}

}
