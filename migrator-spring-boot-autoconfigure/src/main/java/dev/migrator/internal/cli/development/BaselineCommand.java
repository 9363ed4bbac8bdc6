package dev.migrator.internal.cli.development;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

import dev.migrator.Migrator;
import dev.migrator.internal.cli.option.Invocation;
import dev.migrator.internal.cli.option.ReportOptions;
import dev.migrator.internal.cli.output.ExitCode;
import dev.migrator.internal.cli.report.CreatedReport;
import dev.migrator.internal.command.development.BaselineRefusedException;
import dev.migrator.internal.command.development.WrittenBaseline;
import dev.migrator.internal.script.writing.CreatedRevision;
import dev.migrator.internal.script.writing.NewRevision;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Writes the first revision of a database that has a schema already.
 */
@Command(name = "baseline",
		description = "Write the first revision from the schema that the database has, and stamp the database with it. "
				+ "Owners and rights are left out.",
		footer = { "", "Examples:", "  migrator baseline -m \"as of 2026\"" })
public final class BaselineCommand implements Callable<Integer> {

	private final Invocation invocation;

	@Option(names = { "-m", "--message" }, paramLabel = "TEXT", defaultValue = "baseline",
			description = "Its message. Default: ${DEFAULT-VALUE}.")
	String message = "baseline";

	@Option(names = "--branch-label", paramLabel = "LABEL", description = "A name for its branch. Repeatable.")
	List<String> branchLabels = new ArrayList<>();

	@Option(names = "--rev-id", paramLabel = "ID", description = "Its id. Default: 12 random hex digits.")
	@Nullable String id;

	@Option(names = { "--location", "--version-path" }, paramLabel = "LOCATION",
			description = "The location (of migrator.locations) to write it to.")
	@Nullable String location;

	@Mixin
	final ReportOptions report = new ReportOptions();

	public BaselineCommand(Invocation invocation) {
		this.invocation = invocation;
	}

	@Override
	public Integer call() {
		Migrator migrator = this.invocation.migratorOfSources();
		this.invocation.refuseBeforeOtherTools(() -> true);
		this.invocation.otherTools()
			.stream()
			.filter((tool) -> tool.comesFirst() && tool.hasRun())
			.findFirst()
			.ifPresent((tool) -> {
				throw BaselineRefusedException.ofOtherTool(tool.name(), tool.table());
			});
		WrittenBaseline baseline = migrator.internals()
			.baseline()
			.write(NewRevision.builder(this.message)
				.branchLabels(this.branchLabels)
				.revision(this.id)
				.location(this.location)
				.build());
		CreatedRevision created = baseline.created();
		this.invocation.say(baseline.trial());
		baseline.schema().unwritten().forEach((what) -> this.invocation.warn("Not in the revision: " + what));
		CreatedReport.generated(this.invocation, this.report.format, List.of(created), json(baseline));
		this.invocation.say("""
				Revision %1$s makes the %2$s of this database, which is stamped with it. %3$s
				New databases get it: migrator upgrade
				Stamp other databases that have this schema: migrator stamp %1$s""".formatted(created.id(),
				objects(baseline.schema().size()), created.builtIn() ? "Once it is built:" : "It can be applied now."));
		return ExitCode.DONE;
	}

	private static String objects(int count) {
		return (count == 1) ? "1 object" : count + " objects";
	}

	private static Map<String, Object> json(WrittenBaseline baseline) {
		Map<String, Object> json = new LinkedHashMap<>(CreatedReport.json(baseline.created()));
		json.put("objects", baseline.schema().size());
		json.put("notWritten", baseline.schema().unwritten());
		return json;
	}

}
