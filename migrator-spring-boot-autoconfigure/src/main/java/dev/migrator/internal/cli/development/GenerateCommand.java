package dev.migrator.internal.cli.development;

import java.util.ArrayList;
import java.util.List;

import dev.migrator.Migrator;
import dev.migrator.autogenerate.ModelDifferences;
import dev.migrator.autogenerate.Rename;
import dev.migrator.autogenerate.RenameCandidate;
import dev.migrator.internal.autogenerate.rule.ForeignKeyIndexes;
import dev.migrator.internal.command.development.Autogeneration;
import dev.migrator.internal.cli.option.GenerateOptions;
import dev.migrator.internal.cli.option.Invocation;
import dev.migrator.internal.cli.output.ExitCode;
import dev.migrator.internal.cli.output.ReportFormat;
import dev.migrator.internal.cli.report.CreatedReport;
import dev.migrator.internal.cli.report.DdlAutoWarning;
import dev.migrator.internal.cli.report.DifferencesReport;
import dev.migrator.internal.cli.report.FirstRevision;
import dev.migrator.internal.cli.report.RenameQuestions;
import dev.migrator.internal.script.writing.CreatedRevision;
import dev.migrator.internal.script.writing.NewRevision;

/**
 * Generates a revision from the model. The base class of the commands that do so.
 */
public final class GenerateCommand {

	private final Invocation invocation;

	private final GenerateOptions options;

	private final ReportFormat format;

	public GenerateCommand(Invocation invocation, GenerateOptions options, ReportFormat format) {
		this.invocation = invocation;
		this.options = options;
		this.format = format;
	}

	public int run(NewRevision revision) {
		Migrator migrator = this.invocation.migratorOfSources();
		migrator.internals().project().requireBuilt();
		return migrator.internals()
			.autogeneration()
			.with(this.options.from.in(this.invocation), (generating) -> run(migrator, generating, revision));
	}

	private int run(Migrator migrator, Autogeneration generating, NewRevision revision) {
		ModelDifferences found = compare(generating);
		DifferencesReport report = new DifferencesReport(found);
		report.warn(this.invocation, migrator.internals().project()::entities);
		this.options.uncompared.say(this.invocation, found);
		report.warnOfKept(this.invocation);
		DdlAutoWarning.of(this.invocation, migrator, found);
		FirstRevision first = FirstRevision.before(this.invocation, migrator, found);
		if (found.differences().isEmpty() && !this.options.allowEmpty) {
			this.invocation.report(this.format,
					this.invocation.named("Nothing to generate: " + report.nothingIsMissing()), report.json(List.of()));
			first.nothingDiffers();
			return ExitCode.DONE;
		}
		List<CreatedRevision> created = this.options.online ? generating.writeOnline(revision, found)
				: generating.write(revision, found);
		if (created.isEmpty()) {
			this.invocation.report(this.format,
					this.invocation
						.named("Nothing to generate: a RevisionCustomizer of the application left no revision"),
					report.json(created));
			return ExitCode.DONE;
		}
		report(found, created);
		first.generated(created);
		return ExitCode.DONE;
	}

	/**
	 * Compares, and asks about possible renames if a person can answer.
	 */
	private ModelDifferences compare(Autogeneration generating) {
		List<Rename> renames = new ArrayList<>(this.options.renames);
		ModelDifferences found = generating.compare(renames);
		if (!this.invocation.screen().interactive()) {
			return found;
		}
		RenameQuestions questions = new RenameQuestions(this.invocation);
		for (List<Rename> answers = questions.ask(found); !answers.isEmpty(); answers = questions.ask(found)) {
			renames.addAll(answers);
			found = generating.compare(renames);
		}
		return found;
	}

	private void report(ModelDifferences found, List<CreatedRevision> created) {
		found.differences().losses().forEach((loss) -> this.invocation.warn("Destructive: " + loss));
		found.differences().howToKeep().ifPresent(this.invocation::warn);
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
		found.differences().open().ifPresent(this.invocation::warn);
		List<String> unindexed = ForeignKeyIndexes.missing(found);
		if (!unindexed.isEmpty()) {
			this.invocation
				.warn("No index begins with the columns of new foreign keys: %s. Where a referenced row is deleted, "
					.formatted(String.join(", ", unindexed))
						+ "the whole table is read. migrator.autogenerate.foreign-key-index=true writes the indexes.");
		}
		CreatedReport.write(this.invocation, this.format, created, new DifferencesReport(found).json(created));
	}

}
