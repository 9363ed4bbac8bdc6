package dev.migrator.internal.launcher;

import java.net.URISyntaxException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The arguments of the JVM that runs a command, in a file that {@code java} reads. The
 * flags are those for a program that lives a second.
 */
final class JavaArguments {

	/**
	 * No optimizing compiler, and the serial collector unless a variable such as
	 * {@code JAVA_TOOL_OPTIONS} chooses one: two that are chosen would be refused.
	 */
	static final List<String> SHORT_LIFE = List.of("-XX:TieredStopAtLevel=1", "-XX:+NeverActAsServerClassMachine");

	private static final List<String> FLAGS = List.of(
			// an archive that does not fit is not used, and nothing is said
			"-Xshare:auto", "-Xlog:disable",
			// it would start the application twice
			"-Dspring.devtools.restart.enabled=false");

	private final LaunchedModule module;

	JavaArguments(LaunchedModule module) {
		this.module = module;
	}

	Path file() {
		return this.module.state("java.args");
	}

	/**
	 * Writes the file for a class path, and for the archive if there is one.
	 */
	void write(ClassPath classPath) {
		List<String> arguments = new ArrayList<>(SHORT_LIFE);
		arguments.addAll(FLAGS);
		Path archive = new ClassArchive(this.module).file();
		if (Files.exists(archive)) {
			arguments.add("-XX:SharedArchiveFile=" + archive);
		}
		arguments.add("-cp");
		arguments.add(classPath.text());
		Charset charset = Charset.forName(System.getProperty("native.encoding", Charset.defaultCharset().name()));
		StateFile.write(this.module.state("launcher"), launcher() + "\n", charset);
		StateFile.write(file(), arguments.stream().map(JavaArguments::quoted).collect(Collectors.joining()), charset);
	}

	/**
	 * Returns the jar of the launcher. If it is gone, the script does not try to start a
	 * JVM with these arguments.
	 */
	static Path launcher() {
		try {
			return Path.of(JavaArguments.class.getProtectionDomain().getCodeSource().getLocation().toURI());
		}
		catch (URISyntaxException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static String quoted(String argument) {
		return "\"" + argument.replace("\\", "\\\\").replace("\"", "\\\"") + "\"\n";
	}

	/**
	 * Returns the command that starts a JVM with these arguments.
	 * @param more more arguments, and the class with its own arguments
	 */
	List<String> command(List<String> more) {
		List<String> command = new ArrayList<>(List.of(java(), "@" + file()));
		command.addAll(more);
		return command;
	}

	static String java() {
		return Path.of(System.getProperty("java.home"), "bin", "java").toString();
	}

}
