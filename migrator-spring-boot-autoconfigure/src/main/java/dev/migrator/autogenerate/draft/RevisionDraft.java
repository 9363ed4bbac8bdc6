package dev.migrator.autogenerate.draft;

import java.util.List;

import dev.migrator.autogenerate.Change;
import org.jspecify.annotations.Nullable;

/**
 * A revision that is about to be written.
 *
 * @param message its message, or an empty text. The first line is the message of the
 * revision; the others become comments of an SQL script
 * @param id its id, or {@code null} for a random one
 * @param heads the targets that it follows: ids, labels, {@code billing@head}. If empty,
 * or the same as those of the draft before, it follows that draft; the first one follows
 * the only head
 * @param branchLabels the labels of its branch
 * @param dependsOn the targets that it depends on
 * @param location its location: one of the configured ones, or {@code null} for that of
 * the revision that it follows
 * @param type whether it is SQL or Java
 * @param transaction whether it runs in a transaction; otherwise each statement is
 * committed by itself
 * @param changes its changes, in an order in which they can run
 */
public record RevisionDraft(String message, @Nullable String id, List<String> heads, List<String> branchLabels,
		List<String> dependsOn, @Nullable String location, Type type, boolean transaction, List<Change> changes) {

	public RevisionDraft {
		heads = List.copyOf(heads);
		branchLabels = List.copyOf(branchLabels);
		dependsOn = List.copyOf(dependsOn);
		changes = List.copyOf(changes);
	}

	/**
	 * Returns a copy with another message.
	 * @param value the message, or an empty text
	 * @return the copy
	 */
	public RevisionDraft withMessage(String value) {
		return new RevisionDraft(value, this.id, this.heads, this.branchLabels, this.dependsOn, this.location,
				this.type, this.transaction, this.changes);
	}

	/**
	 * Returns a copy with another id.
	 * @param value the id, or {@code null} for a random one
	 * @return the copy
	 */
	public RevisionDraft withId(@Nullable String value) {
		return new RevisionDraft(this.message, value, this.heads, this.branchLabels, this.dependsOn, this.location,
				this.type, this.transaction, this.changes);
	}

	/**
	 * Returns a copy that follows other revisions.
	 * @param value the targets
	 * @return the copy
	 */
	public RevisionDraft withHeads(List<String> value) {
		return new RevisionDraft(this.message, this.id, value, this.branchLabels, this.dependsOn, this.location,
				this.type, this.transaction, this.changes);
	}

	/**
	 * Returns a copy with other labels.
	 * @param value the labels of its branch
	 * @return the copy
	 */
	public RevisionDraft withBranchLabels(List<String> value) {
		return new RevisionDraft(this.message, this.id, this.heads, value, this.dependsOn, this.location, this.type,
				this.transaction, this.changes);
	}

	/**
	 * Returns a copy that depends on other revisions.
	 * @param value the targets
	 * @return the copy
	 */
	public RevisionDraft withDependsOn(List<String> value) {
		return new RevisionDraft(this.message, this.id, this.heads, this.branchLabels, value, this.location, this.type,
				this.transaction, this.changes);
	}

	/**
	 * Returns a copy in another location.
	 * @param value one of the configured locations, or {@code null}
	 * @return the copy
	 */
	public RevisionDraft withLocation(@Nullable String value) {
		return new RevisionDraft(this.message, this.id, this.heads, this.branchLabels, this.dependsOn, value, this.type,
				this.transaction, this.changes);
	}

	/**
	 * Returns a copy in SQL or in Java.
	 * @param value the type
	 * @return the copy
	 */
	public RevisionDraft withType(Type value) {
		return new RevisionDraft(this.message, this.id, this.heads, this.branchLabels, this.dependsOn, this.location,
				value, this.transaction, this.changes);
	}

	/**
	 * Returns a copy that runs in a transaction, or without one.
	 * @param value whether it runs in a transaction
	 * @return the copy
	 */
	public RevisionDraft withTransaction(boolean value) {
		return new RevisionDraft(this.message, this.id, this.heads, this.branchLabels, this.dependsOn, this.location,
				this.type, value, this.changes);
	}

	/**
	 * Returns a copy with a part of the changes.
	 * @param value the changes
	 * @return the copy
	 */
	public RevisionDraft withChanges(List<Change> value) {
		return new RevisionDraft(this.message, this.id, this.heads, this.branchLabels, this.dependsOn, this.location,
				this.type, this.transaction, value);
	}

	/**
	 * The language of a revision.
	 */
	public enum Type {

		/** An SQL file. */
		SQL,

		/** A Java class. */
		JAVA

	}

}
