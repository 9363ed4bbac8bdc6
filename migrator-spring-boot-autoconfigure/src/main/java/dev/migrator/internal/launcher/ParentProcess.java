package dev.migrator.internal.launcher;

import java.util.Optional;

/**
 * The launcher that started this JVM to run a command.
 */
final class ParentProcess {

	private static final String PARENT = "dev.migrator.launcher.parent";

	/** The exit code of a process that was told to end. */
	static final int ENDED = 143;

	private ParentProcess() {
	}

	/**
	 * Returns the argument with which a JVM knows that this process started it.
	 */
	static String argument() {
		return "-D" + PARENT + "=" + ProcessHandle.current().pid();
	}

	/**
	 * Ends this JVM when the process that started it has ended, even if that was killed:
	 * nobody would see what the command says. The property is removed, because it has
	 * another value each time.
	 * @return whether there is such a process
	 */
	static boolean endWithIt() {
		String number = System.clearProperty(PARENT);
		if (number == null) {
			return false;
		}
		Optional<ProcessHandle> parent = ProcessHandle.of(Long.parseLong(number));
		if (parent.isEmpty()) {
			System.exit(ENDED);
		}
		Thread end = new Thread(() -> endAfter(parent.get()), "migrator-launcher");
		end.setDaemon(true);
		end.start();
		return true;
	}

	private static void endAfter(ProcessHandle parent) {
		parent.onExit().join();
		System.exit(ENDED);
	}

}
