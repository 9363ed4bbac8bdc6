package dev.migrator.internal.command.development;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.migrator.autogenerate.Change;
import dev.migrator.autogenerate.ModelDifferences;
import dev.migrator.autogenerate.ProposedChanges;
import dev.migrator.internal.execution.statement.TablesCreated;
import dev.migrator.internal.script.RevisionScripts;
import dev.migrator.internal.script.Script;
import dev.migrator.operation.TableDirective.DropTable;

/**
 * Names for a table that would be dropped the revision of this application that created
 * it: the application may use the table without an entity.
 */
final class DroppedTables {

	private DroppedTables() {
	}

	static ModelDifferences withTheirRevisions(ModelDifferences found, RevisionScripts scripts) {
		if (found.differences().changes().stream().noneMatch(DroppedTables::isDrop)) {
			return found;
		}
		Map<String, String> creators = new HashMap<>();
		for (Script script : scripts.scripts().values()) {
			TablesCreated.by(script).forEach((table) -> creators.put(table, script.revision().id()));
		}
		List<Change> changes = found.differences().changes().stream().map((change) -> said(change, creators)).toList();
		return found.with(new ProposedChanges(changes, found.differences().renameCandidates()));
	}

	private static boolean isDrop(Change change) {
		return change.operation() instanceof DropTable;
	}

	private static Change said(Change change, Map<String, String> creators) {
		String creator = (change.operation() instanceof DropTable drop) ? creators.get(drop.name().name()) : null;
		return (creator == null || change.loss() == null) ? change : change.toBuilder()
			.loss("%s; revision %s created it, and the model does not have it".formatted(change.loss(), creator))
			.build();
	}

}
