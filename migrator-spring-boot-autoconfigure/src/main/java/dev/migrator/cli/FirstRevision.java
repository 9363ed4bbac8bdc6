package dev.migrator.cli;

import java.util.List;
import java.util.stream.Collectors;

import dev.migrator.Migrator;
import dev.migrator.autogenerate.ModelDifferences;
import dev.migrator.problem.Printable;
import dev.migrator.schema.ObjectName;
import dev.migrator.schema.Table;
import dev.migrator.script.writing.CreatedRevision;

/**
 * The first revision of a project, as far as its database may have been there before: it
 * is generated against an empty one, or it would hold only what this one lacks.
 */
final class FirstRevision {

	private static final String HOW = """
			the first one against an empty database, and stamp this one with it once the application is built:

			    migrator migrate -m baseline --spring.datasource.url=jdbc:postgresql://<host>/<an empty database>
			    migrator stamp <the revision>""";

	private final Invocation invocation;

	private final boolean first;

	private final List<ObjectName> there;

	private FirstRevision(Invocation invocation, boolean first, List<ObjectName> there) {
		this.invocation = invocation;
		this.first = first;
		this.there = there;
	}

	/**
	 * Looks at what there is before anything is written.
	 */
	static FirstRevision before(Invocation invocation, Migrator migrator, ModelDifferences found) {
		return new FirstRevision(invocation, migrator.scripts().graph().revisions().isEmpty(),
				found.model()
					.schema()
					.tables()
					.stream()
					.map(Table::name)
					.filter((name) -> found.real().table(name).isPresent())
					.toList());
	}

	void nothingDiffers() {
		if (this.first && !this.there.isEmpty()) {
			this.invocation
				.say("\nThere is no revision yet, and this database has everything already. Generate " + HOW);
		}
	}

	void generated(List<CreatedRevision> created) {
		if (!this.first) {
			return;
		}
		if (this.there.isEmpty()) {
			this.invocation.say("A database that has all of this already is stamped then: migrator stamp "
					+ created.get(created.size() - 1).id());
			return;
		}
		this.invocation.warn(
				"\nThis is the first revision, and this database has %s already, which a new one would not get from it. "
					.formatted(Printable
						.line(this.there.stream().map(ObjectName::toString).collect(Collectors.joining(", "))))
						+ "Delete what was generated, generate " + HOW);
	}

}
