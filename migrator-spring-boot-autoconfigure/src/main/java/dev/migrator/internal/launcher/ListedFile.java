package dev.migrator.internal.launcher;

import java.nio.file.Path;
import java.util.Comparator;

/**
 * A file that the built classes depend on, or a built class, as it is now.
 *
 * @param kind what it is for
 * @param module the folder of the module that uses it, or that made it, absolute
 * @param path its absolute path
 * @param size its size in bytes, or -1 if it does not exist
 * @param modified its time in the precision of the file system, in nanoseconds
 */
record ListedFile(Kind kind, Path module, Path path, long size, long modified) implements Comparable<ListedFile> {

	private static final Comparator<ListedFile> ORDER = Comparator.comparing(ListedFile::kind)
		.thenComparing(ListedFile::path)
		.thenComparing(ListedFile::module);

	/**
	 * Reads a line that {@link #line()} wrote.
	 */
	static ListedFile of(String line) {
		String[] fields = line.split("\t", 5);
		return new ListedFile(Kind.valueOf(fields[0]), Path.of(fields[3]), Path.of(fields[4]),
				Long.parseLong(fields[1]), Long.parseLong(fields[2]));
	}

	String line() {
		return this.kind + "\t" + this.size + "\t" + this.modified + "\t" + this.module + "\t" + this.path;
	}

	@Override
	public int compareTo(ListedFile other) {
		return ORDER.compare(this, other);
	}

	enum Kind {

		/** A build file, or a variable that one reads: it may change everything. */
		BUILD,

		/** A dependency. */
		JAR,

		/** A source or resource. */
		SOURCE,

		/** What the build made. */
		OUTPUT

	}

}
