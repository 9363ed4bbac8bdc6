package dev.migrator.internal.command;

import java.util.function.Supplier;

import dev.migrator.internal.execution.words.LineLog;
import dev.migrator.internal.script.RevisionScripts;
import dev.migrator.internal.script.project.SourceState;

/**
 * Warns once if revisions are wanted and the application has none. Does not warn while
 * the first one is being written.
 */
public final class NoRevisions {

	private static final LineLog logger = new LineLog("dev.migrator");

	private final Supplier<RevisionScripts> scripts;

	private final Supplier<SourceState> sources;

	private boolean said;

	public NoRevisions(Supplier<RevisionScripts> scripts, Supplier<SourceState> sources) {
		this.scripts = scripts;
		this.sources = sources;
	}

	public synchronized void warn() {
		RevisionScripts found = this.scripts.get();
		if (!this.said && found.graph().isEmpty()) {
			this.said = true;
			logger.warn("The application has no revisions, so nothing is migrated: " + where(found)
					+ ", and no class in the application's packages (migrator.packages) is a Java revision. "
					+ action());
		}
	}

	private static String where(RevisionScripts found) {
		return found.placesWithoutScripts().isEmpty() ? "migrator.locations is empty"
				: String.join(", ", found.placesWithoutScripts()) + " (migrator.locations)";
	}

	private String action() {
		return this.sources.get().notBuilt().isEmpty()
				? "To write the first: migrator revision -m \"<what it does>\", with --autogenerate from the entities or the schema file"
				: "The sources have revisions that are not built: build the application";
	}

}
