package dev.migrator.internal.execution.state;

import dev.migrator.internal.dialect.store.RecordedScript;
import dev.migrator.internal.script.Script;
import dev.migrator.internal.script.SeedScript;
import dev.migrator.internal.script.text.Checksum;
import org.jspecify.annotations.Nullable;

/**
 * Describes scripts as the history records them.
 */
public final class Recorded {

	private Recorded() {
	}

	public static RecordedScript of(Script script) {
		return of(script.revision().id(), script.location(), script.checksum());
	}

	public static RecordedScript of(SeedScript script) {
		return of(script.path(), script.location(), script.checksum());
	}

	/**
	 * Describes the script of a revision.
	 * @param revision the id of a revision
	 * @param script its script, if there is one
	 */
	public static RecordedScript of(String revision, @Nullable Script script) {
		return (script != null) ? of(script) : RecordedScript.without(revision);
	}

	private static RecordedScript of(String name, String location, @Nullable Checksum checksum) {
		return (checksum != null) ? new RecordedScript(name, location, checksum.value(), checksum.version())
				: new RecordedScript(name, location, null, 0);
	}

}
