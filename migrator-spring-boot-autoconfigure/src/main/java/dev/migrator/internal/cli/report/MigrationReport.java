package dev.migrator.internal.cli.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.migrator.internal.cli.option.Invocation;
import dev.migrator.internal.cli.output.ReportFormat;
import dev.migrator.result.MigrationResult;
import dev.migrator.revision.Revision;
import dev.migrator.revision.Step;
import org.jspecify.annotations.Nullable;

/**
 * Reports the result of a command that changed a database.
 */
public record MigrationReport(MigrationResult result) {

	public static MigrationReport of(MigrationResult result) {
		return new MigrationReport(result);
	}

	public void write(Invocation invocation, ReportFormat format) {
		invocation.report(format, invocation.named(this.result.summary()), json());
	}

	public Map<String, @Nullable Object> json() {
		Map<String, @Nullable Object> json = new LinkedHashMap<>();
		json.put("from", this.result.from());
		json.put("to", this.result.to());
		List<Map<String, @Nullable Object>> steps = new ArrayList<>();
		this.result.steps().forEach((step) -> steps.add(json(step)));
		json.put("steps", steps);
		json.put("duration", this.result.duration().toString());
		return json;
	}

	static Map<String, @Nullable Object> json(Step step) {
		Map<String, @Nullable Object> json = new LinkedHashMap<>();
		Revision revision = step.revision();
		json.put("direction", step.direction().command());
		json.put("revisions", (revision != null) ? List.of(revision.id()) : step.stamped());
		json.put("message", (revision != null) ? revision.message() : null);
		return json;
	}

}
