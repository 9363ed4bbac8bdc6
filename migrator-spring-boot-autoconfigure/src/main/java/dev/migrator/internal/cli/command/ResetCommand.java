package dev.migrator.internal.cli.command;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;

import dev.migrator.Migrator;
import dev.migrator.internal.cli.application.NobodyToAskException;
import dev.migrator.internal.cli.option.Invocation;
import dev.migrator.internal.cli.option.ReportOptions;
import dev.migrator.internal.cli.output.ExitCode;
import dev.migrator.internal.cli.report.MigrationReport;
import dev.migrator.internal.dialect.catalog.DroppableObject;
import dev.migrator.internal.problem.Printable;
import dev.migrator.result.ResetPlan;
import dev.migrator.result.ResetResult;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Drops everything and starts again.
 */
@Command(name = "reset",
		description = "Drop every object of the schema, except those of extensions, then upgrade and seed. Fails "
				+ "unless migrator.reset-allowed is true.",
		footer = { "", "Example:", "  migrator reset --yes --spring.profiles.active=dev" })
public final class ResetCommand implements Callable<Integer> {

	private final Invocation invocation;

	@Option(names = { "-y", "--yes", "-f", "--force" }, description = "Do not ask.")
	boolean yes;

	@Mixin
	final ReportOptions report = new ReportOptions();

	public ResetCommand(Invocation invocation) {
		this.invocation = invocation;
	}

	@Override
	public Integer call() {
		Migrator migrator = this.invocation.migrator();
		migrator.internals().requireResetAllowed();
		this.invocation.refuseToDropOtherTools();
		ResetPlan plan = migrator.resetPlan();
		if (!this.yes) {
			list(plan);
			if (!this.invocation.screen().interactive()) {
				throw new NobodyToAskException("reset");
			}
			if (!this.invocation.confirm("All of this is dropped with its data. Continue?")) {
				this.invocation.warn("Nothing was done.");
				return ExitCode.FAILED;
			}
		}
		ResetResult result = this.yes ? migrator.reset() : migrator.reset(plan);
		this.invocation.report(this.report.format,
				this.invocation.named("Dropped %s objects of schema %s\n%s\n%s".formatted(
						result.dropped().objects().size(), Printable.line(result.dropped().schema()),
						result.upgraded().summary(), result.seeded().summary())),
				json(result));
		return ExitCode.DONE;
	}

	private void list(ResetPlan plan) {
		this.invocation
			.warn("Schema %s has %s objects:".formatted(Printable.line(plan.schema()), plan.objects().size()));
		plan.objects().forEach((object) -> this.invocation.warn("  " + text(object)));
	}

	private static String text(DroppableObject object) {
		String text = object.kind() + " " + Printable.line(object.name());
		return (object.rows() != null) ? text + " (about " + object.rows() + " rows)" : text;
	}

	private static Map<String, @Nullable Object> json(ResetResult result) {
		Map<String, @Nullable Object> json = new LinkedHashMap<>();
		json.put("schema", result.dropped().schema());
		json.put("dropped", result.dropped().objects().stream().map(ResetCommand::json).toList());
		json.put("upgraded", MigrationReport.of(result.upgraded()).json());
		json.put("seeded", SeedCommand.json(result.seeded()));
		return json;
	}

	private static Map<String, @Nullable Object> json(DroppableObject object) {
		Map<String, @Nullable Object> json = new LinkedHashMap<>();
		json.put("kind", object.kind());
		json.put("name", object.name());
		json.put("rows", object.rows());
		return json;
	}

}
