package dev.migrator.internal.autogenerate.comparison;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import dev.migrator.autogenerate.KeptObject;
import dev.migrator.internal.problem.Printable;

/**
 * The objects that a database keeps although they refuse what the model allows.
 *
 * @param objects the kept objects
 */
public record KeptObjectsReport(List<KeptObject> objects) {

	public KeptObjectsReport {
		objects = List.copyOf(objects);
	}

	/**
	 * Returns the description of the objects.
	 * @return a sentence, and a line for each
	 */
	public String description() {
		return "These objects of the database are not in the model and are kept. Because of them an INSERT, UPDATE or "
				+ "DELETE that the model allows can fail:\n"
				+ this.objects.stream()
					.map((kept) -> Printable.line(kept.toString()))
					.collect(Collectors.joining("\n"));
	}

	/**
	 * Returns what to do about the objects.
	 * @return a line for each way
	 */
	public String action() {
		return """
				If the application needs it: add it to the model.
				To keep it: set migrator.autogenerate.exclude-objects=%1$s
				To drop it: add %2$s to migrator.autogenerate.drop, and generate a revision. Read it before you apply \
				it: it drops all %3$s that only the database has.""".formatted(this.objects.stream()
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
