package dev.migrator.internal.script.writing;

import java.security.SecureRandom;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import dev.migrator.internal.script.project.NewRevisionException;
import dev.migrator.revision.Revision;
import dev.migrator.revision.RevisionGraph;
import dev.migrator.revision.RevisionNames;
import org.jspecify.annotations.Nullable;

/**
 * Checks the names of a new revision: they have only plain characters and no special
 * meaning, and are not in use.
 */
final class NewRevisionNames {

	private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_]{1,%s}".formatted(RevisionNames.MAX_LENGTH));

	private static final int RANDOM_BYTES = 6;

	private static final SecureRandom random = new SecureRandom();

	private final Map<String, Revision> taken = new LinkedHashMap<>();

	NewRevisionNames(RevisionGraph graph) {
		for (Revision revision : graph.revisions()) {
			this.taken.put(revision.id(), revision);
			revision.branchLabels().forEach((label) -> this.taken.put(label, revision));
		}
	}

	/**
	 * Returns the id of the new revision.
	 * @param wanted the requested id, or {@code null} for a random one
	 */
	String id(@Nullable String wanted) {
		if (wanted != null) {
			check("revision id", wanted);
			return wanted;
		}
		byte[] bytes = new byte[RANDOM_BYTES];
		String id;
		do {
			random.nextBytes(bytes);
			id = HexFormat.of().formatHex(bytes);
		}
		while (this.taken.containsKey(id));
		return id;
	}

	/**
	 * Returns the branch labels of the new revision.
	 */
	List<String> labels(List<String> wanted, String id) {
		Set<String> seen = new HashSet<>();
		for (String label : wanted) {
			check("branch label", label);
			if (!seen.add(label)) {
				throw new NewRevisionException("The branch label " + label + " is given twice.", "Give it once.");
			}
			if (label.equals(id)) {
				throw new NewRevisionException("The branch label " + label + " is the id of the same revision.",
						"Give the branch another label.");
			}
		}
		return wanted;
	}

	private void check(String kind, String name) {
		if (!PLAIN.matcher(name).matches()) {
			throw new NewRevisionException("\"" + name + "\" cannot be a new " + kind + ".",
					"Use 1 to 128 of the characters A-Z a-z 0-9 and _.");
		}
		if (RevisionNames.isReserved(name)) {
			throw new NewRevisionException(
					"\"" + name + "\" cannot be a new " + kind + ": it has a special meaning in targets.",
					"Use another name than head, heads, base and current.");
		}
		Revision owner = this.taken.get(name);
		if (owner != null) {
			String what = owner.id().equals(name) ? "a revision " + name + " already: " + owner.source()
					: "a branch label " + name + " already, on revision " + owner.id() + " (" + owner.source() + ")";
			throw new NewRevisionException("There is " + what + ".",
					"Use another " + kind + ". Nothing is overwritten.");
		}
	}

}
