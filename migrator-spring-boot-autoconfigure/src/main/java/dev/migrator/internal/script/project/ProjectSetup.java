package dev.migrator.internal.script.project;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import dev.migrator.internal.launcher.LauncherFile;
import dev.migrator.internal.script.project.SetupStep.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * Sets up a project for the migrator: a folder for revisions, a first block of
 * configuration, the launcher, a template. Existing files are never changed, so it can
 * run again. Needs neither an application nor a database.
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
	 * Creates the folder of revisions, describes the configuration in comments, and
	 * writes the launcher.
	 * @param mainClass the name of the class that starts the application; without it
	 * there is no launcher
	 * @return what was done
	 * @throws NewRevisionException if something cannot be written
	 */
	public List<SetupStep> init(@Nullable String mainClass) {
		return run((steps) -> {
			steps.add(new ConfigurationFile(this.project).describe());
			if (mainClass != null) {
				for (LauncherFile file : LauncherFile.of(this.project.directory(), mainClass)) {
					steps.add(create(file));
				}
			}
		});
	}

	/**
	 * Creates the folder of revisions, and copies a template into the project, which uses
	 * it from then on.
	 * @param template the template
	 * @return what was done
	 * @throws NewRevisionException if something cannot be written
	 */
	public List<SetupStep> copy(BuiltInTemplate template) {
		return run((steps) -> {
			Path copy = this.project.resources().resolve(template.path());
			steps.add(create(copy, template.text()));
			String value = this.project.directory().relativize(copy).toString().replace('\\', '/');
			steps.add(new ConfigurationFile(this.project).set(template.property(), value));
		});
	}

	private List<SetupStep> run(Part part) {
		try {
			List<SetupStep> steps = new ArrayList<>();
			steps.add(folder());
			part.addTo(steps);
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

	private static SetupStep create(LauncherFile file) throws IOException {
		SetupStep step = create(file.path(), file.text());
		if (file.program() && step.outcome() == Outcome.CREATED) {
			file.path().toFile().setExecutable(true, false);
		}
		return step;
	}

	private interface Part {

		void addTo(List<SetupStep> steps) throws IOException;

	}

}
