package dev.migrator.internal.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The tool that builds a project.
 */
public enum BuildTool {

	/** Maven. */
	MAVEN("target", "mvnw", "mvn"),

	/** Gradle. */
	GRADLE("build", "gradlew", "gradle");

	private static final Pattern MAVEN_FILES = Pattern.compile("pom\\.xml");

	private static final Pattern GRADLE_FILES = Pattern.compile(".+\\.gradle(\\.kts)?|gradle\\.properties");

	private static final Pattern MAVEN_SOURCES = Pattern
		.compile("<(?:sourceDirectory|directory|source|resource|sourceDir)>([^<]+)</");

	private static final Pattern GRADLE_SOURCES = Pattern.compile("srcDirs?\\b[^\"']*[\"']([^\"']+)[\"']");

	private static final Pattern MAVEN_VARIABLES = Pattern.compile("(?:\\$\\{|@)env\\.([^}@\\s]+)[}@]");

	private static final Pattern GRADLE_VARIABLES = Pattern
		.compile("(?:getenv|environmentVariable)\\(\\s*[\"']([^\"']+)[\"']");

	private final String output;

	private final String wrapper;

	private final String program;

	BuildTool(String output, String wrapper, String program) {
		this.output = output;
		this.wrapper = wrapper;
		this.program = program;
	}

	/**
	 * Finds the tool that builds a module.
	 * @param module the folder of the module
	 * @return the tool whose build file lies in the folder, if there is one
	 */
	public static Optional<BuildTool> of(Path module) {
		return Stream.of(values()).filter((tool) -> tool.builds(module)).findFirst();
	}

	private boolean builds(Path folder) {
		return (this == MAVEN) ? Files.isRegularFile(folder.resolve("pom.xml"))
				: Files.isRegularFile(folder.resolve("build.gradle"))
						|| Files.isRegularFile(folder.resolve("build.gradle.kts"));
	}

	/**
	 * Finds the folder from which a module is built together with the modules that it
	 * needs.
	 * @param module the folder of the module, absolute
	 * @return the folder of the topmost build that contains the module; the module itself
	 * if it is alone
	 */
	Path root(Path module) {
		Path root = module;
		for (Path folder = module; folder != null; folder = folder.getParent()) {
			if (this == GRADLE && isGradleRoot(folder)) {
				return folder;
			}
			if (this == MAVEN && hasMavenModule(folder, root)) {
				root = folder;
			}
		}
		return root;
	}

	private static boolean isGradleRoot(Path folder) {
		return Files.isRegularFile(folder.resolve("settings.gradle"))
				|| Files.isRegularFile(folder.resolve("settings.gradle.kts"));
	}

	private static boolean hasMavenModule(Path folder, Path module) {
		Path pom = folder.resolve("pom.xml");
		return Files.isRegularFile(pom) && MavenPoms.modules(pom).contains(module.resolve("pom.xml"));
	}

	/**
	 * Returns the folder of what is built.
	 */
	Path output(Path module) {
		return module.resolve(this.output);
	}

	String program(Path root) {
		return Files.isRegularFile(root.resolve(this.wrapper)) ? "./" + this.wrapper : this.program;
	}

	String programOnWindows(Path root) {
		String script = this.wrapper + ((this == MAVEN) ? ".cmd" : ".bat");
		return Files.isRegularFile(root.resolve(script)) ? script : this.program;
	}

	/**
	 * Returns whether the name is that of a file that says how a folder is built.
	 */
	boolean isBuildFile(String name) {
		return ((this == MAVEN) ? MAVEN_FILES : GRADLE_FILES).matcher(name).matches();
	}

	/**
	 * Returns files that say how modules are built, wherever they are.
	 * @param root the folder of the topmost build
	 * @param modules the folders of modules
	 */
	Set<Path> buildFiles(Path root, Set<Path> modules) {
		return (this == MAVEN) ? MavenPoms.of(root, modules) : Set.of();
	}

	/**
	 * Returns the files in the home of the user that say how everything is built.
	 */
	List<Path> filesOfUser() {
		Path home = Path.of(System.getProperty("user.home"));
		Stream<String> names = (this == MAVEN) ? Stream.of(".m2/settings.xml", ".m2/toolchains.xml", ".mavenrc")
				: Stream.of(".gradle/gradle.properties", ".gradle/init.gradle", ".gradle/init.gradle.kts");
		return names.map(home::resolve).toList();
	}

	/**
	 * Returns the names of the environment variables that a build file, or a resource
	 * into which the build writes values, refers to.
	 */
	Set<String> variables(Path file) {
		return ((this == MAVEN) ? MAVEN_VARIABLES : GRADLE_VARIABLES).matcher(read(file))
			.results()
			.map((name) -> name.group(1))
			.collect(Collectors.toCollection(TreeSet::new));
	}

	/**
	 * Returns the folders beside the topmost build file that say how it is built.
	 */
	List<Path> settings(Path root) {
		return Stream.of((this == MAVEN) ? new String[] { ".mvn" } : new String[] { "buildSrc", "gradle" })
			.map(root::resolve)
			.toList();
	}

	/**
	 * Returns the folders that the build files of a module name as sources or resources,
	 * if they exist.
	 */
	List<Path> namedSources(Path module) {
		Pattern sources = (this == MAVEN) ? MAVEN_SOURCES : GRADLE_SOURCES;
		return filesIn(module).stream()
			.filter((file) -> isBuildFile(file.getFileName().toString()))
			.flatMap((file) -> sources.matcher(read(file)).results())
			.map((name) -> name.group(1).strip().replaceFirst("^\\$\\{(project\\.)?basedir}/?", ""))
			.filter((name) -> !name.contains("${"))
			.map((name) -> module.resolve(name).normalize())
			.filter((folder) -> Files.isDirectory(folder) && !module.startsWith(folder)
					&& !folder.startsWith(output(module)))
			.toList();
	}

	private static List<Path> filesIn(Path folder) {
		try (Stream<Path> files = Files.list(folder)) {
			return files.filter(Files::isRegularFile).sorted().toList();
		}
		catch (IOException ex) {
			throw LauncherException.unreadable(folder, ex);
		}
	}

	/**
	 * Reads a file in whatever encoding: what is searched for is ASCII, or a path. One
	 * that an editor is just replacing is empty.
	 */
	static String read(Path file) {
		try {
			return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
		}
		catch (NoSuchFileException ex) {
			return "";
		}
		catch (IOException ex) {
			throw LauncherException.unreadable(file, ex);
		}
	}

}
