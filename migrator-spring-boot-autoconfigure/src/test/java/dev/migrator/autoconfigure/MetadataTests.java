package dev.migrator.autoconfigure;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import dev.migrator.autoconfigure.properties.MigratorProperties;
import dev.migrator.internal.autoconfigure.url.JdbcUrlFailureAnalyzer;
import org.apache.commons.logging.LogFactory;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.annotation.ImportCandidates;
import org.springframework.boot.context.properties.NestedConfigurationProperty;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.boot.sql.init.dependency.DatabaseInitializerDetector;
import org.springframework.boot.test.autoconfigure.jdbc.AutoConfigureDataSourceInitialization;
import org.springframework.core.annotation.AnnotationAwareOrderComparator;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.springframework.core.io.support.SpringFactoriesLoader.FailureHandler;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the module tells Spring Boot, and editors of its configuration.
 */
class MetadataTests {

	/** Those whose default is that there is none. */
	private static final Set<String> WITHOUT_DEFAULT = Set.of("migrator.autogenerate.entity-manager-factory",
			"migrator.autogenerate.exclude-columns", "migrator.autogenerate.exclude-objects",
			"migrator.autogenerate.exclude-schemas", "migrator.autogenerate.exclude-tables",
			"migrator.autogenerate.include-objects", "migrator.autogenerate.include-schemas",
			"migrator.autogenerate.include-tables", "migrator.autogenerate.names.check",
			"migrator.autogenerate.names.exclusion", "migrator.autogenerate.names.foreign-key",
			"migrator.autogenerate.names.index", "migrator.autogenerate.names.primary-key",
			"migrator.autogenerate.names.unique", "migrator.autogenerate.schema-file", "migrator.new-scripts.hooks",
			"migrator.new-scripts.java-package", "migrator.new-scripts.java-template",
			"migrator.new-scripts.project-directory", "migrator.new-scripts.sql-template", "migrator.packages",
			"migrator.password", "migrator.schema", "migrator.url", "migrator.username");

	/** Texts of which there is no list: names, patterns, places, commands. */
	private static final Set<String> OPEN = Set.of("migrator.autogenerate.accepted-differences",
			"migrator.autogenerate.entity-manager-factory", "migrator.autogenerate.exclude-columns",
			"migrator.autogenerate.exclude-objects", "migrator.autogenerate.exclude-schemas",
			"migrator.autogenerate.exclude-tables", "migrator.autogenerate.include-objects",
			"migrator.autogenerate.include-schemas", "migrator.autogenerate.include-tables",
			"migrator.autogenerate.names.check", "migrator.autogenerate.names.exclusion",
			"migrator.autogenerate.names.foreign-key", "migrator.autogenerate.names.index",
			"migrator.autogenerate.names.primary-key", "migrator.autogenerate.names.unique",
			"migrator.autogenerate.schema-file", "migrator.history-table", "migrator.locations",
			"migrator.new-scripts.file-template", "migrator.new-scripts.hooks", "migrator.new-scripts.java-package",
			"migrator.new-scripts.java-template", "migrator.new-scripts.project-directory",
			"migrator.new-scripts.sql-template", "migrator.packages", "migrator.password", "migrator.schema",
			"migrator.seed.locations", "migrator.session-time-zone", "migrator.url", "migrator.username",
			"migrator.version-table");

	private final ConfigurationMetadata metadata = ConfigurationMetadata.read();

	private final Map<String, JsonNode> properties = this.metadata.properties();

	@Test
	void everySettingIsDescribedAndNoOther() {
		Set<String> expected = new TreeSet<>();
		addNames("migrator.", MigratorProperties.class, expected);

		assertThat(this.properties.keySet().stream().filter((name) -> name.startsWith("migrator.")))
			.containsExactlyInAnyOrderElementsOf(expected)
			.hasSizeGreaterThan(15);
	}

	private static void addNames(String prefix, Class<?> settings, Set<String> names) {
		for (Field field : settings.getDeclaredFields()) {
			String name = prefix + field.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
			if (field.isAnnotationPresent(NestedConfigurationProperty.class)) {
				addNames(name + ".", field.getType(), names);
			}
			else {
				names.add(name);
			}
		}
	}

	@Test
	void everySettingHasTypeAndDescription() {
		assertThat(this.properties.values()).allSatisfy((property) -> {
			assertThat(property.path("type").asString("")).isNotEmpty();
			assertThat(property.path("description").asString("")).matches("[A-Z].*\\.")
				.doesNotStartWith("The ")
				.doesNotStartWith("A ");
		});
	}

	@Test
	void everySettingHasADefaultUnlessThereIsNone() {
		assertThat(this.properties.keySet().stream().filter((name) -> name.startsWith("migrator.")))
			.allSatisfy((name) -> assertThat(this.properties.get(name).has("defaultValue"))
				.isEqualTo(!WITHOUT_DEFAULT.contains(name)));
	}

	@Test
	void defaultsOfEnumsAreAmongTheirValues() {
		List<String> enums = new ArrayList<>();
		this.properties.forEach((name, property) -> {
			Class<?> type = ConfigurationMetadata.type(property.path("type").asString(""));
			if (type != null && type.isEnum()) {
				enums.add(name);
				String constant = property.path("defaultValue").asString("").replace('-', '_').toUpperCase(Locale.ROOT);
				assertThat(type.getEnumConstants()).extracting(String::valueOf)
					.map((value) -> value.replace('-', '_').toUpperCase(Locale.ROOT))
					.contains(constant);
			}
		});
		assertThat(enums).contains("migrator.startup", "migrator.transaction", "migrator.on-changed-script",
				"migrator.on-unknown-revision", "migrator.on-ddl-auto");
	}

	/**
	 * An editor knows the values of an enum and of a boolean by itself, not those of a
	 * list or a text.
	 */
	@Test
	void everySettingWithAClosedSetOfValuesHasAHint() {
		Map<String, List<String>> hints = this.metadata.hints();

		assertThat(this.properties).allSatisfy((name, property) -> {
			String type = property.path("type").asString("");
			Class<?> element = ConfigurationMetadata.type(type.replaceFirst("java\\.util\\.List<(.*)>", "$1"));
			if (type.startsWith("java.util.List<") && element.isEnum()) {
				assertThat(hints.get(name)).containsExactlyElementsOf(Stream.of(element.getEnumConstants())
					.map((constant) -> constant.toString().toLowerCase(Locale.ROOT).replace('_', '-'))
					.toList());
			}
			else if (element == String.class) {
				assertThat(OPEN.contains(name)).as("is open, or has a hint").isNotEqualTo(hints.containsKey(name));
			}
		});
		assertThat(hints)
			.containsOnlyKeys("migrator.autogenerate.compare", "migrator.autogenerate.drop", "migrator.target")
			.containsEntry("migrator.target", List.of("head", "heads"));
	}

	@Test
	void healthIndicatorCanBeFoundAmongTheSettings() {
		JsonNode property = this.properties.get("management.health.migrator.enabled");

		assertThat(property.path("type").asString("")).isEqualTo("java.lang.Boolean");
		assertThat(property.path("description").asString(""))
			.isEqualTo("Whether to enable the health check of the migrators.");
		assertThat(property.path("defaultValue").asBoolean(false)).isTrue();
	}

	@Test
	void autoConfigurationsAreRegistered() {
		assertThat(ImportCandidates.load(AutoConfiguration.class, getClass().getClassLoader())).contains(
				MigratorAutoConfiguration.class.getName(), MigratorEndpointAutoConfiguration.class.getName(),
				MigratorEntitiesAutoConfiguration.class.getName(),
				MigratorHealthContributorAutoConfiguration.class.getName(),
				MigratorHibernateAutoConfiguration.class.getName(), MigratorR2dbcAutoConfiguration.class.getName());
	}

	@Test
	void testSlicesWithADataSourceAreMigratedToo() {
		assertThat(ImportCandidates.load(AutoConfigureDataSourceInitialization.class, getClass().getClassLoader()))
			.contains(MigratorAutoConfiguration.class.getName(), MigratorHibernateAutoConfiguration.class.getName());
	}

	@Test
	void initializerIsDetected() {
		assertThat(SpringFactoriesLoader.forDefaultResourceLocation()
			.load(DatabaseInitializerDetector.class, FailureHandler.logging(LogFactory.getLog(getClass()))))
			.hasAtLeastOneElementOfType(MigratorInitializerDetector.class);
	}

	@Test
	void ourFailuresAreAnalyzedByUsBeforeSpringBootWhateverTheClassPath() {
		List<FailureAnalyzer> analyzers = new ArrayList<>(SpringFactoriesLoader.forDefaultResourceLocation()
			.load(FailureAnalyzer.class, FailureHandler.logging(LogFactory.getLog(getClass()))));
		Collections.reverse(analyzers);
		AnnotationAwareOrderComparator.sort(analyzers);

		assertThat(analyzers).hasSizeGreaterThan(5);
		assertThat(analyzers.subList(0, 2)).hasExactlyElementsOfTypes(JdbcUrlFailureAnalyzer.class,
				MigratorFailureAnalyzer.class);
	}

}
