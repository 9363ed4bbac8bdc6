package dev.migrator.internal.cli.development;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

import dev.migrator.internal.cli.option.Invocation;
import dev.migrator.internal.cli.option.ReportOptions;
import dev.migrator.internal.cli.output.ExitCode;
import dev.migrator.internal.script.project.BuiltInTemplate;
import dev.migrator.internal.script.project.ProjectSetup;
import dev.migrator.internal.script.project.SetupStep;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Sets up a project.
 */
@Command(name = "init",
		description = "Create the folder of revisions, a first block of configuration, and the launcher: the script "
				+ "migrator, which runs commands. Changes nothing that exists.",
		footer = { "", "Examples:", "  migrator init", "  migrator init --template java" })
public final class InitCommand implements Callable<Integer> {

	private final Invocation invocation;

	@Option(names = { "-t", "--template" }, paramLabel = "NAME",
			description = "Copy a template for new scripts into the project, to be changed there: sql, java.")
	@Nullable Template template;

	@Mixin
	final ReportOptions report = new ReportOptions();

	public InitCommand(Invocation invocation) {
		this.invocation = invocation;
	}

	@Override
	public Integer call() {
		ProjectSetup setup = new ProjectSetup(this.invocation.project());
		List<SetupStep> steps = (this.template == null)
				? setup.init(this.invocation.application().mainClass().orElse(null))
				: setup.copy((this.template == Template.java) ? BuiltInTemplate.JAVA : BuiltInTemplate.SQL);
		this.invocation.report(this.report.format,
				steps.stream().map(InitCommand::text).collect(Collectors.joining("\n")),
				steps.stream().map(InitCommand::json).toList());
		return ExitCode.DONE;
	}

	private static String text(SetupStep step) {
		return switch (step.outcome()) {
			case CREATED -> "Created " + step.path();
			case APPENDED -> "Appended to " + step.path();
			case LEFT_ALONE -> "Left " + step.path() + " alone";
		} + (step.note().isEmpty() ? "" : ": " + step.note());
	}

	private static Map<String, Object> json(SetupStep step) {
		Map<String, Object> json = new LinkedHashMap<>();
		json.put("path", step.path().toString());
		json.put("outcome", step.outcome().name().toLowerCase(Locale.ROOT).replace('_', '-'));
		json.put("note", step.note());
		return json;
	}

	/**
	 * The included templates. The names are what a user types.
	 */
	enum Template {

		sql, java

	}

}
