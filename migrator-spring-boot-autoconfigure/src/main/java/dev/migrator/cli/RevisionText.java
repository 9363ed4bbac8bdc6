package dev.migrator.cli;

import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.migrator.History;
import dev.migrator.MigrationStatus;
import dev.migrator.RevisionStatus;
import dev.migrator.execution.HalfWay;
import dev.migrator.problem.Printable;
import org.jspecify.annotations.Nullable;

/**
 * Revisions as text for people.
 */
final class RevisionText {

	private final RevisionLine line;

	private final RevisionEntry entry;

	private final History history;

	private final @Nullable String migrator;

	RevisionText(History history, Paint paint, @Nullable String migrator) {
		this.history = history;
		this.migrator = migrator;
		Marks marks = Marks.of(history, paint, migrator);
		this.line = new RevisionLine(marks);
		this.entry = new RevisionEntry(history.graph(), marks);
	}

	RevisionLine line() {
		return this.line;
	}

	/**
	 * What comes before everything else that is shown of a database: the revisions that
	 * are half-way.
	 */
	String first(String text) {
		MigrationStatus status = this.history.status();
		List<HalfWay> halfWay = (status != null) ? status.halfWay() : List.of();
		return Stream.concat(halfWay.stream().map(this::halfWay), text.isEmpty() ? Stream.empty() : Stream.of(text))
			.collect(Collectors.joining("\n"));
	}

	private String halfWay(HalfWay revision) {
		String title = this.line.halfWay(revision.revision()) + ", " + revision.describe();
		String error = (revision.error() != null) ? "\n  " + Printable.line(revision.error()) : "";
		return title + error + "\n  To go on: " + Printable.line(AdvisedCommands.in(revision.command(), this.migrator));
	}

	/**
	 * Each on a line.
	 */
	String lines(List<RevisionStatus> revisions, BiFunction<RevisionLine, RevisionStatus, String> shape) {
		return revisions.stream().map((revision) -> shape.apply(this.line, revision)).collect(Collectors.joining("\n"));
	}

	/**
	 * Each in several lines.
	 */
	String entries(List<RevisionStatus> revisions) {
		return revisions.stream()
			.flatMap((revision) -> entry(revision).stream())
			.collect(Collectors.joining("\n"))
			.stripTrailing();
	}

	List<String> entry(RevisionStatus revision) {
		return this.entry.lines(revision);
	}

}
