package dev.migrator.execution;

import dev.migrator.dialect.store.RecordedScript;
import dev.migrator.script.Checksum;
import dev.migrator.script.Script;
import dev.migrator.script.SeedScript;
import org.jspecify.annotations.Nullable;

/**
 * Says of scripts what the history keeps of them.
 */
final class Recorded {

	private Recorded() {
	}

	static RecordedScript of(Script script) {
		return of(script.revision().id(), script.location(), script.checksum());
	}

	static RecordedScript of(SeedScript script) {
		return of(script.path(), script.location(), script.checksum());
	}

	/**
	 * @param revision the id of a revision
	 * @param script its script, if there is one
	 */
	static RecordedScript of(String revision, @Nullable Script script) {
		return (script != null) ? of(script) : RecordedScript.without(revision);
	}

	private static RecordedScript of(String name, String location, @Nullable Checksum checksum) {
		return (checksum != null) ? new RecordedScript(name, location, checksum.value(), checksum.version())
				: new RecordedScript(name, location, null, 0);
	}

}
