package dev.migrator.operation.source;

import dev.migrator.schema.SequenceOptions;
import org.jspecify.annotations.Nullable;

/**
 * Writes the options of sequences.
 */
final class SequenceCode {

	private final JavaCode java;

	SequenceCode(JavaCode java) {
		this.java = java;
	}

	String chain(SequenceOptions options) {
		return number("startWith", options.start()) + number("incrementBy", options.increment())
				+ number("minValue", options.min()) + number("maxValue", options.max())
				+ number("cache", options.cache()) + this.java.link("cycle", Boolean.TRUE.equals(options.cycle()))
				+ this.java.link("noCycle", Boolean.FALSE.equals(options.cycle()));
	}

	private static String number(String method, @Nullable Long number) {
		if (number == null) {
			return "";
		}
		return "." + method + "(" + number + ((number == number.intValue()) ? ")" : "L)");
	}

}
