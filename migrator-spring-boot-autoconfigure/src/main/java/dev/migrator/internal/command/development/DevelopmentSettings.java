package dev.migrator.internal.command.development;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

import javax.sql.DataSource;

import dev.migrator.internal.autogenerate.acceptance.AcceptedFile;
import dev.migrator.internal.dialect.address.ServerLogin;
import dev.migrator.internal.script.project.Project;
import dev.migrator.internal.script.writing.WritingSettings;

/**
 * Settings for writing revisions.
 *
 * @param newScripts how new scripts are named and written
 * @param project finds the project that has the sources, empty if the application runs
 * without them
 * @param logins opens other databases of a DataSource's server, for scratch databases
 * @param trial whether a generated revision is tried in a scratch database
 * @param acceptedDifferences the file with the accepted differences
 */
public record DevelopmentSettings(WritingSettings newScripts, Supplier<Optional<Project>> project,
		Function<DataSource, Optional<ServerLogin>> logins, boolean trial, String acceptedDifferences) {

	/**
	 * The project in the working directory; a generated revision is tried if the
	 * DataSource is one of the driver.
	 */
	public static final DevelopmentSettings DEFAULTS = of(() -> Project.find(null, Path.of("")));

	/**
	 * Returns the defaults for a project.
	 * @param project finds the project
	 * @return the settings
	 */
	public static DevelopmentSettings of(Supplier<Optional<Project>> project) {
		return new DevelopmentSettings(WritingSettings.DEFAULTS, project, ServerLogin::of, true, AcceptedFile.DEFAULT);
	}

}
