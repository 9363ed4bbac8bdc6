package dev.migrator.internal.cli.development;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

import dev.migrator.Migrator;
import dev.migrator.autogenerate.ModelDifferences;
import dev.migrator.internal.autogenerate.acceptance.AcceptedFile;
import dev.migrator.internal.autogenerate.acceptance.AcceptedLines;
import dev.migrator.internal.cli.option.CheckedUsage;
import dev.migrator.internal.cli.option.FromOption;
import dev.migrator.internal.cli.option.Invocation;
import dev.migrator.internal.cli.option.ReportOptions;
import dev.migrator.internal.cli.option.UncomparedOptions;
import dev.migrator.internal.cli.option.Usage;
import dev.migrator.internal.cli.output.ExitCode;
import dev.migrator.internal.cli.report.DdlAutoWarning;
import dev.migrator.internal.cli.report.DifferencesReport;
import dev.migrator.internal.command.development.ComparedWith;
import dev.migrator.result.CheckResult;
import dev.migrator.result.Finding;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/**
 * Finds problems that would stop a migration.
 */
@Command(name = "check",
		description = "Find problems that would stop a migration: scripts that cannot be read, or cannot be run "
				+ "as they are written, several heads, revisions without a script, scripts edited after they were "
				+ "applied, revisions that stopped half-way. Then compare the model of the application with "
				+ "the database, and report what revision --autogenerate would write. Exit code 3 "
				+ "if anything is found.",
		footer = { "", "Examples:", "  migrator check", "  migrator check --no-model",
				"  migrator check --scripts-only", "  migrator check --from scratch", "  migrator check --accept" })
public final class CheckCommand implements Callable<Integer>, CheckedUsage {

	private final Invocation invocation;

	@Option(names = "--scripts-only", description = "Ask no database.")
	boolean scriptsOnly;

	@Option(names = "--no-model", description = "Do not compare the model.")
	boolean withoutModel;

	@Option(names = "--accept", description = "Accept the present differences: write them to the file "
			+ "migrator.autogenerate.accepted-differences. Later only other differences are found.")
	boolean accept;

	@Mixin
	final FromOption from = new FromOption();

	@Mixin
	final UncomparedOptions uncompared = new UncomparedOptions();

	@Mixin
	final ReportOptions report = new ReportOptions();

	public CheckCommand(Invocation invocation) {
		this.invocation = invocation;
	}

	@Override
	public void checkUsage(CommandSpec spec) {
		Usage.refuseIf(this.from.isSet() && (this.scriptsOnly || this.withoutModel), spec,
				"--from is about the model, which --scripts-only and --no-model leave out");
		Usage.refuseIf(this.accept && (this.scriptsOnly || this.withoutModel), spec,
				"--accept is about the model, which --scripts-only and --no-model leave out");
	}

	@Override
	public Integer call() {
		Migrator migrator = this.invocation.migrator();
		if (this.accept) {
			// Refused before a long comparison, if there is no project to write into.
			migrator.internals().project().accepted().file();
		}
		CheckResult result = checked(migrator);
		if (this.accept && result.model() != null) {
			result = accepted(migrator, result, result.model());
		}
		if (result.model() != null) {
			new DifferencesReport(result.model()).warn(this.invocation, migrator.internals().project()::entities);
			this.uncompared.say(this.invocation, result.model());
			DdlAutoWarning.of(this.invocation, migrator, result.model());
		}
		this.invocation.report(this.report.format, this.invocation.named(text(result)), json(result));
		return result.findings().isEmpty() ? ExitCode.DONE : ExitCode.FOUND;
	}

	private CheckResult checked(Migrator migrator) {
		return this.scriptsOnly ? new CheckResult(migrator.checkScripts(), null)
				: this.withoutModel ? new CheckResult(migrator.checkRevisions(), null)
						: (this.from.in(this.invocation) == ComparedWith.SCRATCH) ? migrator.checkFromScratch()
								: migrator.check();
	}

	/**
	 * Accepts all differences.
	 * @return the result without them
	 */
	private CheckResult accepted(Migrator migrator, CheckResult result, ModelDifferences found) {
		List<String> lines = new ArrayList<>(found.accepted().lines());
		lines.addAll(AcceptedLines.of(found.differences(), found.kept()));
		AcceptedFile file = migrator.internals().project().accepted();
		ModelDifferences accepted = found.accepting(file.write(lines));
		if (!lines.isEmpty()) {
			this.invocation.say("Written: " + file.file());
		}
		return new CheckResult(result.findings()
			.stream()
			.filter((finding) -> finding.kind() != Finding.Kind.MODEL_DIFFERS
					&& finding.kind() != Finding.Kind.STRICTER_THAN_MODEL)
			.toList(), accepted);
	}

	private String text(CheckResult result) {
		if (result.findings().isEmpty()) {
			if (result.model() == null && !this.scriptsOnly && !this.withoutModel) {
				return "Nothing was found; the application has no model to compare the database with";
			}
			return (result.model() != null)
					? "Nothing was found: " + new DifferencesReport(result.model()).nothingIsMissing()
					: "Nothing was found";
		}
		return result.findings()
			.stream()
			.map((finding) -> finding.description() + (finding.description().contains("\n") ? "\n\n" : "\n")
					+ finding.action())
			.collect(Collectors.joining("\n\n"));
	}

	private static Map<String, @Nullable Object> json(CheckResult result) {
		Map<String, @Nullable Object> json = new LinkedHashMap<>();
		json.put("findings", result.findings().stream().map(CheckCommand::json).toList());
		json.put("model", (result.model() != null) ? new DifferencesReport(result.model()).json() : null);
		return json;
	}

	private static Map<String, Object> json(Finding finding) {
		Map<String, Object> json = new LinkedHashMap<>();
		json.put("kind", finding.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'));
		json.put("revisions", finding.revisions());
		json.put("description", finding.description());
		json.put("action", finding.action());
		return json;
	}

}
