package dev.migrator.internal.autoconfigure.tool;

import java.util.List;

/**
 * The schemas of a tool.
 *
 * @param history the schema in which it records what it has run
 * @param changed all schemas that it changes
 */
record ToolSchemas(String history, List<String> changed) {

	ToolSchemas {
		changed = List.copyOf(changed);
	}

}
