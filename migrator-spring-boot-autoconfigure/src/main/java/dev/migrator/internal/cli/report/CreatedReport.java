package dev.migrator.internal.cli.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import dev.migrator.internal.cli.option.Invocation;
import dev.migrator.internal.cli.output.ReportFormat;
import dev.migrator.internal.script.writing.CreatedRevision;
import dev.migrator.revision.Revision;

/**
 * Reports which scripts were written.
 */
public final class CreatedReport {

	private CreatedReport() {
	}

	public static void write(Invocation invocation, ReportFormat format, CreatedRevision created) {
		write(invocation, format, List.of(created), json(created));
	}

	/**
	 * Reports the files and what the hooks said, without advice.
	 */
	public static void generated(Invocation invocation, ReportFormat format, List<CreatedRevision> created,
			Object json) {
		created.stream().flatMap((revision) -> revision.hooks().stream()).forEach((hook) -> {
			invocation.say("Ran " + hook.hook());
			if (!hook.output().isBlank()) {
				invocation.say(hook.output().stripTrailing());
			}
		});
		String generated = created.stream()
			.map((revision) -> "Generated " + revision.path())
			.collect(Collectors.joining("\n"));
		invocation.report(format, invocation.named(generated), json);
	}

	public static void write(Invocation invocation, ReportFormat format, List<CreatedRevision> created, Object json) {
		generated(invocation, format, created, json);
		created.forEach((revision) -> invocation.say("Revision %s revises %s. %s".formatted(revision.id(),
				revision.downRevisions().isEmpty() ? "<base>" : String.join(", ", revision.downRevisions()),
				revision.builtIn() ? "Once it is built, apply it: migrator upgrade"
						: "It can be applied now: migrator upgrade")));
		warnOfMissing(invocation, created);
	}

	/**
	 * Warns of a down revision without a source in the project. It may come from another
	 * project, or may have been lost.
	 */
	private static void warnOfMissing(Invocation invocation, List<CreatedRevision> created) {
		Set<String> followed = created.stream()
			.flatMap((revision) -> revision.downRevisions().stream())
			.collect(Collectors.toSet());
		invocation.migratorOfSources()
			.internals()
			.project()
			.sources()
			.missing()
			.stream()
			.map(Revision::id)
			.filter(followed::contains)
			.forEach((id) -> invocation.warn("The source of %s, which it follows, is not in the project. Unless it "
				.formatted(id)
					+ "comes from another project, restore it: otherwise the next clean build refuses the revisions that follow it."));
	}

	public static Map<String, Object> json(CreatedRevision created) {
		Map<String, Object> json = new LinkedHashMap<>();
		json.put("revision", created.id());
		json.put("downRevisions", created.downRevisions());
		json.put("message", created.message());
		json.put("path", created.path().toString());
		return json;
	}

}
