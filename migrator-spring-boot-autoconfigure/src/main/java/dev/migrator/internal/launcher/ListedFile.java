package dev.migrator.internal.launcher;

import java.nio.file.Path;
import java.util.Comparator;

/**
 * A file that the built classes depend on, or a built class, as it is now.
 *
 * @param kind what it is for
 * @param path its absolute path
 * @param size its size in bytes, or -1 if it does not exist
 * @param modified its time in the precision of the file system, in nanoseconds
 */
record ListedFile(Kind kind, Path path, long size, long modified) implements Comparable<ListedFile> {

	private static final Comparator<ListedFile> ORDER = Comparator.comparing(ListedFile::kind)
		.thenComparing(ListedFile::path);

	/**
	 * Reads a line that {@link #line()} wrote.
	 */
	static ListedFile of(String line) {
		String[] fields = line.split("\t", 4);
		return new ListedFile(Kind.valueOf(fields[0]), Path.of(fields[3]), Long.parseLong(fields[1]),
				Long.parseLong(fields[2]));
	}

	String line() {
		return this.kind + "\t" + this.size + "\t" + this.modified + "\t" + this.path;
	}

	@Override
	public int compareTo(ListedFile other) {
		return ORDER.compare(this, other);
	}

	enum Kind {

		/** A build file: it may change the class path. */
		BUILD,

		/** A dependency. */
		JAR,

		/** A source or resource. */
		SOURCE,

		/** What the build made. */
		OUTPUT

	}

}
