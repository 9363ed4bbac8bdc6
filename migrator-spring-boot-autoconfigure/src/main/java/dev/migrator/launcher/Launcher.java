package dev.migrator.launcher;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.OptionalInt;

import dev.migrator.internal.launcher.Launch;
import dev.migrator.internal.launcher.LauncherException;

/**
 * The program that the scripts {@code migrator} and {@code migrator.cmd} of a project
 * start. It has the project built if a source has changed, and then runs the command in
 * the application.
 */
public final class Launcher {

	private static final String WORD = "migrator";

	private Launcher() {
	}

	/**
	 * Runs a command.
	 * @param arguments the script, which stands in the folder of the module; the class
	 * whose {@code main} starts the application; the command with its options
	 * @throws Throwable what the application throws
	 */
	public static void main(String[] arguments) throws Throwable {
		try {
			Launch launch = new Launch(Launcher.class.getName(), arguments);
			OptionalInt ended = launch.buildAndRunInOtherJvm();
			if (ended.isPresent()) {
				System.exit(ended.getAsInt());
			}
			start(launch.application(), launch.command(WORD));
		}
		catch (LauncherException ex) {
			System.err.println(ex.description() + "\n\n" + ex.action());
			System.exit(1);
		}
	}

	private static void start(Class<?> application, String[] arguments) throws Throwable {
		try {
			Method main = application.getMethod("main", String[].class);
			main.setAccessible(true);
			main.invoke(null, (Object) arguments);
		}
		catch (NoSuchMethodException ex) {
			throw LauncherException.noMain(application.getName());
		}
		catch (InvocationTargetException ex) {
			throw ex.getTargetException();
		}
	}

}
