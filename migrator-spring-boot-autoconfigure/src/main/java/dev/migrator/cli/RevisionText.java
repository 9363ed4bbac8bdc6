package dev.migrator.cli;

import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

import dev.migrator.History;
import dev.migrator.RevisionStatus;

/**
 * Revisions as text for people.
 */
final class RevisionText {

	private final RevisionLine line;

	private final RevisionEntry entry;

	RevisionText(History history, Paint paint) {
		Marks marks = Marks.of(history, paint);
		this.line = new RevisionLine(marks);
		this.entry = new RevisionEntry(history.graph(), marks);
	}

	RevisionLine line() {
		return this.line;
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
