package dev.migrator.internal.command.development;

import java.util.ArrayList;
import java.util.List;

import dev.migrator.autogenerate.Change;
import dev.migrator.autogenerate.ModelDifferences;
import dev.migrator.autogenerate.ProposedChanges;
import dev.migrator.autogenerate.RenameCandidate;
import dev.migrator.internal.autogenerate.online.OnlineChanges;
import dev.migrator.internal.autogenerate.revision.JavaRevisionBody;
import dev.migrator.internal.autogenerate.revision.SqlRevisionBody;
import dev.migrator.internal.autogenerate.revision.TriedRevision;
import dev.migrator.internal.script.writing.NewRevision;
import dev.migrator.internal.script.writing.ScriptType;

/**
 * The differences between the model and the database as revisions.
 */
public final class GeneratedRevisions {

	private GeneratedRevisions() {
	}

	/**
	 * Returns one revision, in a transaction.
	 */
	public static List<NewRevision> of(NewRevision revision, ModelDifferences found) {
		ProposedChanges differences = found.differences();
		return List.of(filled(revision, differences.changes(), differences.renameCandidates()));
	}

	/**
	 * Returns one revision in a transaction and one without, as far as they have changes.
	 * The second follows the first.
	 */
	public static List<NewRevision> online(NewRevision revision, ModelDifferences found) {
		ProposedChanges differences = found.differences();
		OnlineChanges online = OnlineChanges.of(differences.changes(), found.real());
		List<NewRevision> revisions = new ArrayList<>();
		if (!online.inTransaction().isEmpty() || online.after().isEmpty()) {
			revisions.add(filled(revision, online.inTransaction(), differences.renameCandidates()));
		}
		if (!online.after().isEmpty()) {
			boolean first = revisions.isEmpty();
			NewRevision after = first ? revision
					: NewRevision.builder((revision.message() + ", online").strip())
						.type(revision.type())
						.location(revision.location())
						.build();
			revisions.add(filled(after.toBuilder().transaction(false).build(), online.after(),
					first ? differences.renameCandidates() : List.of()));
		}
		return revisions;
	}

	/**
	 * Returns the changes as one revision, for a trial.
	 */
	public static List<TriedRevision> tried(ModelDifferences found) {
		return List.of(new TriedRevision(found.differences().changes(), true));
	}

	/**
	 * Returns the changes as one revision in a transaction and one without, for a trial.
	 */
	public static List<TriedRevision> triedOnline(ModelDifferences found) {
		OnlineChanges online = OnlineChanges.of(found.differences().changes(), found.real());
		return List.of(new TriedRevision(online.inTransaction(), true), new TriedRevision(online.after(), false));
	}

	private static NewRevision filled(NewRevision revision, List<Change> changes, List<RenameCandidate> candidates) {
		if (revision.type() == ScriptType.JAVA) {
			JavaRevisionBody body = JavaRevisionBody.of(changes, candidates);
			return revision.toBuilder()
				.upgrade(body.upgrade())
				.downgrade(body.downgrade())
				.imports(body.imports())
				.build();
		}
		SqlRevisionBody body = revision.transaction() ? SqlRevisionBody.of(changes, candidates)
				: SqlRevisionBody.withoutTransaction(changes, candidates);
		return revision.toBuilder().upgrade(body.upgrade()).downgrade(body.downgrade()).build();
	}

}
