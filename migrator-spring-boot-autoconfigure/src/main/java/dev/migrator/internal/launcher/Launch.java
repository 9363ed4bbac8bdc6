package dev.migrator.internal.launcher;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import dev.migrator.internal.launcher.ListedFile.Kind;

/**
 * A command that is launched on the classes of a project.
 */
public final class Launch {

	/** A build that changes its own sources is done a second time, and no more. */
	private static final int MOST_BUILDS = 2;

	/** The exit code of a check that found something. */
	private static final int FOUND = 3;

	private final String launcher;

	private final List<String> arguments;

	private final TypedCommand typed;

	private final Path script;

	private final LaunchedModule module;

	private final JavaArguments javaArguments;

	private final ClassArchive archive;

	/**
	 * Creates a launch.
	 * @param launcher the class that is started with these arguments
	 * @param arguments the script, the class with the main method, and the command
	 */
	public Launch(String launcher, String... arguments) {
		if (arguments.length < 2) {
			throw LauncherException.notStarted(Path.of("migrator"));
		}
		this.launcher = launcher;
		this.arguments = List.of(arguments);
		this.typed = new TypedCommand(this.arguments.subList(2, arguments.length));
		this.script = Path.of(arguments[0]).toAbsolutePath().normalize();
		this.module = LaunchedModule.of(this.script.resolveSibling(""));
		this.javaArguments = new JavaArguments(this.module);
		this.archive = new ClassArchive(this.module);
	}

	/**
	 * Has the project built if it is stale. Where this JVM cannot run the command,
	 * because its class path is not the present one, runs it in another.
	 * @return the exit code, if the command was run
	 * @throws LauncherException if the project cannot be built
	 */
	public OptionalInt prepare() {
		if (LaunchedClasses.ofThisJvm().isPresent()) {
			return OptionalInt.empty();
		}
		boolean other = !Files.exists(this.javaArguments.file());
		BuildRecord record = isRunAsBuilt() ? BuildRecord.read(this.module) : build();
		other |= this.archive.deleteIfOther(record.of(Kind.JAR));
		LaunchedClasses classes = new LaunchedClasses(record.digestOfClasses(), this.module.state("start"));
		classes.tellThisJvm();
		ClassPath classPath = ClassPath.of(this.module);
		other |= !classPath.text().equals(System.getProperty("java.class.path"));
		if (other) {
			this.javaArguments.write(classPath);
		}
		String command = this.typed.name();
		if (!command.isEmpty() && !this.archive.knows(command)) {
			int code = runInOther(classes, List.of(this.archive.listing(command)));
			this.archive.learn(command, code == 0 || code == FOUND);
			return OptionalInt.of(code);
		}
		return other ? OptionalInt.of(runInOther(classes, List.of())) : OptionalInt.empty();
	}

	private int runInOther(LaunchedClasses classes, List<String> flags) {
		List<String> more = new ArrayList<>(flags);
		more.addAll(classes.arguments());
		more.add(this.launcher);
		more.addAll(this.arguments);
		return ChildProcess.run(this.javaArguments.command(more));
	}

	/**
	 * Returns whether the command is run in whatever classes there are. To ask for help
	 * is no reason for a build, least of all for one that fails.
	 */
	private boolean isRunAsBuilt() {
		return this.typed.isInBackground()
				|| (this.typed.isWithoutApplication() && Files.exists(this.module.state("classpath"))
						&& ClassPath.of(this.module).hasClass(this.arguments.get(1)));
	}

	private BuildRecord build() {
		if (Files.exists(this.module.state("classpath"))) {
			BuildRecord now = now();
			if (now.equals(BuildRecord.read(this.module))) {
				return now;
			}
		}
		try (StateLock lock = StateLock.on(this.module.state("build.lock"))) {
			return buildAlone();
		}
	}

	/**
	 * Builds, if another command has not built meanwhile.
	 */
	private BuildRecord buildAlone() {
		if (!Files.exists(this.module.state("classpath"))) {
			build("--build-all");
		}
		BuildRecord built = BuildRecord.read(this.module);
		BuildRecord now = now();
		if (now.equals(built)) {
			return now;
		}
		if (!isBuiltByScript(built, now)) {
			for (int count = 0; count < MOST_BUILDS && (count == 0 || !now.inputs().equals(built.inputs())); count++) {
				List<Path> deleted = built.deletedIn(now);
				DeletedSources.remove(deleted);
				boolean all = !now.of(Kind.BUILD).equals(built.of(Kind.BUILD))
						|| !now.of(Kind.JAR).equals(built.of(Kind.JAR));
				build(all ? "--build-all" : "--build");
				if (DeletedSources.removeLeft(deleted)) {
					build("--build");
				}
				built = now;
				now = now();
			}
		}
		now.write(this.module);
		return now;
	}

	private void build(String how) {
		boolean windows = System.getProperty("os.name").startsWith("Windows");
		List<String> shell = windows ? List.of("cmd", "/c") : List.of("sh");
		if (ChildProcess.run(Stream.concat(shell.stream(), Stream.of(this.script.toString(), how)).toList()) != 0) {
			throw LauncherException.notBuilt(this.script);
		}
	}

	/**
	 * The first time, the script has the project built, because nothing is known yet.
	 * What was edited since has to be built again.
	 */
	private boolean isBuiltByScript(BuildRecord built, BuildRecord now) {
		Path begun = this.module.state("begun");
		if (!built.files().isEmpty() || !Files.exists(begun)) {
			return false;
		}
		long begin = begun.toFile().lastModified();
		return now.inputs().stream().allMatch((file) -> TimeUnit.NANOSECONDS.toMillis(file.modified()) < begin);
	}

	private BuildRecord now() {
		return new BuildRecord(ModuleFiles.list(this.module, ClassPath.of(this.module)));
	}

	/**
	 * Returns the class that starts the application.
	 * @return the class
	 * @throws LauncherException if it does not exist
	 */
	public Class<?> application() {
		String name = this.arguments.get(1);
		try {
			return Class.forName(name, false, ClassLoader.getSystemClassLoader());
		}
		catch (ClassNotFoundException ex) {
			throw LauncherException.noClass(name, ex);
		}
	}

	/**
	 * Returns the arguments for the application.
	 * @param word the first of them
	 * @return the word, and the command with its options
	 */
	public String[] command(String word) {
		List<String> command = new ArrayList<>(List.of(word));
		command.addAll(this.arguments.subList(2, this.arguments.size()));
		return command.toArray(String[]::new);
	}

}
