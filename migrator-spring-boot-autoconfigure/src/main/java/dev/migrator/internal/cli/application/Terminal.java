package dev.migrator.internal.cli.application;

import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * A stream of the process that may be a terminal. Java only says whether its input and
 * output both are; Linux says it of each.
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
			// then as elsewhere
		}
		return consoleIsTerminal();
	}

	/**
	 * Since Java 22 there may be a console where there is no terminal.
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
