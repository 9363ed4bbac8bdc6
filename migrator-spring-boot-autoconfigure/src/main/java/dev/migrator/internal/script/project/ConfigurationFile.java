package dev.migrator.internal.script.project;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import dev.migrator.internal.script.project.SetupStep.Outcome;

/**
 * Edits the configuration of the application in a project. Adds only missing lines, at
 * the end.
 */
final class ConfigurationFile {

	private static final List<String> NAMES = List.of("application.properties", "application.yml", "application.yaml",
			"config/application.properties", "config/application.yml", "config/application.yaml");

	private static final Pattern MIGRATOR = Pattern.compile("(?m)^[ \\t]*#?[ \\t]*[\"']?migrator[\"']?[ \\t]*[.:]");

	private static final Pattern ACTIVE = Pattern.compile("(?m)^[\"']?migrator[\"']?[ \\t]*[.:]");

	private static final Pattern SEVERAL_DOCUMENTS = Pattern.compile("(?m)^[#!]?---\\s*$");

	private static final String TITLE = "# Revisions of the database are in db/revisions; the application applies them "
			+ "when it starts.";

	private static final String HIBERNATE = "# With JPA: spring.jpa.hibernate.ddl-auto=validate, so that only revisions "
			+ "change the schema.";

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
	 * Adds the possible settings, as comments.
	 */
	SetupStep describe() throws IOException {
		List<String> lines = this.yaml
				? List.of(TITLE, HIBERNATE, "#migrator:", "#  locations: classpath:db/revisions", "#  startup: upgrade")
				: List.of(TITLE, HIBERNATE, "#migrator.locations=classpath:db/revisions", "#migrator.startup=upgrade");
		String text = text();
		if (MIGRATOR.matcher(text).find()) {
			return new SetupStep(this.file, Outcome.LEFT_ALONE, "it configures the migrator already");
		}
		return append(text, lines);
	}

	/**
	 * Adds a setting, unless it is set already.
	 */
	SetupStep set(String property, String value) throws IOException {
		String text = text();
		if (sets(text, property)) {
			return new SetupStep(this.file, Outcome.LEFT_ALONE, "it sets " + property + " already");
		}
		List<String> lines = new ArrayList<>();
		if (!MIGRATOR.matcher(text).find()) {
			lines.add(TITLE);
		}
		if (!this.yaml) {
			lines.add(property + "=" + value);
		}
		else if (ACTIVE.matcher(text).find()) {
			// A second mapping with the same key is an error, a key with a period is not.
			lines.add(property + ": " + value);
		}
		else {
			lines.addAll(mappings(property, value));
		}
		return append(text, lines);
	}

	private static List<String> mappings(String property, String value) {
		List<String> keys = List.of(property.split("\\."));
		List<String> lines = new ArrayList<>();
		for (int depth = 0; depth < keys.size(); depth++) {
			lines.add("  ".repeat(depth) + keys.get(depth) + ":" + ((depth == keys.size() - 1) ? " " + value : ""));
		}
		return lines;
	}

	/**
	 * Returns whether the property is set; in YAML, its first keys may be mappings.
	 */
	private static boolean sets(String text, String property) {
		int last = property.lastIndexOf('.') + 1;
		String groups = property.substring(0, last).replaceAll("([^.]+)\\.", "($1\\\\.)?");
		String either = (groups + property.substring(last)).replace("-", "-?");
		return Pattern.compile("(?im)^[ \\t]*[\"']?" + either + "[\"']?[ \\t]*[=:]").matcher(text).find();
	}

	/**
	 * Returns the text with each byte as one character, because only ASCII matters here.
	 */
	private String text() throws IOException {
		return Files.exists(this.file) ? Files.readString(this.file, StandardCharsets.ISO_8859_1) : "";
	}

	private SetupStep append(String text, List<String> lines) throws IOException {
		if (!Files.exists(this.file)) {
			return ProjectSetup.create(this.file, String.join("\n", lines) + "\n");
		}
		String lineEnd = text.contains("\r\n") ? "\r\n" : "\n";
		StringBuilder block = new StringBuilder();
		if (!text.isBlank()) {
			block.append(text.endsWith("\n") ? "" : lineEnd).append(lineEnd);
		}
		if (SEVERAL_DOCUMENTS.matcher(text).find()) {
			// The last document may be for one profile only.
			block.append(this.yaml ? "---" : "#---").append(lineEnd);
		}
		lines.forEach((line) -> block.append(line).append(lineEnd));
		Files.writeString(this.file, block, StandardCharsets.US_ASCII, StandardOpenOption.APPEND);
		return new SetupStep(this.file, Outcome.APPENDED, "");
	}

}
