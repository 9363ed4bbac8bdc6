package dev.migrator.internal.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A file of the launcher, which is written into a project and then belongs to it.
 *
 * @param path where it is written: beside the build file of the module
 * @param text its text
 * @param program whether it is run
 */
public record LauncherFile(Path path, String text, boolean program) {

	/**
	 * Creates the files for a module.
	 * @param module the folder of the module, absolute
	 * @param mainClass the name of the class that starts the application
	 * @return the files; none if the folder has no build file of Maven or Gradle
	 */
	public static List<LauncherFile> of(Path module, String mainClass) {
		Optional<BuildTool> tool = BuildTool.of(module);
		return tool.map((found) -> of(found, module, mainClass)).orElse(List.of());
	}

	private static List<LauncherFile> of(BuildTool tool, Path module, String mainClass) {
		Path root = tool.root(module);
		String kind = (tool == BuildTool.MAVEN) ? "maven" : "gradle";
		String above = "/..".repeat(module.getNameCount() - root.getNameCount());
		String modules = root.equals(module) ? "" : " -pl " + slashes(root.relativize(module)) + " -am";
		LauncherFile script = new LauncherFile(module.resolve("migrator"),
				filled(kind + ".sh", mainClass, above, tool.program(root), modules), true);
		LauncherFile windows = new LauncherFile(module.resolve("migrator.cmd"),
				filled(kind + ".cmd", mainClass, above.replace('/', '\\'), tool.programOnWindows(root), modules)
					.replace("\n", "\r\n"),
				true);
		if (tool == BuildTool.MAVEN) {
			return List.of(script, windows);
		}
		return List.of(script, windows, new LauncherFile(module.resolve("migrator.gradle"),
				filled("migrator.gradle", mainClass, above, "", modules), false));
	}

	private static String slashes(Path path) {
		return path.toString().replace('\\', '/');
	}

	private static String filled(String template, String mainClass, String root, String program, String modules) {
		String name = template + ".template";
		try (InputStream stream = Objects.requireNonNull(LauncherFile.class.getResourceAsStream(name), name)) {
			return new String(stream.readAllBytes(), StandardCharsets.UTF_8).replace("{main-class}", mainClass)
				.replace("{root}", root)
				.replace("{program}", program)
				.replace("{modules}", modules);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
