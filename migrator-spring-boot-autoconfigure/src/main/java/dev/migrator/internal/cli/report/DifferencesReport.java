package dev.migrator.internal.cli.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import dev.migrator.autogenerate.Change;
import dev.migrator.autogenerate.KeptObject;
import dev.migrator.autogenerate.ModelDifferences;
import dev.migrator.autogenerate.ModelSources;
import dev.migrator.internal.autogenerate.acceptance.AcceptedText;
import dev.migrator.internal.autogenerate.comparison.KeptObjectsReport;
import dev.migrator.internal.cli.option.Invocation;
import dev.migrator.internal.cli.option.UncomparedText;
import dev.migrator.internal.problem.Printable;
import dev.migrator.internal.script.project.EntitySources;
import dev.migrator.internal.script.writing.CreatedRevision;
import org.jspecify.annotations.Nullable;

/**
 * Reports the differences between the model and the database.
 */
public final class DifferencesReport {

	private final ModelDifferences found;

	public DifferencesReport(ModelDifferences found) {
		this.found = found;
	}

	/**
	 * Warns of parts of the model that cannot be compared, and of entities that were
	 * edited since the build. Reports how many differences are accepted.
	 */
	public void warn(Invocation invocation, Supplier<EntitySources> entities) {
		String stale = this.found.model().sources().files().isEmpty() ? entities.get().line() : null;
		if (stale != null) {
			invocation.warn(stale);
		}
		this.found.model().leftOut().forEach((line) -> invocation.warn("Not compared: " + Printable.line(line)));
		AcceptedText accepted = new AcceptedText(this.found.accepted());
		accepted.leftOut().ifPresent(invocation::say);
		accepted.warning().ifPresent(invocation::warn);
	}

	/**
	 * Warns of objects that the database keeps although they refuse what the model
	 * allows.
	 */
	public void warnOfKept(Invocation invocation) {
		if (!this.found.kept().isEmpty()) {
			KeptObjectsReport kept = new KeptObjectsReport(this.found.kept());
			invocation.warn(kept.description() + "\n" + kept.action());
		}
	}

	/**
	 * Reports that nothing of the model is missing, and which sources were read: an
	 * entity that is not registered is not in the model.
	 */
	public String nothingIsMissing() {
		ModelSources sources = this.found.model().sources();
		StringBuilder text = new StringBuilder("the database is equal to the model");
		new AcceptedText(this.found.accepted()).number()
			.ifPresent((number) -> text.append(", except for ").append(number));
		text.append(this.found.kept().isEmpty() ? ".\n" : ", but has objects because of which "
				+ "an INSERT, UPDATE or DELETE that the model allows can fail.\n");
		if (sources.files().isEmpty()) {
			text.append("Entities: ").append(sources.entities().isEmpty() ? "none" : names(sources.entities()));
		}
		else {
			text.append("File: ").append(names(sources.files()));
		}
		if (!sources.packages().isEmpty()) {
			text.append("\nPackages: ")
				.append(names(sources.packages()))
				.append("\nEntities in another package are found only with @EntityScan.");
		}
		return text.toString();
	}

	private static String names(List<String> names) {
		return String.join(", ", names);
	}

	public Map<String, @Nullable Object> json(List<CreatedRevision> created) {
		Map<String, @Nullable Object> json = new LinkedHashMap<>();
		json.put("revisions", created.stream().map(CreatedReport::json).toList());
		json.putAll(json());
		return json;
	}

	public Map<String, @Nullable Object> json() {
		ModelSources sources = this.found.model().sources();
		Map<String, @Nullable Object> json = new LinkedHashMap<>();
		json.put("changes", this.found.differences().changes().stream().map(DifferencesReport::json).toList());
		json.put("renameCandidates",
				this.found.differences()
					.renameCandidates()
					.stream()
					.map((candidate) -> candidate.rename().toString())
					.toList());
		json.put("kept", this.found.kept().stream().map(DifferencesReport::json).toList());
		json.put("accepted", new AcceptedText(this.found.accepted()).json());
		json.put("entities", sources.entities());
		json.put("packages", sources.packages());
		json.put("files", sources.files());
		json.put("notCompared", this.found.model().leftOut());
		json.put("notComparedObjects", new UncomparedText(this.found.uncompared()).json());
		return json;
	}

	private static Map<String, @Nullable Object> json(KeptObject kept) {
		Map<String, @Nullable Object> json = new LinkedHashMap<>();
		json.put("object", kept.description());
		json.put("table", kept.table().toString());
		json.put("name", kept.name());
		return json;
	}

	private static Map<String, @Nullable Object> json(Change change) {
		Map<String, @Nullable Object> json = new LinkedHashMap<>();
		json.put("operation", change.operation().describe());
		json.put("detected", change.detected());
		json.put("destroys", change.loss());
		return json;
	}

}
