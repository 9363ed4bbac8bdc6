package dev.migrator.revision;

import java.util.BitSet;

import org.jspecify.annotations.Nullable;

/**
 * The place that a target leads to.
 *
 * @param target the target
 * @param revisions the numbers of the revisions that it denotes; none for below the bases
 * @param branch the number of the revision that denotes the branch, if one was named
 * @param left for a relative target that went down from where the database is, or below a
 * base: the number of the revision that its last step left
 */
record Destination(Target target, BitSet revisions, @Nullable Integer branch, @Nullable Integer left) {

	boolean isBase() {
		return this.revisions.isEmpty();
	}

}
