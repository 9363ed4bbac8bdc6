package dev.migrator.internal.autoconfigure.tool;

import java.util.List;

/**
 * The schemas that a tool has.
 *
 * @param history in which it records what it has run
 * @param changed all that it changes
 */
record ToolSchemas(String history, List<String> changed) {

	ToolSchemas {
		changed = List.copyOf(changed);
	}

}
