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
	 * Where Maven, Gradle, Eclipse and IntelliJ put what they build.
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
	 * @param workingDirectory where to look if that leads to no project
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
	 * @param project the project, or {@code null}: paths are those of the working
	 * directory then
	 * @param resourceLoader what knows the class path
	 * @return the file, whether there is one or not
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
	 * Where the resources are.
	 * @return {@code src/main/resources}
	 */
	public Path resources() {
		return this.directory.resolve("src/main/resources");
	}

	/**
	 * Where the Java sources are.
	 * @return {@code src/main/java}
	 */
	public Path java() {
		return this.directory.resolve("src/main/java");
	}

	/**
	 * Says that a project is needed and there is none.
	 * @return the exception to throw
	 */
	public static NewRevisionException missing() {
		return new NewRevisionException(
				"The sources of the application are not here: neither above its classes nor in "
						+ Path.of("").toAbsolutePath() + " is there a src/main.",
				"Run it in the project: mvn spring-boot:run -Dspring-boot.run.arguments=\"migrator ...\". "
						+ "Or say where the project is, with --migrator.new-scripts.project-directory=<folder>.");
	}

}
