package dev.migrator.internal.command.development;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

import dev.migrator.autogenerate.Change;
import dev.migrator.autogenerate.ModelDifferences;
import dev.migrator.autogenerate.ProposedChanges;
import dev.migrator.autogenerate.RenameCandidate;
import dev.migrator.autogenerate.draft.InvalidDraftsException;
import dev.migrator.autogenerate.draft.RevisionCustomizer;
import dev.migrator.autogenerate.draft.RevisionDraft;
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

	private final NewRevision wanted;

	private final List<RevisionDraft> drafts;

	private final List<RenameCandidate> candidates;

	private GeneratedRevisions(NewRevision wanted, List<RevisionDraft> drafts, List<RenameCandidate> candidates) {
		this.wanted = wanted;
		this.drafts = List.copyOf(drafts);
		this.candidates = candidates;
	}

	/**
	 * Returns one revision, in a transaction.
	 * @param wanted its properties
	 * @param found the differences
	 */
	public static GeneratedRevisions of(NewRevision wanted, ModelDifferences found) {
		ProposedChanges differences = found.differences();
		return new GeneratedRevisions(wanted, List.of(draft(wanted, differences.changes())),
				differences.renameCandidates());
	}

	/**
	 * Returns one revision in a transaction and one without, as far as they have changes.
	 * The second follows the first.
	 * @param wanted the properties of the first
	 * @param found the differences
	 */
	public static GeneratedRevisions online(NewRevision wanted, ModelDifferences found) {
		ProposedChanges differences = found.differences();
		OnlineChanges online = OnlineChanges.of(differences.changes(), found.real());
		List<RevisionDraft> drafts = new ArrayList<>();
		if (!online.inTransaction().isEmpty() || online.after().isEmpty()) {
			drafts.add(draft(wanted, online.inTransaction()));
		}
		if (!online.after().isEmpty()) {
			NewRevision after = drafts.isEmpty() ? wanted
					: NewRevision.builder((wanted.message() + ", online").strip())
						.type(wanted.type())
						.location(wanted.location())
						.build();
			drafts.add(draft(after, online.after()).withTransaction(false));
		}
		return new GeneratedRevisions(wanted, drafts, differences.renameCandidates());
	}

	private static RevisionDraft draft(NewRevision revision, List<Change> changes) {
		return new RevisionDraft(revision.message(), revision.revision(), revision.heads(), revision.branchLabels(),
				revision.dependsOn(), revision.location(), RevisionDraft.Type.valueOf(revision.type().name()),
				revision.transaction(), changes);
	}

	/**
	 * Returns what customizers make of the revisions.
	 * @param customizers the customizers, in the order in which they are called
	 * @throws InvalidDraftsException if the result does not have each change once
	 */
	GeneratedRevisions customized(List<RevisionCustomizer> customizers) {
		if (customizers.isEmpty()) {
			return this;
		}
		List<RevisionDraft> customized = this.drafts;
		for (RevisionCustomizer customizer : customizers) {
			customized = customizer.customize(customized);
		}
		if (!customized.isEmpty()) {
			requireEachOnce(changes(this.drafts), changes(customized));
		}
		return new GeneratedRevisions(this.wanted, customized, this.candidates);
	}

	private static List<Change> changes(List<RevisionDraft> drafts) {
		return drafts.stream().flatMap((draft) -> draft.changes().stream()).toList();
	}

	/**
	 * Compares by identity: a change that was altered would not be known to
	 * {@code check}.
	 */
	private static void requireEachOnce(List<Change> given, List<Change> customized) {
		Set<Change> left = Collections.newSetFromMap(new IdentityHashMap<>());
		left.addAll(given);
		List<Change> more = customized.stream().filter((change) -> !left.remove(change)).toList();
		if (!more.isEmpty()) {
			throw new InvalidDraftsException("have changes that were not among those given, or have one twice",
					descriptions(more));
		}
		if (!left.isEmpty()) {
			throw new InvalidDraftsException("lack changes",
					descriptions(given.stream().filter(left::contains).toList()));
		}
	}

	private static List<String> descriptions(List<Change> changes) {
		return changes.stream().map((change) -> change.operation().describe()).toList();
	}

	/**
	 * Returns the revisions for a trial.
	 */
	public List<TriedRevision> tried() {
		return this.drafts.stream().map((draft) -> new TriedRevision(draft.changes(), draft.transaction())).toList();
	}

	/**
	 * Returns the revisions with the bodies of their scripts.
	 */
	public List<NewRevision> written() {
		List<NewRevision> written = new ArrayList<>();
		for (RevisionDraft draft : this.drafts) {
			boolean first = written.isEmpty();
			boolean follows = !first && draft.heads().equals(this.drafts.get(written.size() - 1).heads());
			NewRevision revision = NewRevision.builder(draft.message())
				.revision(draft.id())
				.heads(follows ? List.of() : draft.heads())
				.splice(this.wanted.splice())
				.branchLabels(draft.branchLabels())
				.dependsOn(draft.dependsOn())
				.location(draft.location())
				.type(ScriptType.valueOf(draft.type().name()))
				.transaction(draft.transaction())
				.build();
			written.add(filled(revision, draft.changes(), first ? this.candidates : List.of()));
		}
		return written;
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
