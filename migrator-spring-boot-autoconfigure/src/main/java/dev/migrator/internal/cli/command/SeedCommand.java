package dev.migrator.internal.cli.command;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;

import dev.migrator.Migrator;
import dev.migrator.execution.Seeded;
import dev.migrator.internal.cli.option.Invocation;
import dev.migrator.internal.cli.option.ReportOptions;
import dev.migrator.internal.cli.output.ExitCode;
import dev.migrator.result.SeedResult;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/**
 * Runs the seed scripts.
 */
@Command(name = "seed",
		description = "Run the application's seed scripts (db/seed). Each is run once, and again after it was "
				+ "edited. The database has to be at the heads.",
		footer = { "", "Example:", "  migrator seed" })
public final class SeedCommand implements Callable<Integer> {

	private final Invocation invocation;

	@Mixin
	final ReportOptions report = new ReportOptions();

	public SeedCommand(Invocation invocation) {
		this.invocation = invocation;
	}

	@Override
	public Integer call() {
		Migrator migrator = this.invocation.migrator();
		this.invocation.refuseBeforeOtherTools(() -> !migrator.internals().seedScripts().scripts().isEmpty());
		SeedResult result = migrator.seed();
		this.invocation.report(this.report.format, this.invocation.named(result.summary()), json(result));
		return ExitCode.DONE;
	}

	static Map<String, Object> json(SeedResult result) {
		Map<String, Object> json = new LinkedHashMap<>();
		json.put("seeded", result.seeded().stream().map(SeedCommand::json).toList());
		json.put("skipped", result.skipped());
		json.put("duration", result.duration().toString());
		return json;
	}

	private static Map<String, Object> json(Seeded seeded) {
		Map<String, Object> json = new LinkedHashMap<>();
		json.put("script", seeded.script());
		json.put("duration", seeded.duration().toString());
		return json;
	}

}
