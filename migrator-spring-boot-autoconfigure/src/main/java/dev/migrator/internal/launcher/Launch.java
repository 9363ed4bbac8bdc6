package dev.migrator.internal.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

import dev.migrator.internal.launcher.ListedFile.Kind;

/**
 * A command that is launched on the classes of a project.
 */
public final class Launch {

	/** The exit code of a check that found something. */
	private static final int FOUND = 3;

	private final String launcher;

	private final List<String> arguments;

	private final TypedCommand typed;

	private final LaunchedModule module;

	private final ProjectBuild build;

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
		Path script = real(Path.of(arguments[0]));
		this.module = LaunchedModule.of(script.resolveSibling(""));
		this.build = new ProjectBuild(this.module, script);
		this.javaArguments = new JavaArguments(this.module);
		this.archive = new ClassArchive(this.module);
	}

	/**
	 * However a folder is called, what was built in it is the same.
	 */
	private static Path real(Path script) {
		try {
			return script.toRealPath();
		}
		catch (IOException ex) {
			throw LauncherException.unreadable(script.toAbsolutePath(), ex);
		}
	}

	/**
	 * Has the project built if it is stale, and runs the command in another JVM where
	 * this one cannot run it, because its class path is not the present one, or where the
	 * classes of the command have to be learned.
	 * @return the exit code of the command, if it was run
	 * @throws LauncherException if the project cannot be built
	 */
	public OptionalInt buildAndRunInOtherJvm() {
		if (ParentProcess.endWithIt()) {
			return OptionalInt.empty();
		}
		boolean other = !Files.exists(this.javaArguments.file());
		BuildRecord record = isRunAsBuilt(other) ? BuildRecord.read(this.module) : this.build.upToDate();
		if (record.isEmpty()) {
			return OptionalInt.empty();
		}
		other |= this.archive.deleteIfOther(record.of(Kind.JAR));
		LaunchedClasses classes = new LaunchedClasses(record.digestOfClasses(), this.module.state("start"));
		classes.tellThisJvm();
		ClassPath classPath = ClassPath.of(this.module);
		other |= !classPath.text().equals(System.getProperty("java.class.path"));
		if (other) {
			this.javaArguments.write(classPath);
		}
		String command = this.typed.name();
		Optional<Path> list = command.isEmpty() ? Optional.empty() : this.archive.begin(command);
		if (list.isPresent()) {
			int code = runInOther(classes, List.of(ClassArchive.listing(list.get())));
			this.archive.end(command, list.get(), code == 0 || code == FOUND);
			return OptionalInt.of(code);
		}
		return other ? OptionalInt.of(runInOther(classes, List.of())) : OptionalInt.empty();
	}

	private int runInOther(LaunchedClasses classes, List<String> flags) {
		List<String> more = new ArrayList<>(flags);
		more.addAll(classes.arguments());
		more.add(ParentProcess.argument());
		more.add(this.launcher);
		more.addAll(this.arguments);
		return ChildProcess.run(this.javaArguments.command(more));
	}

	/**
	 * Returns whether the command is run in whatever classes there are. To ask for help
	 * is no reason for a build, least of all for one that fails.
	 * @param first whether no command was run before: then this JVM has only the jars
	 */
	private boolean isRunAsBuilt(boolean first) {
		return this.typed.isInBackground()
				|| (!first && this.typed.isWithoutApplication() && Files.exists(this.module.state("classpath"))
						&& ClassPath.of(this.module).hasClass(this.arguments.get(1)));
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
		command.addAll(this.typed.words());
		return command.toArray(String[]::new);
	}

}
