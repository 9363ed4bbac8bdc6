package dev.migrator.internal.cli.application;

import java.util.List;

import dev.migrator.execution.ScriptFailedException;
import dev.migrator.problem.MigratorException;
import org.jspecify.annotations.Nullable;

/**
 * Thrown when a command runs, or has run, before another tool that the application runs
 * before the revisions.
 */
public class OtherToolFirstException extends MigratorException {

	private OtherToolFirstException(String description, String action, @Nullable Throwable cause) {
		super(description, action, cause);
	}

	/**
	 * Creates the exception for a tool that would no longer run.
	 */
	public static OtherToolFirstException needsAnEmptyDatabase(OtherTool tool) {
		return new OtherToolFirstException(
				"""
						%s has not run on this database (it has no table %s), and needs empty schemas for that: if it \
						finds tables, it ends the start of the application ("Found non-empty schema(s) ... but no schema history \
						table"), or counts its migrations up to the baseline as done. Nothing was changed."""
					.formatted(tool.name(), tool.table()),
				"""
						Start the application once: it runs %1$s, and then the revisions. Or run %1$s by itself before this command.
						If the revisions do not need anything from %1$s, %1$s may run after them, with \
						spring.flyway.baseline-on-migrate=true \
						and spring.flyway.baseline-version=0, here and at the start."""
					.formatted(tool.name()),
				null);
	}

	public static OtherToolFirstException loses(OtherTool tool) {
		return new OtherToolFirstException("""
				%1$s changes this database too, before the revisions do. A reset drops what it made, and no command \
				runs it, so the revisions would come first.""".formatted(tool.name()), """
				Drop the schema and create it again yourself (DROP SCHEMA ... CASCADE), and start the application: it \
				runs %1$s, and then the revisions.
				Nothing has been dropped.""".formatted(tool.name()), null);
	}

	/**
	 * Creates the exception for a scratch database, which would lack what the tool makes.
	 */
	public static OtherToolFirstException inScratch(OtherTool tool) {
		return new OtherToolFirstException("""
				%1$s runs before the revisions, and would not run on a scratch database: what the revisions make of \
				an empty database is not known.""".formatted(tool.name()), """
				Upgrade a database on which %1$s has run, and compare the model with that: leave --from scratch out."""
			.formatted(tool.name()), null);
	}

	/**
	 * Adds a possible cause to a failure about a missing object.
	 * @return the failure itself if there is nothing to add
	 */
	public static MigratorException explain(ScriptFailedException failure, List<OtherTool> tools) {
		for (OtherTool tool : tools) {
			if (tool.isAwaited()) {
				return explained(failure, """
						%1$s has not run on this database (it has no table %2$s), and has to run before the \
						revisions. If \
						it creates the missing object, run it first: start the application, which then runs the \
						revisions too, or run %1$s by itself, and then this command again.""".formatted(tool.name(),
						tool.table()));
			}
		}
		return failure;
	}

	private static OtherToolFirstException explained(ScriptFailedException failure, String why) {
		return new OtherToolFirstException(failure.description(), why + "\n\n" + failure.action(), failure);
	}

}
