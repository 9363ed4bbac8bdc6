package dev.migrator.cli;

import java.util.concurrent.Callable;

import dev.migrator.Migrator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/**
 * Applies what is pending up to a target.
 */
@Command(name = "upgrade", description = "Apply what is pending up to a target.", footer = { "", "Examples:",
		"  migrator upgrade heads", "  migrator upgrade +1", "  migrator upgrade billing@head" })
final class UpgradeCommand implements Callable<Integer> {

	private final Invocation invocation;

	@Parameters(index = "0", arity = "0..1", paramLabel = "TARGET", converter = TargetConverter.class,
			description = "heads, head, an id or the beginning of one, +1, label@head, ... Default: that of migrator.target, which is heads.")
	@Nullable String target;

	@Mixin
	final ReportOptions report = new ReportOptions();

	UpgradeCommand(Invocation invocation) {
		this.invocation = invocation;
	}

	@Override
	public Integer call() {
		Migrator migrator = this.invocation.migrator();
		MigrationReport.of((this.target != null) ? migrator.upgrade(this.target) : migrator.upgrade())
			.write(this.invocation, this.report.format);
		return ExitCode.DONE;
	}

}
