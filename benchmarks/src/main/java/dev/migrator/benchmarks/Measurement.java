package dev.migrator.benchmarks;

import java.util.Arrays;
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
		Arrays.sort(millis);
		return new Measurement(millis[runs / 2], millis[0], millis[runs - 1]);
	}

	@Override
	public String toString() {
		return String.format(Locale.ROOT, "%.1f ms (%.1f to %.1f)", this.median, this.shortest, this.longest);
	}

}
