package dev.migrator.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

import dev.migrator.Finding;
import dev.migrator.Migrator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Looks for what would stop a migration.
 */
@Command(name = "check",
		description = "Look for what would stop a migration: scripts that cannot be read or run as they are written, "
				+ "several heads, revisions that no script has, scripts edited after they were applied, revisions that "
				+ "stopped half-way. Exit code 3 if anything is found.",
		footer = { "", "Examples:", "  migrator check", "  migrator check --scripts-only" })
final class CheckCommand implements Callable<Integer> {

	private final Invocation invocation;

	@Option(names = "--scripts-only", description = "Ask no database.")
	boolean scriptsOnly;

	@Mixin
	final ReportOptions report = new ReportOptions();

	CheckCommand(Invocation invocation) {
		this.invocation = invocation;
	}

	@Override
	public Integer call() {
		Migrator migrator = this.invocation.migrator();
		List<Finding> findings = this.scriptsOnly ? migrator.checkScripts() : migrator.check();
		String text = findings.isEmpty() ? "Nothing was found"
				: findings.stream()
					.map((finding) -> finding.description() + "\n" + finding.action())
					.collect(Collectors.joining("\n\n"));
		this.invocation.report(this.report.format, text,
				Map.of("findings", findings.stream().map(CheckCommand::shape).toList()));
		return findings.isEmpty() ? ExitCode.DONE : ExitCode.FOUND;
	}

	private static Map<String, Object> shape(Finding finding) {
		Map<String, Object> shape = new LinkedHashMap<>();
		shape.put("kind", finding.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'));
		shape.put("revisions", finding.revisions());
		shape.put("description", finding.description());
		shape.put("action", finding.action());
		return shape;
	}

}
