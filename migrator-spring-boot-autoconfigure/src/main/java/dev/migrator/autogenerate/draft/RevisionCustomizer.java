package dev.migrator.autogenerate.draft;

import java.util.List;

/**
 * Changes the revisions that autogenerate is about to write: their messages, ids and
 * parents, their number, and how the changes are distributed among them. Beans of this
 * type are called in their order. To add, change or leave out changes, use a
 * {@link dev.migrator.autogenerate.ChangeCustomizer}: {@code check} has to know of them.
 */
@FunctionalInterface
public interface RevisionCustomizer {

	/**
	 * Returns the revisions to write.
	 * @param drafts one revision, or two with {@code --online}
	 * @return the revisions in the order in which they follow each other, which together
	 * have all changes; empty to write none
	 */
	List<RevisionDraft> customize(List<RevisionDraft> drafts);

}
