package dev.migrator.internal.cli.output;

import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.migrator.execution.HalfWay;
import dev.migrator.internal.cli.application.AdvisedCommands;
import dev.migrator.internal.problem.Printable;
import dev.migrator.result.History;
import dev.migrator.result.MigrationStatus;
import dev.migrator.result.RevisionStatus;
import org.jspecify.annotations.Nullable;

/**
 * Writes revisions as text for people.
 */
public final class RevisionText {

	private final RevisionLine line;

	private final RevisionEntry entry;

	private final History history;

	private final @Nullable String migrator;

	public RevisionText(History history, Styler paint, @Nullable String migrator) {
		this.history = history;
		this.migrator = migrator;
		RevisionFlags marks = RevisionFlags.of(history, paint, migrator);
		this.line = new RevisionLine(marks);
		this.entry = new RevisionEntry(history.graph(), marks);
	}

	public RevisionLine line() {
		return this.line;
	}

	/**
	 * Puts the half-way revisions before the other text about a database.
	 */
	public String first(String text) {
		MigrationStatus status = this.history.status();
		List<HalfWay> halfWay = (status != null) ? status.halfWay() : List.of();
		return Stream.concat(halfWay.stream().map(this::halfWay), text.isEmpty() ? Stream.empty() : Stream.of(text))
			.collect(Collectors.joining("\n"));
	}

	private String halfWay(HalfWay revision) {
		String title = this.line.halfWay(revision.revision()) + ", " + revision.describe();
		String error = (revision.error() != null) ? "\n  " + Printable.line(revision.error()) : "";
		return title + error + "\n  To continue: "
				+ Printable.line(AdvisedCommands.in(revision.command(), this.migrator));
	}

	/**
	 * Returns each revision on a line.
	 */
	public String lines(List<RevisionStatus> revisions, BiFunction<RevisionLine, RevisionStatus, String> json) {
		return revisions.stream().map((revision) -> json.apply(this.line, revision)).collect(Collectors.joining("\n"));
	}

	/**
	 * Returns each revision in several lines.
	 */
	public String entries(List<RevisionStatus> revisions) {
		return revisions.stream()
			.flatMap((revision) -> entry(revision).stream())
			.collect(Collectors.joining("\n"))
			.stripTrailing();
	}

	public List<String> entry(RevisionStatus revision) {
		return this.entry.lines(revision);
	}

}
