package dev.migrator.internal.cli.development;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

import dev.migrator.internal.cli.option.Invocation;
import dev.migrator.internal.cli.option.ReportOptions;
import dev.migrator.internal.cli.option.WithoutApplication;
import dev.migrator.internal.cli.output.ExitCode;
import dev.migrator.internal.script.project.BuiltInTemplate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/**
 * Lists the included templates.
 */
@Command(name = "list-templates", aliases = "list_templates",
		description = "List the templates that init can copy into a project.",
		footer = { "", "Example:", "  migrator list-templates" })
public final class ListTemplatesCommand implements Callable<Integer>, WithoutApplication {

	private final Invocation invocation;

	@Mixin
	final ReportOptions report = new ReportOptions();

	public ListTemplatesCommand(Invocation invocation) {
		this.invocation = invocation;
	}

	@Override
	public Integer call() {
		List<BuiltInTemplate> templates = Arrays.asList(BuiltInTemplate.values());
		this.invocation.report(this.report.format,
				templates.stream()
					.map((template) -> template.label() + " - " + template.description())
					.collect(Collectors.joining("\n")),
				templates.stream()
					.map((template) -> Map.of("name", template.label(), "description", template.description()))
					.toList());
		return ExitCode.DONE;
	}

}
