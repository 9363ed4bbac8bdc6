package dev.migrator.internal.launcher;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * An application that says what it was asked.
 */
public final class LaunchedApplication {

	private LaunchedApplication() {
	}

	public static void main(String[] arguments) throws Exception {
		System.out.println("ran " + List.of(arguments));
		if (arguments.length > 2 && arguments[1].equals("meet")) {
			meet(Path.of(arguments[2]));
		}
		if (arguments.length > 2 && arguments[1].equals("stay")) {
			stay(Path.of(arguments[2]));
		}
	}

	/**
	 * Waits for another process that does the same.
	 */
	private static void meet(Path folder) throws Exception {
		Files.createFile(folder.resolve("here-" + ProcessHandle.current().pid()));
		while (here(folder) < 2) {
			Thread.sleep(10);
		}
	}

	private static long here(Path folder) throws Exception {
		try (Stream<Path> files = Files.list(folder)) {
			return files.filter((file) -> file.getFileName().toString().startsWith("here-")).count();
		}
	}

	/**
	 * Stays until it is told to end.
	 */
	private static void stay(Path folder) throws Exception {
		Runtime.getRuntime().addShutdownHook(new Thread(() -> folder.resolve("staying").toFile().delete()));
		Files.createFile(folder.resolve("staying"));
		Thread.sleep(Long.MAX_VALUE);
	}

}
