package dev.migrator.internal.autogenerate.acceptance;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

import dev.migrator.autogenerate.AcceptedDifferences;
import dev.migrator.internal.problem.WholeFile;
import dev.migrator.internal.script.project.NewRevisionException;
import dev.migrator.internal.script.project.Project;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.ResourceLoader;

/**
 * The file with the accepted differences: a line for each, and comments that begin with
 * {@code #}. Without the sources of a project it is read from the class path.
 */
public final class AcceptedFile {

	/**
	 * The file of a project that configures none.
	 */
	public static final String DEFAULT = "src/main/resources/db/accepted-differences.txt";

	private static final String RESOURCES = "src/main/resources/";

	private static final String COMMENT = """
			# Differences between the database and the model that are accepted. The commands check,
			# revision --autogenerate and migrate -m leave them out. To write this file again, with
			# all differences that there are then: migrator check --accept
			""";

	private final String setting;

	private final @Nullable Project project;

	private final ResourceLoader resourceLoader;

	/**
	 * @param setting a path in the project, {@code classpath:} or {@code file:}
	 * @param project the project, or {@code null} without sources
	 * @param resourceLoader the loader with the class path
	 */
	public AcceptedFile(String setting, @Nullable Project project, ResourceLoader resourceLoader) {
		this.setting = setting.strip();
		this.project = project;
		this.resourceLoader = resourceLoader;
	}

	/**
	 * Returns where a file is without the sources of the project.
	 * @param setting a path in the project, {@code classpath:} or {@code file:}
	 * @return {@code classpath:db/accepted-differences.txt} for a resource of the project
	 */
	public static String withoutProject(String setting) {
		return setting.startsWith(RESOURCES) ? "classpath:" + setting.substring(RESOURCES.length()) : setting;
	}

	private String name() {
		return withoutProject(this.setting).replaceFirst("^classpath:/?", "");
	}

	/**
	 * Reads the file.
	 * @return its lines; none if it does not exist
	 */
	public AcceptedDifferences read() {
		Resource file = Project.resource((this.project != null) ? this.setting : withoutProject(this.setting),
				this.project, this.resourceLoader);
		try {
			return new AcceptedDifferences(name(), lines(file.getContentAsString(StandardCharsets.UTF_8)));
		}
		catch (FileNotFoundException | NoSuchFileException ex) {
			return new AcceptedDifferences(name(), List.of());
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The accepted differences cannot be read from " + file, ex);
		}
	}

	private static List<String> lines(String text) {
		return text.lines().map(String::strip).filter((line) -> !line.isEmpty() && !line.startsWith("#")).toList();
	}

	/**
	 * Writes the file into the sources of the project, in the place of its earlier lines.
	 * Without lines, no file is created.
	 * @param lines a line for each difference
	 * @return what the file has now
	 * @throws NewRevisionException if there is no project, the file is not in it, or
	 * cannot be written
	 */
	public AcceptedDifferences write(Collection<String> lines) {
		Path file = file();
		try {
			if (!lines.isEmpty() || Files.exists(file)) {
				String text = COMMENT + "\n" + String.join("\n", new TreeSet<>(lines)) + "\n";
				WholeFile.write(file, (out) -> out.write(text.getBytes(StandardCharsets.UTF_8)));
			}
		}
		catch (IOException ex) {
			throw new NewRevisionException("The file " + file + " cannot be written: " + ex + ".",
					"Free disk space, or get permission to write there.", ex);
		}
		return new AcceptedDifferences(name(), List.copyOf(lines));
	}

	/**
	 * Returns the file in the sources of the project.
	 */
	public Path file() {
		if (this.project == null) {
			throw Project.missing();
		}
		Path file = this.project.directory().resolve(this.setting.replaceFirst("^file:", "")).normalize();
		if (this.setting.startsWith("classpath:") || !file.startsWith(this.project.directory())) {
			throw new NewRevisionException(
					"Accepted differences are written only into the sources of the project, and %s is not in %s."
						.formatted(this.setting, this.project.directory()),
					"Set migrator.autogenerate.accepted-differences to a path in the project, such as %s."
						.formatted(DEFAULT));
		}
		return file;
	}

}
