package dev.migrator.autoconfigure.properties;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.migrator.autoconfigure.ConfigurationMetadata;
import dev.migrator.autogenerate.ComparedKind;
import dev.migrator.autogenerate.Droppable;
import dev.migrator.autogenerate.convention.ColumnOrder;
import dev.migrator.execution.TransactionMode;
import dev.migrator.result.OnChangedScript;
import dev.migrator.result.OnUnknownRevision;
import org.junit.jupiter.api.Test;
import org.springframework.beans.BeanWrapperImpl;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName.Form;
import org.springframework.mock.env.MockEnvironment;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Each property is bound by its name and used, and the metadata knows its default.
 */
class PropertyBindingTests {

	private static final Map<String, Given> GIVEN = Map.ofEntries(given("migrator.enabled", "false", false),
			given("migrator.startup", "validate", StartupMode.VALIDATE), given("migrator.target", "head", "head"),
			given("migrator.locations", "classpath:a,file:b", List.of("classpath:a", "file:b")),
			given("migrator.packages", "com.example", List.of("com.example")), given("migrator.schema", "s", "s"),
			given("migrator.version-table", "v", "v"), given("migrator.history-table", "h", "h"),
			given("migrator.url", "jdbc:postgresql:x", "jdbc:postgresql:x"), given("migrator.username", "u", "u"),
			given("migrator.password", "p", "p"), given("migrator.transaction", "single", TransactionMode.SINGLE),
			given("migrator.statement-timeout", "2s", Duration.ofSeconds(2)),
			given("migrator.upload-timeout", "3s", Duration.ofSeconds(3)),
			given("migrator.session-time-zone", "Asia/Tokyo", "Asia/Tokyo"),
			given("migrator.on-changed-script", "ignore", OnChangedScript.IGNORE),
			given("migrator.on-unknown-revision", "warn", OnUnknownRevision.WARN),
			given("migrator.on-ddl-auto", "ignore", OnDdlAuto.IGNORE),
			given("migrator.allow-several-heads", "true", true), given("migrator.reset-allowed", "true", true),
			given("migrator.lock.wait", "4s", Duration.ofSeconds(4)),
			given("migrator.lock.timeout", "5s", Duration.ofSeconds(5)), given("migrator.lock.retries", "6", 6),
			given("migrator.lock.concurrent-wait", "7s", Duration.ofSeconds(7)),
			given("migrator.seed.locations", "file:seeds", List.of("file:seeds")),
			given("migrator.new-scripts.project-directory", "d", "d"),
			given("migrator.new-scripts.file-template", "{rev}", "{rev}"),
			given("migrator.new-scripts.zone", "Europe/Paris", ZoneId.of("Europe/Paris")),
			given("migrator.new-scripts.slug-length", "8", 8),
			given("migrator.new-scripts.sql-template", "s.template", "s.template"),
			given("migrator.new-scripts.java-template", "j.template", "j.template"),
			given("migrator.new-scripts.java-package", "com.example.db", "com.example.db"),
			given("migrator.new-scripts.hooks", "echo {file}", List.of("echo {file}")),
			given("migrator.autogenerate.schema-file", "schema.sql", "schema.sql"),
			given("migrator.autogenerate.entity-manager-factory", "orders", "orders"),
			given("migrator.autogenerate.drop", "enums", List.of(Droppable.ENUMS)),
			given("migrator.autogenerate.compare", "foreign-key-actions", List.of(ComparedKind.FOREIGN_KEY_ACTIONS)),
			given("migrator.autogenerate.accepted-differences", "src/accepted.txt", "src/accepted.txt"),
			given("migrator.autogenerate.include-schemas", "is", List.of("is")),
			given("migrator.autogenerate.exclude-schemas", "es", List.of("es")),
			given("migrator.autogenerate.include-tables", "it", List.of("it")),
			given("migrator.autogenerate.exclude-tables", "et", List.of("et")),
			given("migrator.autogenerate.exclude-columns", "ec", List.of("ec")),
			given("migrator.autogenerate.include-objects", "io", List.of("io")),
			given("migrator.autogenerate.exclude-objects", "eo", List.of("eo")),
			given("migrator.autogenerate.column-order", "aligned", ColumnOrder.ALIGNED),
			given("migrator.autogenerate.names.primary-key", "x_{table}_{columns}", "x_{table}_{columns}"),
			given("migrator.autogenerate.names.unique", "x_{table}_{columns}", "x_{table}_{columns}"),
			given("migrator.autogenerate.names.foreign-key", "x_{table}_{columns}", "x_{table}_{columns}"),
			given("migrator.autogenerate.names.check", "x_{table}_{columns}", "x_{table}_{columns}"),
			given("migrator.autogenerate.names.exclusion", "x_{table}_{columns}", "x_{table}_{columns}"),
			given("migrator.autogenerate.names.index", "x_{table}_{columns}", "x_{table}_{columns}"),
			given("migrator.autogenerate.foreign-key-index", "true", true),
			given("migrator.autogenerate.trial", "false", false));

	private final Map<String, JsonNode> metadata = new TreeMap<>(ConfigurationMetadata.read().properties());

	PropertyBindingTests() {
		this.metadata.keySet().removeIf((name) -> !name.startsWith("migrator."));
	}

	/**
	 * A property that is bound but never passed on does nothing.
	 */
	@Test
	void eachPropertyIsUsed() {
		assertThat(new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
			.importPackages("dev.migrator")
			.stream()
			.filter((type) -> type.getPackageName().equals(MigratorProperties.class.getPackageName())
					&& type.getSimpleName().endsWith("Properties"))
			.flatMap((type) -> type.getFields().stream())
			.filter((field) -> !field.getModifiers().contains(JavaModifier.STATIC))).hasSizeGreaterThan(30)
			.allSatisfy((field) -> assertThat(uses(field)).isNotEmpty());
	}

	private static List<String> uses(JavaField field) {
		Stream<JavaCodeUnit> readers = field.getAccessesToSelf().stream().map(JavaAccess::getOrigin);
		return readers.filter((reader) -> !reader.isConstructor() && !reader.getName().matches("set[A-Z].*"))
			.flatMap((reader) -> reader.getName().matches("(get|is)[A-Z].*")
					? reader.getCallsOfSelf().stream().map(JavaAccess::getOrigin) : Stream.of(reader))
			.map(JavaCodeUnit::getFullName)
			.toList();
	}

	@Test
	void everyPropertyThatIsSetArrives() {
		MigratorProperties properties = bind(GIVEN);

		assertThat(GIVEN).containsOnlyKeys(this.metadata.keySet());
		assertThat(GIVEN).allSatisfy((name, given) -> {
			assertThat(value(properties, name)).isEqualTo(given.value());
			assertThat(value(new MigratorProperties(), name)).isNotEqualTo(given.value());
		});
	}

	@Test
	void propertyAloneChangesNoOther() {
		MigratorProperties properties = bind(Map.of("migrator.lock.wait", GIVEN.get("migrator.lock.wait")));

		assertThat(this.metadata.keySet()).filteredOn((name) -> !name.equals("migrator.lock.wait"))
			.allSatisfy((name) -> assertThat(value(properties, name)).isEqualTo(value(new MigratorProperties(), name)));
	}

	@Test
	void defaultsAreThoseOfTheMetadata() {
		Map<String, Given> defaults = new TreeMap<>();
		this.metadata.forEach((name, property) -> {
			if (property.has("defaultValue")) {
				defaults.put(name, new Given(ConfigurationMetadata.defaultValue(property), name));
			}
		});
		MigratorProperties properties = bind(defaults);

		assertThat(this.metadata.keySet()).allSatisfy((name) -> {
			Object standard = value(new MigratorProperties(), name);
			assertThat(value(properties, name)).isEqualTo(standard);
			boolean none = standard == null || (standard instanceof Collection<?> values && values.isEmpty());
			assertThat(defaults.containsKey(name)).isNotEqualTo(none);
		});
	}

	private static MigratorProperties bind(Map<String, Given> values) {
		MockEnvironment environment = new MockEnvironment();
		values.forEach((name, given) -> environment.setProperty(name, given.text()));
		return Binder.get(environment).bind("migrator", MigratorProperties.class).get();
	}

	/**
	 * Getters are called like properties, without dashes.
	 */
	private static Object value(MigratorProperties properties, String name) {
		ConfigurationPropertyName parsed = ConfigurationPropertyName.of(name);
		BeanWrapperImpl bean = new BeanWrapperImpl(properties);
		for (int i = 1; i < parsed.getNumberOfElements() - 1; i++) {
			bean = new BeanWrapperImpl(bean.getPropertyValue(camelCase(parsed, i)));
		}
		return bean.getPropertyValue(camelCase(parsed, parsed.getNumberOfElements() - 1));
	}

	private static String camelCase(ConfigurationPropertyName name, int element) {
		StringBuilder text = new StringBuilder();
		for (String part : name.getElement(element, Form.ORIGINAL).split("-")) {
			text.append(text.isEmpty() ? part : Character.toUpperCase(part.charAt(0)) + part.substring(1));
		}
		return text.toString();
	}

	private static Map.Entry<String, Given> given(String name, String text, Object value) {
		return Map.entry(name, new Given(text, value));
	}

	/**
	 * What a property is set to, and what that is as a value.
	 */
	private record Given(String text, Object value) {

	}

}
