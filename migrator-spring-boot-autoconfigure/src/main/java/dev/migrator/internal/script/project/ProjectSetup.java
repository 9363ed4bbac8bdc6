package dev.migrator.internal.script.project;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import dev.migrator.internal.script.project.SetupStep.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * Sets up a project for the migrator: a folder for revisions, a first block of
 * configuration, a template. Existing files are never changed, so it can run again. Needs
 * neither an application nor a database.
 */
public final class ProjectSetup {

	/**
	 * A file for Git, which does not keep empty folders.
	 */
	private static final String KEPT = ".gitkeep";

	private final Project project;

	/**
	 * Creates a setup.
	 * @param project the project
	 */
	public ProjectSetup(Project project) {
		this.project = project;
	}

	/**
	 * Creates the folder of revisions and describes the configuration in comments.
	 * @return what was done
	 * @throws NewRevisionException if something cannot be written
	 */
	public List<SetupStep> init() {
		return run(null);
	}

	/**
	 * Like {@link #init()}, and copies a template into the project, which uses it from
	 * then on.
	 * @param template the template
	 * @return what was done
	 * @throws NewRevisionException if something cannot be written
	 */
	public List<SetupStep> init(BuiltInTemplate template) {
		return run(template);
	}

	private List<SetupStep> run(@Nullable BuiltInTemplate template) {
		try {
			List<SetupStep> steps = new ArrayList<>();
			steps.add(folder());
			if (template == null) {
				steps.add(new ConfigurationFile(this.project).describe());
				return steps;
			}
			Path copy = this.project.resources().resolve(template.path());
			steps.add(create(copy, template.text()));
			String value = this.project.directory().relativize(copy).toString().replace('\\', '/');
			steps.add(new ConfigurationFile(this.project).set(template.property(), value));
			return steps;
		}
		catch (IOException ex) {
			throw new NewRevisionException("The project " + this.project.directory() + " cannot be set up: " + ex + ".",
					"Get permission to write there, and run it again: existing files stay.", ex);
		}
	}

	private SetupStep folder() throws IOException {
		Path folder = this.project.resources().resolve("db/revisions");
		boolean there = Files.isDirectory(folder);
		if (there && !isEmpty(folder)) {
			return new SetupStep(folder, Outcome.LEFT_ALONE, "it exists");
		}
		create(folder.resolve(KEPT), "");
		return new SetupStep(folder, Outcome.CREATED, "");
	}

	private static boolean isEmpty(Path folder) throws IOException {
		try (Stream<Path> files = Files.list(folder)) {
			return files.findAny().isEmpty();
		}
	}

	static SetupStep create(Path file, String text) throws IOException {
		if (Files.exists(file)) {
			return new SetupStep(file, Outcome.LEFT_ALONE, "it exists");
		}
		Files.createDirectories(file.getParent());
		Files.write(file, text.getBytes(StandardCharsets.UTF_8));
		return new SetupStep(file, Outcome.CREATED, "");
	}

}
