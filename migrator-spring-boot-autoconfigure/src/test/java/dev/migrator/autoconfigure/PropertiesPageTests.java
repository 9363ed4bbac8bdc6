package dev.migrator.autoconfigure;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.migrator.testing.GeneratedFile;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The page that lists all configuration properties as the metadata of the build has them.
 * It is written again by running this test with {@code -Dmigrator.test.write-pages=true}.
 */
class PropertiesPageTests {

	private static final Path PAGE = Path.of("../docs/properties.md");

	/** Where a page says more than a description can. */
	private static final Map<String, String> MORE = Map.ofEntries(
			Map.entry("migrator.autogenerate.accepted-differences",
					"[Accepted differences](autogenerate.md#accepted-differences)"),
			Map.entry("migrator.autogenerate.column-order", "[Order of columns](autogenerate.md#order-of-columns)"),
			Map.entry("migrator.autogenerate.compare",
					"[A loose model](autogenerate.md#adopting-a-database-with-a-loose-model)"),
			Map.entry("migrator.autogenerate.names.foreign-key",
					"[Names by convention](autogenerate.md#names-by-convention)"),
			Map.entry("migrator.autogenerate.drop", "[What is removed](autogenerate.md#what-is-removed)"),
			Map.entry("migrator.autogenerate.schema-file",
					"[A plain SQL file as the model](autogenerate.md#without-entities-a-plain-sql-file-as-the-model)"),
			Map.entry("migrator.new-scripts.hooks", "[Hooks](revisions.md#hooks)"),
			Map.entry("migrator.new-scripts.java-template", "[Templates](revisions.md#templates)"),
			Map.entry("migrator.new-scripts.project-directory", "[New revisions](revisions.md#new-revisions)"),
			Map.entry("migrator.new-scripts.sql-template", "[Templates](revisions.md#templates)"),
			Map.entry("migrator.on-ddl-auto", "[Hibernate changes nothing](operations.md#hibernate-changes-nothing)"),
			Map.entry("migrator.reset-allowed", "[Starting over](operations.md#starting-over-reset)"),
			Map.entry("migrator.seed.locations", "[Seed data](operations.md#seed-data)"),
			Map.entry("migrator.session-time-zone", "[The session of a run](operations.md#the-session-of-a-run)"),
			Map.entry("migrator.url", "[DATABASE_URL](deploying.md#database_url)"));

	private final ConfigurationMetadata metadata = ConfigurationMetadata.read();

	@Test
	void pageSaysWhatTheMetadataSays() throws IOException {
		GeneratedFile.assertSays(PAGE, page(), "docs/properties.md is made of the configuration metadata.", getClass());
	}

	@Test
	void pagesThatSayMoreAreNamedForPropertiesThatThereAre() {
		assertThat(this.metadata.properties()).containsKeys(MORE.keySet().toArray(String[]::new));
	}

	private String page() {
		StringBuilder page = new StringBuilder(
				"""
						# Properties

						All configuration properties, with their defaults. This page is made of the configuration metadata, which editors show too.

						Times are written as `500ms`, `30s`, `5m`; several values are separated by commas, or have an index: `migrator.locations[0]`.

						`migrator.jdbc-url.<variable>` is not to be set, but to be read: [the JDBC form](deploying.md#database_url) of a variable
						like `DATABASE_URL`.
						""");
		Map<String, List<JsonNode>> groups = this.metadata.properties()
			.values()
			.stream()
			.collect(Collectors.groupingBy(this::group,
					() -> new TreeMap<>(Comparator.comparing((String group) -> !group.startsWith("migrator"))
						.thenComparing(Comparator.naturalOrder())),
					Collectors.toList()));
		groups.forEach((group, properties) -> {
			page.append("\n## ").append(group);
			page.append("\n\n| Property | Value | Default | |\n|---|---|---|---|\n");
			properties.forEach((property) -> page.append(row(property)));
		});
		return page.toString();
	}

	/**
	 * The longest name of a group that it begins with, or its own without the last part.
	 */
	private String group(JsonNode property) {
		String name = name(property);
		return this.metadata.groups()
			.stream()
			.filter((group) -> name.startsWith(group + "."))
			.max(Comparator.comparing(String::length))
			.orElse(name.substring(0, name.lastIndexOf('.')));
	}

	private String row(JsonNode property) {
		String standard = ConfigurationMetadata.defaultValue(property);
		String more = MORE.get(name(property));
		return "| `%s` | %s | %s | %s |\n".formatted(name(property), values(property),
				standard.isEmpty() ? "" : code(standard),
				text(property.path("description").asString("")) + ((more != null) ? " " + more + "." : ""));
	}

	private String values(JsonNode property) {
		String type = property.path("type").asString("");
		boolean list = type.startsWith("java.util.List<");
		Class<?> element = ConfigurationMetadata.type(type.replaceFirst("java\\.util\\.List<(.*)>", "$1"));
		String value = element.isEnum() ? constants(element) : switch (element.getSimpleName()) {
			case "Boolean" -> "`true`, `false`";
			case "Duration" -> "time";
			case "Integer" -> "number";
			case "String" -> "text";
			case "ZoneId" -> "time zone";
			default -> throw new AssertionError("no word for " + type);
		};
		return list ? element.isEnum() ? "list of " + value : "list" : value;
	}

	private static String constants(Class<?> type) {
		return Stream.of(type.getEnumConstants())
			.map((constant) -> code(((Enum<?>) constant).name().toLowerCase(Locale.ROOT).replace('_', '-')))
			.collect(Collectors.joining(", "));
	}

	private static String code(String text) {
		return "`" + text + "`";
	}

	private static String name(JsonNode property) {
		return property.path("name").asString("");
	}

	/**
	 * A description is no Markdown.
	 */
	private static String text(String description) {
		return description.replaceAll("[*|<_`\\[]", "\\\\$0");
	}

}
