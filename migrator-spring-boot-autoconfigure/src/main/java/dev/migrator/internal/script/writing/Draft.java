package dev.migrator.internal.script.writing;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;

import dev.migrator.revision.Revision;

/**
 * A new revision with all its data, whose script is not written yet.
 *
 * @param wanted the requested revision
 * @param revision the place in the graph
 * @param parents the revisions that it follows
 * @param message the message
 * @param created the time, in the time zone of names and scripts
 */
record Draft(NewRevision wanted, Revision revision, List<Revision> parents, RevisionMessage message,
		ZonedDateTime created) {

	private static final DateTimeFormatter CREATED = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssXXX");

	String id() {
		return this.revision.id();
	}

	String createdText() {
		return CREATED.format(this.created);
	}

}
