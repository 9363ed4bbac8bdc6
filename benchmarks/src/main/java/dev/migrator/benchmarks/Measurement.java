package dev.migrator.benchmarks;

import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.Callable;

/**
 * Times of several runs.
 *
 * @param millis the times in milliseconds, ascending
 */
record Measurement(double[] millis) {

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
		return new Measurement(millis);
	}

	double median() {
		return this.millis[this.millis.length / 2];
	}

	@Override
	public String toString() {
		return String.format(Locale.ROOT, "%.1f ms (%.1f to %.1f)", median(), this.millis[0],
				this.millis[this.millis.length - 1]);
	}

}
