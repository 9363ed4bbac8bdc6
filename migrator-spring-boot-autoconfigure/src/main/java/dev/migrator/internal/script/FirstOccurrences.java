package dev.migrator.internal.script;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import dev.migrator.internal.script.text.FoundScript;

/**
 * Recognizes files that are found twice, because locations contain each other or links
 * lead to the same file. Only files with the same revision can be the same: for the
 * others the file system is not asked which file it is, which costs as much as reading
 * it.
 */
final class FirstOccurrences {

	private static final String NO_REVISION = "";

	private final Map<String, FoundScript> first = new HashMap<>();

	private final Map<String, Set<String>> identities = new HashMap<>();

	/**
	 * Adds a file.
	 * @return {@code false} if the same file was added before
	 */
	boolean add(ReadScript read) {
		String revision = (read.script() != null) ? read.script().header().revision() : NO_REVISION;
		FoundScript before = this.first.putIfAbsent(revision, read.file());
		if (before == null) {
			return true;
		}
		Set<String> same = this.identities.computeIfAbsent(revision, (id) -> new HashSet<>(Set.of(identity(before))));
		return same.add(identity(read.file()));
	}

	/**
	 * Returns the identity of a file, or its place if it cannot be read: that is told
	 * then.
	 */
	private static String identity(FoundScript file) {
		try {
			return file.identity();
		}
		catch (IOException ex) {
			return file.description();
		}
	}

}
