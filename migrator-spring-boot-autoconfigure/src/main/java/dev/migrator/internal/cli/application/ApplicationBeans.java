package dev.migrator.internal.cli.application;

import java.util.List;
import java.util.Optional;

import dev.migrator.Migrator;
import dev.migrator.internal.script.project.Project;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * What a command is given of the application that it belongs to. Nothing is created
 * before it is asked for.
 */
public interface ApplicationBeans {

	/**
	 * The names of the migrators that the application has.
	 * @return the names: usually one, none if the migrator is switched off
	 */
	List<String> migratorNames();

	/**
	 * Creates a migrator with all that it needs.
	 * @param name its name
	 * @return the migrator
	 */
	Migrator migrator(String name);

	/**
	 * Looks for tools that change the database of a migrator when the application starts,
	 * before the migrator does. None of them is created, which could run it.
	 * @param name the name of the migrator
	 * @return the tools, and whether they have run; where there is none, the database is
	 * not asked
	 */
	List<OtherTool> earlierTools(String name);

	/**
	 * Looks for those of them that have not run.
	 * @param name the name of the migrator
	 * @return the tools; none once the migrator has tables of its own, since their turn
	 * is over then
	 */
	List<OtherTool> awaitedTools(String name);

	/**
	 * Looks for tools that come before a migrator, and for those that were at work from
	 * elsewhere in the schemas where it works.
	 * @param name the name of the migrator
	 * @return the tools
	 */
	List<OtherTool> otherTools(String name);

	/**
	 * The properties that lead a migrator to another database.
	 * @param name the name of the migrator
	 * @return their names; none if the application decides that in its code
	 */
	List<String> addressProperties(String name);

	/**
	 * Finds the sources of the application.
	 * @return the project, if it is here
	 */
	Optional<Project> project();

	/**
	 * Looks whether Hibernate changes the database of a migrator by itself when the
	 * application starts.
	 * @param migrator the migrator
	 * @return the setting that tells it to, if there is one
	 */
	Optional<DdlAuto> ddlAuto(Migrator migrator);

	/**
	 * Explains a failure.
	 * @param failure the failure
	 * @return what is wrong and what to do, or {@code null} if nobody knows it
	 */
	@Nullable FailureAnalysis analyze(Throwable failure);

}
