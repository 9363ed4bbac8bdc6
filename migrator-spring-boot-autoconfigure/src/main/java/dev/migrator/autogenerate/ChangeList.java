package dev.migrator.autogenerate;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import dev.migrator.operation.Operation;

/**
 * Collects changes by their phase.
 */
final class ChangeList {

	private final Map<Phase, List<Change>> phases = new EnumMap<>(Phase.class);

	void add(Phase phase, Change change) {
		this.phases.computeIfAbsent(phase, (key) -> new ArrayList<>()).add(change);
	}

	void add(Phase phase, Operation operation) {
		add(phase, Change.of(operation));
	}

	void add(Phase phase, Operation operation, String detected) {
		add(phase, Change.of(operation, detected));
	}

	List<Change> inOrder() {
		return this.phases.values().stream().flatMap(List::stream).toList();
	}

}
