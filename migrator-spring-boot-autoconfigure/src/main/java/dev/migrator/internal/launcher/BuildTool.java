package dev.migrator.internal.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The tool that builds a project.
 */
public enum BuildTool {

	/** Maven. */
	MAVEN("target", "mvnw", "mvn"),

	/** Gradle. */
	GRADLE("build", "gradlew", "gradle");

	private static final Set<String> MAVEN_FILES = Set.of("pom.xml");

	private static final Set<String> GRADLE_FILES = Set.of("build.gradle", "build.gradle.kts", "settings.gradle",
			"settings.gradle.kts", "gradle.properties");

	private static final Pattern MAVEN_SOURCES = Pattern
		.compile("<(?:sourceDirectory|directory|source|resource|sourceDir)>([^<]+)</");

	private static final Pattern GRADLE_SOURCES = Pattern.compile("srcDirs?\\b[^\"']*[\"']([^\"']+)[\"']");

	private static final Pattern MODULE = Pattern.compile("<(?:module|subproject)>\\s*([^<]+?)\\s*</");

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
		return Files.isRegularFile(pom) && MODULE.matcher(read(pom))
			.results()
			.map((name) -> folder.resolve(name.group(1)).normalize())
			.anyMatch((path) -> path.equals(module) || path.equals(module.resolve("pom.xml")));
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
		return buildFiles().contains(name);
	}

	private Set<String> buildFiles() {
		return (this == MAVEN) ? MAVEN_FILES : GRADLE_FILES;
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
		return buildFiles().stream()
			.sorted()
			.map(module::resolve)
			.filter(Files::isRegularFile)
			.flatMap((file) -> sources.matcher(read(file)).results())
			.map((name) -> name.group(1).strip().replaceFirst("^\\$\\{(project\\.)?basedir}/?", ""))
			.filter((name) -> !name.contains("${"))
			.map((name) -> module.resolve(name).normalize())
			.filter((folder) -> Files.isDirectory(folder) && !module.startsWith(folder)
					&& !folder.startsWith(output(module)))
			.toList();
	}

	private static String read(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw LauncherException.unreadable(file, ex);
		}
	}

}
