package dev.migrator.internal.command;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import dev.migrator.internal.execution.words.LineLog;

/**
 * Logs the warnings of one command, which may read the database many times while it
 * waits.
 */
final class Warnings {

	private static final LineLog logger = new LineLog("dev.migrator");

	private final Set<String> said = new HashSet<>();

	/**
	 * Logs each warning once.
	 */
	void say(List<String> warnings) {
		warnings.stream().filter(this.said::add).forEach(logger::warn);
	}

}
