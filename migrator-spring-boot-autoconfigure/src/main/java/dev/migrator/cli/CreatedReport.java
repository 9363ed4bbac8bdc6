package dev.migrator.cli;

import java.util.LinkedHashMap;
import java.util.Map;

import dev.migrator.script.writing.CreatedRevision;

/**
 * Says which script was written.
 */
final class CreatedReport {

	private CreatedReport() {
	}

	static void write(Invocation invocation, ReportFormat format, CreatedRevision created) {
		created.hooks().forEach((hook) -> {
			invocation.say("Ran " + hook.hook());
			if (!hook.output().isBlank()) {
				invocation.say(hook.output().stripTrailing());
			}
		});
		invocation.report(format, "Generated " + created.path(), shape(created));
		invocation.say("Revision %s revises %s. It can be applied once the application is built with it.".formatted(
				created.id(),
				created.downRevisions().isEmpty() ? "<base>" : String.join(", ", created.downRevisions())));
	}

	private static Map<String, Object> shape(CreatedRevision created) {
		Map<String, Object> shape = new LinkedHashMap<>();
		shape.put("revision", created.id());
		shape.put("downRevisions", created.downRevisions());
		shape.put("message", created.message());
		shape.put("path", created.path().toString());
		return shape;
	}

}
