package dev.migrator;

import dev.migrator.autogenerate.ModelDifferences;
import dev.migrator.autogenerate.SqlRevisionBody;
import dev.migrator.script.writing.NewRevision;

/**
 * What was found between the model and the database, as a revision.
 */
final class GeneratedRevision {

	private GeneratedRevision() {
	}

	static NewRevision of(NewRevision revision, ModelDifferences differences) {
		SqlRevisionBody body = SqlRevisionBody.of(differences.differences());
		return revision.withBodies(body.upgrade(), body.downgrade());
	}

}
