package dev.migrator.script.writing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.regex.Pattern;

import dev.migrator.script.writing.SetupStep.Outcome;

/**
 * The configuration of the application in a project. Lines are added at its end, and only
 * if it has none for the migrator yet.
 */
final class ConfigurationFile {

	private static final List<String> NAMES = List.of("application.properties", "application.yml", "application.yaml",
			"config/application.properties", "config/application.yml", "config/application.yaml");

	private static final Pattern MIGRATOR = Pattern.compile("(?m)^[ \\t]*#?[ \\t]*[\"']?migrator[\"']?[ \\t]*[.:]");

	private static final Pattern SEVERAL_DOCUMENTS = Pattern.compile("(?m)^[#!]?---\\s*$");

	private static final String TITLE = "# Revisions of the database are in db/revisions; the application applies them "
			+ "when it starts.";

	private final Path file;

	private final boolean yaml;

	ConfigurationFile(Project project) {
		Path resources = project.resources();
		this.file = NAMES.stream()
			.map(resources::resolve)
			.filter(Files::isRegularFile)
			.findFirst()
			.orElse(resources.resolve(NAMES.get(0)));
		this.yaml = !this.file.toString().endsWith(".properties");
	}

	/**
	 * Adds what could be set, in comments.
	 */
	SetupStep describe() throws IOException {
		List<String> lines = this.yaml
				? List.of(TITLE, "#migrator:", "#  locations: classpath:db/revisions", "#  startup: upgrade")
				: List.of(TITLE, "#migrator.locations=classpath:db/revisions", "#migrator.startup=upgrade");
		return append(lines, "it says something of the migrator already");
	}

	/**
	 * Adds a setting.
	 */
	SetupStep set(String property, String value) throws IOException {
		String key = property.substring(property.indexOf('.') + 1);
		List<String> lines = this.yaml ? List.of(TITLE, "migrator:", "  " + key + ": " + value)
				: List.of(TITLE, property + "=" + value);
		return append(lines, "it says something of the migrator already; add " + property + "=" + value);
	}

	private SetupStep append(List<String> lines, String whyNot) throws IOException {
		if (!Files.exists(this.file)) {
			return ProjectSetup.create(this.file, String.join("\n", lines) + "\n");
		}
		// each byte as it is: only ASCII matters here
		String text = Files.readString(this.file, StandardCharsets.ISO_8859_1);
		if (MIGRATOR.matcher(text).find()) {
			return new SetupStep(this.file, Outcome.LEFT_ALONE, whyNot);
		}
		String lineEnd = text.contains("\r\n") ? "\r\n" : "\n";
		StringBuilder block = new StringBuilder();
		if (!text.isBlank()) {
			block.append(text.endsWith("\n") ? "" : lineEnd).append(lineEnd);
		}
		if (SEVERAL_DOCUMENTS.matcher(text).find()) {
			// the last document may be for one profile only
			block.append(this.yaml ? "---" : "#---").append(lineEnd);
		}
		lines.forEach((line) -> block.append(line).append(lineEnd));
		Files.writeString(this.file, block, StandardCharsets.US_ASCII, StandardOpenOption.APPEND);
		return new SetupStep(this.file, Outcome.APPENDED, "");
	}

}
