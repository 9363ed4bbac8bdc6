package dev.migrator.internal.problem;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * Writes points in time in one readable form, in UTC, because those of several machines
 * are compared.
 */
public final class UtcTime {

	private static final DateTimeFormatter FORM = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'UTC'")
		.withZone(ZoneOffset.UTC);

	private UtcTime() {
	}

	/**
	 * Writes a point in time.
	 * @param time the point in time
	 * @return such as {@code 2026-01-06 08:00:00 UTC}; parts of seconds are left out
	 */
	public static String of(Instant time) {
		return FORM.format(time);
	}

}
