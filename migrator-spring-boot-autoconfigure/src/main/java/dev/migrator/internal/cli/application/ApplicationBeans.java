package dev.migrator.internal.cli.application;

import java.util.List;
import java.util.Optional;

import dev.migrator.Migrator;
import dev.migrator.internal.script.project.Project;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * The port through which a command uses its application. Nothing is created before it is
 * asked for.
 */
public interface ApplicationBeans {

	/**
	 * Returns the names of the migrators that the application has.
	 * @return the names: usually one, none if the migrator is switched off
	 */
	List<String> migratorNames();

	/**
	 * Creates a migrator with everything that it needs.
	 * @param name its name
	 * @return the migrator
	 */
	Migrator migrator(String name);

	/**
	 * Finds the tools that change the database of a migrator when the application starts,
	 * before the migrator does. None of them is created, because that could run it.
	 * @param name the name of the migrator
	 * @return the tools, and whether they have run; if there is none, the database is not
	 * asked
	 */
	List<OtherTool> earlierTools(String name);

	/**
	 * Finds the tools that come before a migrator and have not run.
	 * @param name the name of the migrator
	 * @return the tools; none if the migrator already has tables of its own, because then
	 * it is too late for them
	 */
	List<OtherTool> awaitedTools(String name);

	/**
	 * Finds the tools that come before a migrator, and those that have changed its
	 * schemas from elsewhere.
	 * @param name the name of the migrator
	 * @return the tools
	 */
	List<OtherTool> otherTools(String name);

	/**
	 * Returns the properties that lead a migrator to another database.
	 * @param name the name of the migrator
	 * @return their names; none if the application decides that in its code
	 */
	List<String> addressProperties(String name);

	/**
	 * Finds the sources of the application.
	 * @return the project, if it exists on this machine
	 */
	Optional<Project> project();

	/**
	 * Finds the class that started the application.
	 * @return the name of the class with the main method, if there is one
	 */
	Optional<String> mainClass();

	/**
	 * Finds out whether Hibernate changes the database of a migrator by itself when the
	 * application starts.
	 * @param migrator the migrator
	 * @return the setting that makes it do so, if there is one
	 */
	Optional<DdlAuto> ddlAuto(Migrator migrator);

	/**
	 * Explains a failure.
	 * @param failure the failure
	 * @return the description and the action, or {@code null} if no failure analyzer
	 * knows the failure
	 */
	@Nullable FailureAnalysis analyze(Throwable failure);

}
