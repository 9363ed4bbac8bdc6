package dev.migrator.internal.launcher;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;

import dev.migrator.problem.MigratorException;
import org.jspecify.annotations.Nullable;

/**
 * A command cannot be run on the classes of the project.
 */
public final class LauncherException extends MigratorException {

	private LauncherException(String description, String action, @Nullable Throwable cause) {
		super(description, action, cause);
	}

	/**
	 * Creates the exception for a class that cannot start an application.
	 * @param name the name of the class
	 * @return the exception to throw
	 */
	public static LauncherException noMain(String name) {
		return new LauncherException("The class " + name + " has no method 'public static void main(String[])'.",
				"Write the class that starts the application into the line 'main_class=' of the script migrator.",
				null);
	}

	static LauncherException noClass(String name, Throwable cause) {
		return new LauncherException("The class " + name + ", which starts the application, does not exist.",
				"Write its present name into the line 'main_class=' of the script migrator.", cause);
	}

	static LauncherException notStarted(Path script) {
		return new LauncherException("The launcher was not started by its script.",
				"Run " + script + ". `migrator init` writes this script.", null);
	}

	static LauncherException noBuildFile(Path module) {
		return new LauncherException(
				"The folder " + module + " has neither a pom.xml nor a build.gradle or build.gradle.kts.",
				"The script migrator must stand beside the build file of the module that has the class with main.",
				null);
	}

	static LauncherException noClassPath(Path file) {
		return new LauncherException("The build did not write the class path of the application to " + file + ".",
				"Run `migrator --build-all` and look at its messages. The script migrator says how it builds, and "
						+ "may be changed.",
				null);
	}

	static LauncherException noClasses(Path folder) {
		return new LauncherException("The build made no classes in " + folder + ".",
				"The launcher needs them there. Leave <directory> and <outputDirectory> of the build as they are by "
						+ "default, or run the commands with mvn spring-boot:run.",
				null);
	}

	static LauncherException notBuilt(Path script) {
		return new LauncherException(
				"The build failed, so the command was not run. The messages of the build are above.",
				"Correct what it reports, then run the command again. How it is built is written in " + script + ".",
				null);
	}

	static LauncherException unreadable(Path file, IOException cause) {
		return new LauncherException("The launcher cannot read or write " + file + ": " + reason(cause) + ".",
				(cause instanceof AccessDeniedException) ? "Get permission for it, then run the command again."
						: "Look at this file and at the disk, then run the command again. What is in the folder "
								+ "migrator of the build may be deleted.",
				cause);
	}

	/**
	 * Most failures of files say their kind with the class, and the file as the message.
	 */
	private static String reason(IOException cause) {
		if (cause instanceof AccessDeniedException) {
			return "there is no permission";
		}
		if (cause instanceof NoSuchFileException) {
			return "it does not exist";
		}
		if (cause instanceof FileAlreadyExistsException) {
			return "something else has this name";
		}
		String reason = (cause instanceof FileSystemException failure) ? failure.getReason() : cause.getMessage();
		return Objects.requireNonNullElse(reason, "it failed without a reason");
	}

	static LauncherException failedProcess(String program, Throwable cause) {
		return new LauncherException("The program " + program + " cannot be started: " + cause.getMessage() + ".",
				"Install it, or change the line of the script migrator that names it.", cause);
	}

}
