package dev.migrator.cli;

import java.util.ArrayList;
import java.util.List;

import dev.migrator.Migrator;
import dev.migrator.autogenerate.ModelDifferences;
import dev.migrator.autogenerate.Rename;
import dev.migrator.autogenerate.RenameCandidate;
import dev.migrator.script.writing.CreatedRevision;
import dev.migrator.script.writing.NewRevision;

/**
 * Generates a revision from the model, for the commands that do.
 */
final class GenerateCommand {

	private static final String FIRST_OF_WHAT_EXISTS = """

			There is no revision yet, and this database has everything already. Generate the first one against an empty \
			database, and stamp this one with it once the application is built:

			    migrator migrate -m baseline --spring.datasource.url=jdbc:postgresql://<host>/<an empty database>
			    migrator stamp <the revision>""";

	private final Invocation invocation;

	private final GenerateOptions options;

	private final ReportFormat format;

	GenerateCommand(Invocation invocation, GenerateOptions options, ReportFormat format) {
		this.invocation = invocation;
		this.options = options;
		this.format = format;
	}

	int run(NewRevision revision) {
		Migrator migrator = this.invocation.migratorOfSources();
		migrator.requireBuiltSources();
		ModelDifferences found = compare(migrator);
		DifferencesReport report = new DifferencesReport(found);
		report.warn(this.invocation);
		if (found.isEmpty() && !this.options.allowEmpty) {
			this.invocation.report(this.format, "Nothing to generate: " + report.nothingDiffers(),
					report.shape(List.of()));
			if (!found.model().isEmpty() && migrator.scripts().graph().revisions().isEmpty()) {
				this.invocation.say(FIRST_OF_WHAT_EXISTS);
			}
			return ExitCode.DONE;
		}
		List<CreatedRevision> created = this.options.online ? migrator.onlineRevisions(revision, found)
				: List.of(migrator.revision(revision, found));
		report(found, created);
		return ExitCode.DONE;
	}

	/**
	 * Compares, and asks about what may have been renamed where somebody can answer.
	 */
	private ModelDifferences compare(Migrator migrator) {
		List<Rename> renames = new ArrayList<>(this.options.renames);
		ModelDifferences found = migrator.compareModel(renames);
		if (!this.invocation.screen().interactive()) {
			return found;
		}
		RenameQuestions questions = new RenameQuestions(this.invocation.screen());
		for (List<Rename> answers = questions.ask(found); !answers.isEmpty(); answers = questions.ask(found)) {
			renames.addAll(answers);
			found = migrator.compareModel(renames);
		}
		return found;
	}

	private void report(ModelDifferences found, List<CreatedRevision> created) {
		found.differences().losses().forEach((loss) -> this.invocation.warn("Destructive: " + loss));
		if (!this.invocation.screen().interactive()) {
			found.differences()
				.renameCandidates()
				.stream()
				.map(RenameCandidate::toString)
				.forEach(this.invocation::warn);
		}
		int count = found.differences().described().size();
		int losses = found.differences().losses().size();
		this.invocation.say("%s %s, %s destructive".formatted(count, (count == 1) ? "difference" : "differences",
				(losses == 0) ? "nothing" : losses));
		CreatedReport.write(this.invocation, this.format, created, new DifferencesReport(found).shape(created));
		if (created.get(0).downRevisions().isEmpty()) {
			this.invocation.say("A database that has all of this already is stamped then: migrator stamp "
					+ created.get(created.size() - 1).id());
		}
	}

}
