package dev.migrator.internal.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The archive of the classes that commands load from the jars: a JVM that maps it into
 * its memory need not read, verify and link them again. A command that has never been run
 * is run once with a list of its classes; then the archive is made again if many classes
 * are new.
 * <p>
 * It can only be made over jars, and only be used where the class path begins with them.
 */
final class ClassArchive {

	/** The share of classes that have to be new for a new archive. */
	private static final double MANY = 0.05;

	private final LaunchedModule module;

	ClassArchive(LaunchedModule module) {
		this.module = module;
	}

	Path file() {
		return this.module.state("classes.jsa");
	}

	private Path lists() {
		return this.module.state("classes");
	}

	private Path archivedList() {
		return this.module.state("classes.list");
	}

	/**
	 * Deletes an archive of other jars or of another JVM. If it cannot be deleted, the
	 * JVM sees that it does not fit.
	 * @param jars the jars as they are now
	 * @return whether there was one
	 */
	boolean deleteIfOther(List<ListedFile> jars) {
		String basis = System.getProperty("java.home") + " " + System.getProperty("java.vm.version") + "\n"
				+ jars.stream().map(ListedFile::line).collect(Collectors.joining("\n"));
		Path file = this.module.state("classes.basis");
		try {
			if (Files.exists(file) && Files.readString(file).equals(basis)) {
				return false;
			}
			boolean deleted = Files.deleteIfExists(file());
			Files.deleteIfExists(archivedList());
			for (Path list : lists("")) {
				Files.deleteIfExists(list);
			}
			StateFile.write(file, basis);
			return deleted;
		}
		catch (IOException | LauncherException ex) {
			return false;
		}
	}

	/**
	 * Begins to learn the classes of a command, if they are not known. An archive is not
	 * worth it where the next command would have to share the only processor with the
	 * process that makes it.
	 * @return the file for the list; nothing if it is not needed, or cannot be written
	 */
	Optional<Path> begin(String command) {
		if (Files.exists(list(command)) || Runtime.getRuntime().availableProcessors() == 1) {
			return Optional.empty();
		}
		try {
			Files.createDirectories(lists());
			// two commands at once have a file each
			return Optional
				.of(Files.createFile(Path.of(list(command) + "." + ProcessHandle.current().pid() + ".running")));
		}
		catch (IOException ex) {
			return Optional.empty();
		}
	}

	/**
	 * Returns the argument that makes a JVM list its classes.
	 */
	static String listing(Path running) {
		return "-XX:DumpLoadedClassList=" + running;
	}

	/**
	 * Keeps the list of a command that did its work, and has the archive made in the
	 * background if it would contain many more classes. The command has been run, so no
	 * failure counts.
	 */
	void end(String command, Path running, boolean done) {
		try {
			if (!done) {
				Files.deleteIfExists(running);
				return;
			}
			Files.move(running, list(command), StandardCopyOption.REPLACE_EXISTING);
			ChildProcess.leave(
					new JavaArguments(this.module)
						.command(List.of(ArchiveMaker.class.getName(), this.module.directory().toString())),
					this.module.state("archive.log"));
		}
		catch (IOException ex) {
			// the next command tries again
		}
	}

	private Path list(String command) {
		return lists().resolve(command + ".list");
	}

	private List<Path> lists(String ending) throws IOException {
		Files.createDirectories(lists());
		try (Stream<Path> files = Files.list(lists())) {
			return files.filter((file) -> file.toString().endsWith(ending)).sorted().toList();
		}
	}

	/**
	 * Makes the archive, if many of the known classes are not in it yet.
	 */
	void make() throws IOException {
		Set<String> classes = new LinkedHashSet<>();
		for (Path learned : lists(".list")) {
			Files.readAllLines(learned)
				.stream()
				.filter(ClassArchive::isKept)
				.map(ClassArchive::withoutId)
				.forEach(classes::add);
		}
		int archived = Files.exists(archivedList()) ? Files.readAllLines(archivedList()).size() : 0;
		if (classes.size() - archived <= archived * MANY) {
			return;
		}
		Path list = Path.of(archivedList() + ".new");
		StateFile.write(list, String.join("\n", classes) + "\n");
		ClassPath classPath = ClassPath.of(this.module);
		Path made = Path.of(file() + ".new");
		List<String> dump = new ArrayList<>(List.of(JavaArguments.java()));
		dump.addAll(JavaArguments.SHORT_LIFE);
		dump.addAll(List.of("-Xlog:disable", "-Xshare:dump", "-XX:SharedClassListFile=" + list,
				"-XX:SharedArchiveFile=" + made, "-cp", classPath.jarsText()));
		int code = ChildProcess.run(dump);
		if (code == 0) {
			Files.move(made, file(), StandardCopyOption.REPLACE_EXISTING);
			Files.move(list, archivedList(), StandardCopyOption.REPLACE_EXISTING);
			new JavaArguments(this.module).write(classPath);
		}
	}

	/**
	 * Leaves out comments, and the classes of other class loaders, which refer to others
	 * by number.
	 */
	private static boolean isKept(String line) {
		return !line.startsWith("#") && !line.contains(" source: ");
	}

	/**
	 * Removes the number that newer JVMs give a class in their list: in another list the
	 * class has another one.
	 */
	private static String withoutId(String line) {
		int id = line.lastIndexOf(" id: ");
		return (id < 0) ? line : line.substring(0, id);
	}

}
