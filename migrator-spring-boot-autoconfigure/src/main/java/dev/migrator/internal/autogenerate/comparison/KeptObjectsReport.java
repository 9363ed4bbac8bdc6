package dev.migrator.internal.autogenerate.comparison;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import dev.migrator.autogenerate.KeptObject;
import dev.migrator.internal.problem.Printable;

/**
 * Says what a database keeps although it refuses with it what the model allows.
 *
 * @param objects what it keeps
 */
public record KeptObjectsReport(List<KeptObject> objects) {

	public KeptObjectsReport {
		objects = List.copyOf(objects);
	}

	/**
	 * What it is.
	 * @return a sentence, and a line for each
	 */
	public String description() {
		return "The database refuses what the model allows, by what it keeps though the model does not have it:\n"
				+ this.objects.stream()
					.map((kept) -> Printable.line(kept.toString()))
					.collect(Collectors.joining("\n"));
	}

	/**
	 * What to do about it.
	 * @return a line for each way
	 */
	public String action() {
		return """
				Where the application means it: say it in the model.
				Where it is to stay all the same: migrator.autogenerate.exclude-objects=%1$s
				Where it is to go: add %2$s to migrator.autogenerate.drop, and generate a revision. It drops all %3$s that only \
				the database has: read it."""
			.formatted(this.objects.stream()
				.map((kept) -> Printable.line(kept.name()))
				.distinct()
				.collect(Collectors.joining(",")), removals(", "), removals(" and "));
	}

	private String removals(String separator) {
		return this.objects.stream()
			.map((kept) -> kept.removal().name().toLowerCase(Locale.ROOT))
			.distinct()
			.sorted()
			.collect(Collectors.joining(separator));
	}

}
