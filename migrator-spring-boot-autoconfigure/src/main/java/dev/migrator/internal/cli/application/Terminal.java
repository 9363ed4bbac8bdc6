package dev.migrator.internal.cli.application;

import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * A stream of the process that may be a terminal. Java only reports whether input and
 * output both are; Linux reports it for each.
 */
enum Terminal {

	IN(0), OUT(1), ERR(2);

	private static final Pattern DEVICE = Pattern.compile("/dev/(?:pts/\\d+|tty.*|console)");

	private final int number;

	Terminal(int number) {
		this.number = number;
	}

	boolean isThere() {
		Path stream = Path.of("/proc/self/fd/" + this.number);
		try {
			if (Files.isSymbolicLink(stream)) {
				return DEVICE.matcher(Files.readSymbolicLink(stream).toString()).matches();
			}
		}
		catch (IOException ex) {
			// then as on other systems
		}
		return consoleIsTerminal();
	}

	/**
	 * Returns whether the console is a terminal. Since Java 22 a console may exist
	 * without a terminal.
	 */
	@SuppressWarnings("SystemConsoleNull") // null on Java 17 to 21
	private static boolean consoleIsTerminal() {
		Console console = System.console();
		if (console == null) {
			return false;
		}
		try {
			return (boolean) Console.class.getMethod("isTerminal").invoke(console);
		}
		catch (ReflectiveOperationException ex) {
			return true;
		}
	}

}
