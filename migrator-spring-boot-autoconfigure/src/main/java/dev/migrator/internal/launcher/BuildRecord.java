package dev.migrator.internal.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.migrator.internal.launcher.ListedFile.Kind;
import dev.migrator.internal.problem.Sha256;

/**
 * The files of a module as the launcher built it last: those that the build read as they
 * were before it, and what it made. Every difference counts, not only a newer time: a
 * file may be deleted, or replaced by an older one.
 *
 * @param files the files, in order
 */
record BuildRecord(List<ListedFile> files) {

	/**
	 * Reads the record.
	 * @return the record; an empty one if there is none, or if it cannot be understood
	 */
	static BuildRecord read(LaunchedModule module) {
		Path file = module.state("built");
		try {
			return new BuildRecord(Files.isRegularFile(file)
					? Files.readAllLines(file).stream().map(ListedFile::of).toList() : List.of());
		}
		catch (IOException | RuntimeException ex) {
			return new BuildRecord(List.of());
		}
	}

	void write(LaunchedModule module) {
		StateFile.write(module.state("built"),
				this.files.stream().map((file) -> file.line() + "\n").collect(Collectors.joining()));
	}

	boolean isEmpty() {
		return this.files.isEmpty();
	}

	/**
	 * Returns the files that decide what is built.
	 */
	List<ListedFile> inputs() {
		return this.files.stream().filter(BuildRecord::isInput).toList();
	}

	private static boolean isInput(ListedFile file) {
		return file.kind() == Kind.SOURCE || file.kind() == Kind.BUILD;
	}

	/**
	 * Returns the record of a build that began with these files.
	 * @param after the files after it
	 */
	BuildRecord built(BuildRecord after) {
		return new BuildRecord(Stream.concat(inputs().stream(), after.files.stream().filter((file) -> !isInput(file)))
			.sorted()
			.toList());
	}

	List<ListedFile> of(Kind kind) {
		return this.files.stream().filter((file) -> file.kind() == kind).toList();
	}

	Set<Path> modules() {
		return this.files.stream().map(ListedFile::module).collect(Collectors.toCollection(TreeSet::new));
	}

	/**
	 * Returns a digest of what decides which beans there are: the jars, and what was
	 * built, but not SQL scripts.
	 * @return a SHA-256 in hex digits
	 */
	String digestOfClasses() {
		MessageDigest digest = Sha256.begin();
		this.files.stream()
			.filter((file) -> file.kind() == Kind.JAR || file.kind() == Kind.OUTPUT)
			.filter((file) -> !file.path().toString().endsWith(".sql"))
			.forEach((file) -> digest.update(file.line().getBytes(StandardCharsets.UTF_8)));
		return Sha256.end(digest);
	}

	/**
	 * Returns the sources that this record has and another one has not.
	 */
	List<ListedFile> deletedIn(BuildRecord other) {
		Set<ListedFile> present = new TreeSet<>(other.of(Kind.SOURCE));
		return of(Kind.SOURCE).stream().filter((file) -> !present.contains(file)).toList();
	}

	/**
	 * Returns the sources of another record that are not in this one as they are there.
	 */
	List<ListedFile> changedIn(BuildRecord other) {
		Set<ListedFile> unchanged = new HashSet<>(of(Kind.SOURCE));
		return other.of(Kind.SOURCE).stream().filter((file) -> !unchanged.contains(file)).toList();
	}

}
