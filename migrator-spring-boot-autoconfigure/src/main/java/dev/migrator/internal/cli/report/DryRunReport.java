package dev.migrator.internal.cli.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.migrator.execution.DryRun;
import dev.migrator.internal.cli.option.Invocation;
import dev.migrator.internal.cli.output.ExitCode;
import dev.migrator.internal.cli.output.ReportFormat;
import dev.migrator.internal.execution.words.StepDescription;
import org.jspecify.annotations.Nullable;

/**
 * Reports the result of a dry run.
 */
public record DryRunReport(DryRun run) {

	public static DryRunReport of(DryRun run) {
		return new DryRunReport(run);
	}

	public int write(Invocation invocation, ReportFormat format) {
		invocation.report(format, invocation.named(text()), json());
		return ExitCode.DONE;
	}

	private String text() {
		int tried = this.run.tried().size();
		int all = tried + this.run.untried().size();
		if (all == 0) {
			return "There is nothing to do";
		}
		List<String> lines = new ArrayList<>();
		this.run.tried()
			.forEach((step) -> lines.add("%s in %s".formatted(StepDescription.describe(step.step()),
					StepDescription.time(step.duration()))));
		this.run.untried()
			.forEach((step) -> lines
				.add("%s: not tried. %s".formatted(StepDescription.describe(step.step()), step.reason())));
		lines.add("Tried %s of %s revisions and rolled them back; the database would be at %s".formatted(tried, all,
				this.run.to().isEmpty() ? "base" : String.join(", ", this.run.to())));
		return String.join("\n", lines);
	}

	private Map<String, @Nullable Object> json() {
		Map<String, @Nullable Object> json = new LinkedHashMap<>();
		json.put("from", this.run.from());
		json.put("to", this.run.to());
		json.put("tried", this.run.tried().stream().map(DryRunReport::json).toList());
		json.put("untried", this.run.untried().stream().map(DryRunReport::json).toList());
		return json;
	}

	private static Map<String, @Nullable Object> json(DryRun.Tried tried) {
		Map<String, @Nullable Object> json = MigrationReport.json(tried.step());
		json.put("duration", tried.duration().toString());
		return json;
	}

	private static Map<String, @Nullable Object> json(DryRun.Untried untried) {
		Map<String, @Nullable Object> json = MigrationReport.json(untried.step());
		json.put("reason", untried.reason());
		return json;
	}

}
