package dev.migrator.benchmarks;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

/**
 * Times of several runs, in milliseconds.
 *
 * @param median the time in the middle
 * @param shortest the shortest time
 * @param longest the longest time
 */
record Measurement(double median, double shortest, double longest) {

	/**
	 * Measures several kinds of work, one after the other in each round.
	 */
	static List<Measurement> inTurn(int warmUp, int rounds, List<Callable<?>> works) throws Exception {
		double[][] millis = new double[works.size()][rounds];
		for (int round = -warmUp; round < rounds; round++) {
			for (int i = 0; i < works.size(); i++) {
				long start = System.nanoTime();
				works.get(i).call();
				if (round >= 0) {
					millis[i][round] = (System.nanoTime() - start) / 1e6;
				}
			}
		}
		return Arrays.stream(millis).map(Measurement::of).toList();
	}

	private static Measurement of(double[] millis) {
		Arrays.sort(millis);
		return new Measurement(millis[millis.length / 2], millis[0], millis[millis.length - 1]);
	}

	static Measurement of(int warmUp, int runs, Callable<?> work) throws Exception {
		for (int i = 0; i < warmUp; i++) {
			work.call();
		}
		double[] millis = new double[runs];
		for (int i = 0; i < runs; i++) {
			long start = System.nanoTime();
			work.call();
			millis[i] = (System.nanoTime() - start) / 1e6;
		}
		return of(millis);
	}

	@Override
	public String toString() {
		return String.format(Locale.ROOT, "%.1f ms (%.1f to %.1f)", this.median, this.shortest, this.longest);
	}

}
