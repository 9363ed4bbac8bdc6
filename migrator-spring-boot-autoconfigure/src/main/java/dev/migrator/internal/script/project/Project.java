package dev.migrator.internal.script.project;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.ResourceLoader;

/**
 * The folder of a project with the sources of an application.
 *
 * @param directory the folder, absolute
 */
public record Project(Path directory) {

	/**
	 * The output folders of Maven, Gradle, Eclipse and IntelliJ.
	 */
	private static final Set<String> BUILD_FOLDERS = Set.of("target", "build", "bin", "out");

	public Project {
		directory = directory.toAbsolutePath().normalize();
	}

	/**
	 * Finds the project that an application was built in.
	 * @param classes the folder or the jar with the classes of the application, such as
	 * {@code target/classes}, {@code build/libs/app.jar}, or {@code null} if it is not
	 * known
	 * @param workingDirectory the folder to search if the classes lead to no project
	 * @return the project, if there is one: a folder with {@code src/main} in it
	 */
	public static Optional<Project> find(@Nullable Path classes, Path workingDirectory) {
		if (classes != null) {
			Path absolute = classes.toAbsolutePath().normalize();
			for (Path folder = absolute.getParent(); folder != null
					&& folder.getParent() != null; folder = folder.getParent()) {
				boolean built = BUILD_FOLDERS.contains(folder.getFileName().toString());
				if (built && hasSources(folder.getParent())) {
					return Optional.of(new Project(folder.getParent()));
				}
			}
		}
		return hasSources(workingDirectory) ? Optional.of(new Project(workingDirectory)) : Optional.empty();
	}

	/**
	 * Finds a file that a setting names.
	 * @param setting {@code classpath:...}, {@code file:...}, or a path in the project
	 * @param project the project, or {@code null}: then paths are relative to the working
	 * directory
	 * @param resourceLoader the loader with the class path
	 * @return the file, which may not exist
	 */
	public static Resource resource(String setting, @Nullable Project project, ResourceLoader resourceLoader) {
		boolean path = !setting.startsWith("classpath:") && !setting.startsWith("file:");
		return (path && project != null) ? new FileSystemResource(project.directory().resolve(setting))
				: resourceLoader.getResource(path ? "file:" + setting : setting);
	}

	private static boolean hasSources(Path folder) {
		return Files.isDirectory(folder.resolve("src/main"));
	}

	/**
	 * Returns the folder of the resources.
	 * @return {@code src/main/resources}
	 */
	public Path resources() {
		return this.directory.resolve("src/main/resources");
	}

	/**
	 * Returns the folder of the Java sources.
	 * @return {@code src/main/java}
	 */
	public Path java() {
		return this.directory.resolve("src/main/java");
	}

	/**
	 * Creates the exception for a missing project.
	 * @return the exception to throw
	 */
	public static NewRevisionException missing() {
		return new NewRevisionException(
				"The sources of the application are not here: there is no src/main above its classes or in "
						+ Path.of("").toAbsolutePath() + ".",
				"Run it in the project: mvn spring-boot:run -Dspring-boot.run.arguments=\"migrator ...\". "
						+ "Or give the folder of the project: --migrator.new-scripts.project-directory=<folder>.");
	}

}
