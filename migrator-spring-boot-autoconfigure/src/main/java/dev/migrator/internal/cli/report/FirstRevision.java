package dev.migrator.internal.cli.report;

import java.util.List;
import java.util.stream.Collectors;

import dev.migrator.Migrator;
import dev.migrator.autogenerate.ModelDifferences;
import dev.migrator.internal.cli.application.OtherTool;
import dev.migrator.internal.cli.option.Invocation;
import dev.migrator.internal.problem.Printable;
import dev.migrator.internal.script.writing.CreatedRevision;
import dev.migrator.schema.ObjectName;
import dev.migrator.schema.element.Table;
import org.jspecify.annotations.Nullable;

/**
 * Advises about the first revision of a project if its database may have existed before
 * the project: the revision is written from its schema, or generated against an empty
 * database, or it would contain only what this database lacks. If another tool runs
 * first, the revision is generated in a database where that tool has run.
 */
public final class FirstRevision {

	private static final String ELSEWHERE = ", but not by this application, according to its configuration. If that "
			+ "runs first on every new database";

	private final Invocation invocation;

	private final boolean first;

	private final List<ObjectName> there;

	private FirstRevision(Invocation invocation, boolean first, List<ObjectName> there) {
		this.invocation = invocation;
		this.first = first;
		this.there = there;
	}

	/**
	 * Reads the state before anything is written.
	 */
	public static FirstRevision before(Invocation invocation, Migrator migrator, ModelDifferences found) {
		return new FirstRevision(invocation, migrator.internals().scripts().graph().revisions().isEmpty(),
				found.model()
					.schema()
					.tables()
					.stream()
					.map(Table::name)
					.filter((name) -> found.real().table(name).isPresent())
					.toList());
	}

	public void nothingDiffers() {
		if (!this.first || this.there.isEmpty()) {
			return;
		}
		List<OtherTool> tools = this.invocation.otherTools();
		OtherTool awaited = awaited(tools);
		List<OtherTool> ran = tools.stream().filter(OtherTool::hasRun).toList();
		if (awaited != null) {
			this.invocation
				.say("""

						There is no revision yet, and %s. It runs before the revisions: start the application once or run it by \
						itself, and compare again."""
					.formatted(hasNotRun(awaited)));
		}
		else if (ran.isEmpty()) {
			this.invocation
				.say("\nThere is no revision yet, and this database has everything already. " + how("Write"));
		}
		else if (ran.stream().anyMatch(OtherTool::comesFirst)) {
			this.invocation.say("""

					There is no revision yet. %s here. It runs before the revisions, also on every new database: the \
					first \
					revision is the next change of the model.""".formatted(haveRun(ran)));
		}
		else {
			this.invocation
				.say("""

						There is no revision yet, and this database has everything already. %s here%s, the first revision is \
						the next change of the model. If not, %s"""
					.formatted(haveRun(ran), ELSEWHERE, how("write")));
		}
	}

	public void generated(List<CreatedRevision> created) {
		if (!this.first) {
			return;
		}
		List<OtherTool> tools = this.invocation.otherTools();
		OtherTool awaited = awaited(tools);
		List<OtherTool> ran = tools.stream().filter(OtherTool::hasRun).toList();
		if (awaited != null) {
			this.invocation.warn("""

					This is the first revision, and %s. It runs before the revisions: what it creates may have been \
					generated too, and the revision then fails where it has run. Delete the revision, start the \
					application once \
					or run %s by itself, and generate it again.""".formatted(hasNotRun(awaited), awaited.name()));
		}
		else if (ran.stream().anyMatch(OtherTool::comesFirst)) {
			this.invocation.say("""
					%s here. It runs before the revisions, also on every new database: this revision has what is \
					missing after that.\
					""".formatted(haveRun(ran)));
		}
		else if (this.there.isEmpty()) {
			this.invocation.say("If another database has all of this already, stamp it: migrator stamp "
					+ created.get(created.size() - 1).id());
		}
		else {
			lacks(ran);
		}
	}

	private void lacks(List<OtherTool> ran) {
		this.invocation
			.warn(("\nThis is the first revision, and this database has %s already. This revision does not create them "
					+ "in a new database. ")
				.formatted(
						Printable.line(this.there.stream().map(ObjectName::toString).collect(Collectors.joining(", "))))
					+ (ran.isEmpty() ? "Delete"
							: haveRun(ran) + " here" + ELSEWHERE + ", this is right. If not, delete")
					+ " the revision, and " + how("write"));
	}

	private static @Nullable OtherTool awaited(List<OtherTool> tools) {
		return tools.stream().filter(OtherTool::isAwaited).findFirst().orElse(null);
	}

	private static String hasNotRun(OtherTool tool) {
		return "%s has not run on this database (it has no table %s)".formatted(tool.name(), tool.table());
	}

	private static String haveRun(List<OtherTool> ran) {
		return ran.stream().map((tool) -> tool.name() + " (" + tool.table() + ")").collect(Collectors.joining(" and "))
				+ ((ran.size() == 1) ? " has run" : " have run");
	}

	private String how(String write) {
		List<String> properties = this.invocation.addressProperties();
		String where = properties.isEmpty() ? "an empty database, to which the DataSource of the migrator has to lead"
				: "an empty database";
		String options = properties.stream().map(FirstRevision::option).collect(Collectors.joining());
		return """
				%s the first one from the schema of this database: migrator baseline
				Or generate it against %s, and stamp this one with it once the application is built:

				    migrator migrate -m baseline%s
				    migrator stamp <the revision>""".formatted(write, where, options);
	}

	private static String option(String property) {
		String value = property.endsWith("url") ? "jdbc:postgresql://<host>/<an empty database>"
				: property.replaceFirst(".*\\.(.*)", "<$1>");
		return " --" + property + "=" + value;
	}

}
