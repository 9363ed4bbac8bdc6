package dev.migrator;

import dev.migrator.autogenerate.Differences;
import dev.migrator.autogenerate.JavaRevisionBody;
import dev.migrator.autogenerate.SqlRevisionBody;
import dev.migrator.script.writing.NewRevision;
import dev.migrator.script.writing.ScriptType;

/**
 * What was found between the model and the database, as a revision.
 */
final class GeneratedRevision {

	private GeneratedRevision() {
	}

	static NewRevision of(NewRevision revision, Differences differences) {
		if (revision.type() == ScriptType.JAVA) {
			JavaRevisionBody body = JavaRevisionBody.of(differences);
			return revision.withBodies(body.upgrade(), body.downgrade()).withImports(body.imports());
		}
		SqlRevisionBody body = SqlRevisionBody.of(differences);
		return revision.withBodies(body.upgrade(), body.downgrade());
	}

}
