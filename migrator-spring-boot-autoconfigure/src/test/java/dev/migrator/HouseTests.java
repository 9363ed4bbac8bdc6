package dev.migrator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.autoconfigure.AutoConfiguration;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The rooms of the house: a package stands above all that it imports.
 */
class HouseTests {

	private static final long LARGEST_ROOM = 25;

	/**
	 * Each shows users little of much: what only its own classes call is hidden.
	 */
	private static final Set<String> LARGE_ROOMS = Set.of("dev.migrator.script", "dev.migrator.revision",
			"dev.migrator.operation");

	private static final List<String> FLOORS = List.of("problem", "launcher", "revision", "schema", "operation",
			"dialect", "script", "execution", "autogenerate", "result", "command", "", "cli", "actuate",
			"autoconfigure");

	/**
	 * The rooms from the ground up. Each may use those before it.
	 */
	private static final List<String> ROOMS = List.of("internal.problem", "problem", "internal.launcher", "launcher",
			"revision", "schema", "schema.element", "internal.schema", "operation.source", "operation",
			"internal.dialect.lexer", "internal.dialect.error", "internal.dialect.address",
			"internal.dialect.connection", "internal.dialect.text", "internal.dialect.catalog", "internal.dialect.ddl",
			"internal.dialect.inspection", "internal.dialect.session", "internal.dialect.normalform",
			"internal.dialect.scratch", "internal.dialect.store", "internal.dialect.surroundings",
			"internal.dialect.definition", "internal.dialect.value", "internal.script.text", "internal.script.index",
			"script", "internal.script", "internal.script.project", "internal.script.writing",
			"internal.execution.words", "execution", "internal.execution.state", "internal.execution.failure",
			"internal.execution.watch", "internal.execution.lock", "internal.execution.statement",
			"internal.execution.run", "internal.execution.print", "internal.execution.seed", "autogenerate.convention",
			"autogenerate", "autogenerate.draft", "internal.autogenerate.convention", "internal.autogenerate.situation",
			"internal.autogenerate.order", "internal.autogenerate.rule", "internal.autogenerate.rename",
			"internal.autogenerate.acceptance", "internal.autogenerate.model", "internal.autogenerate.comparison",
			"internal.autogenerate.hibernate", "internal.autogenerate.online", "internal.autogenerate.schemafile",
			"internal.autogenerate.revision", "internal.autogenerate.baseline", "result", "internal.command",
			"internal.command.development", "", "internal.cli.application", "internal.cli.drawing",
			"internal.cli.output", "internal.cli.completion", "internal.cli.option", "internal.cli.report",
			"internal.cli.development", "internal.cli.command", "internal.cli", "actuate", "autoconfigure.properties",
			"internal.autoconfigure.bean", "internal.autoconfigure.model", "internal.autoconfigure.revision",
			"internal.autoconfigure.start", "internal.autoconfigure.tool", "internal.autoconfigure.aot",
			"autoconfigure", "internal.autoconfigure.url");

	private static final JavaClasses house = new ClassFileImporter()
		.withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
		.importPackages("dev.migrator");

	@ParameterizedTest
	@MethodSource("rooms")
	void roomImportsOnlyWhatIsBelow(String room) {
		String[] above = ROOMS.subList(ROOMS.indexOf(room) + 1, ROOMS.size())
			.stream()
			.map(HouseTests::packageOf)
			.toArray(String[]::new);

		noClasses().that()
			.resideInAPackage(packageOf(room))
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage(above)
			.check(house);
	}

	static List<String> rooms() {
		return ROOMS.subList(0, ROOMS.size() - 1);
	}

	@Test
	void everyRoomIsKnown() {
		assertThat(house).extracting(JavaClass::getPackageName)
			.hasSameElementsAs(ROOMS.stream().map(HouseTests::packageOf).toList());
	}

	/**
	 * A floor is what is public of it and what is internal.
	 */
	@Test
	void roomsOfAFloorStandTogether() {
		assertThat(ROOMS.stream().map(HouseTests::floorOf).reduce(new ArrayList<String>(), (floors, floor) -> {
			if (floors.isEmpty() || !floors.get(floors.size() - 1).equals(floor)) {
				floors.add(floor);
			}
			return floors;
		}, (first, second) -> first)).isEqualTo(FLOORS);
	}

	@Test
	void roomsAreUnderstoodAlone() {
		Map<String, Long> sizes = house.stream()
			.filter((type) -> type.isTopLevelClass() && !type.getSimpleName().equals("package-info")
					&& !LARGE_ROOMS.contains(type.getPackageName()))
			.collect(Collectors.groupingBy(JavaClass::getPackageName, TreeMap::new, Collectors.counting()));

		assertThat(sizes).allSatisfy((room, size) -> assertThat(size).isLessThanOrEqualTo(LARGEST_ROOM));
	}

	@Test
	void contributorsAreToldTheFloors() throws IOException {
		String floors = FLOORS.stream()
			.map((floor) -> "`" + (floor.isEmpty() ? "dev.migrator" : floor) + "`")
			.collect(Collectors.joining(", ", "From the ground up: ", "."));

		assertThat(Files.readString(Path.of("../CONTRIBUTING.md")).replace('\n', ' ')).contains(floors);
	}

	@Test
	void commandLineAndActuatorDoNotKnowEachOther() {
		noClasses().that()
			.resideInAPackage("dev.migrator.internal.cli..")
			.should()
			.dependOnClassesThat()
			.resideInAPackage("dev.migrator.actuate..")
			.allowEmptyShould(true)
			.check(house);
	}

	@Test
	void onlyTheTopFloorsKnowSpringBoot() {
		noClasses().that()
			.resideOutsideOfPackages("dev.migrator.autoconfigure..", "dev.migrator.internal.autoconfigure..",
					"dev.migrator.actuate..", "dev.migrator.internal.cli..")
			.should()
			.dependOnClassesThat()
			.resideInAPackage("org.springframework.boot..")
			.check(house);
	}

	@Test
	void theLowestFloorsKnowNeitherSpringNorJdbc() {
		noClasses().that()
			.resideInAnyPackage("dev.migrator.problem..", "dev.migrator.internal.problem..", "dev.migrator.revision..",
					"dev.migrator.internal.revision..", "dev.migrator.schema..", "dev.migrator.internal.schema..",
					"dev.migrator.operation..")
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage("org.springframework..", "java.sql..", "javax.sql..", "org.postgresql..")
			.check(house);
	}

	@Test
	void onlyTheDialectKnowsTheDriver() {
		noClasses().that()
			.resideOutsideOfPackage("dev.migrator.internal.dialect..")
			.should()
			.dependOnClassesThat()
			.resideInAPackage("org.postgresql..")
			.check(house);
	}

	/**
	 * Messages may quote SQL, and settings may be called like it.
	 */
	@Test
	void onlyTheDialectWritesSql() throws IOException {
		Pattern text = Pattern.compile("\"\"\"\\s*\\n(.*?)\"\"\"|\"((?:[^\"\\\\\\n]|\\\\.)*)\"", Pattern.DOTALL);
		Pattern sql = Pattern.compile("^\\s*(?:(?:SELECT|INSERT INTO|DELETE FROM|MERGE INTO|SET LOCAL|SET CONSTRAINTS|"
				+ "SAVEPOINT|RELEASE|COMMENT ON|GRANT|REVOKE|REINDEX|REFRESH|RENAME|TRUNCATE|ANALYZE|VACUUM|LOCK TABLE) "
				+ "|UPDATE \\S+ SET |(?:BEGIN|COMMIT|ROLLBACK)\\b|(?:CREATE|ALTER|DROP) [A-Z]++(?! CONCURRENTLY gives)"
				+ "|(?:select|with recursive|insert into|delete from) )|pg_catalog\\.|to_regclass\\(|current_setting\\(|"
				+ "(?:clock|transaction|statement)_timestamp|::(?:text|regclass|int|bigint|jsonb)\\b",
				Pattern.MULTILINE);
		Map<String, String> found = new TreeMap<>();
		for (Path file : sources()) {
			if (!file.startsWith(Path.of("src/main/java/dev/migrator/internal/dialect"))) {
				Matcher texts = text.matcher(Files.readString(file).replaceAll("(?s)/\\*.*?\\*/", ""));
				while (texts.find()) {
					String literal = (texts.group(1) != null) ? texts.group(1) : texts.group(2);
					if (sql.matcher(literal).find()) {
						found.put(file.getFileName().toString(), literal);
					}
				}
			}
		}

		assertThat(found).isEmpty();
	}

	private static List<Path> sources() throws IOException {
		try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
			return files.filter(Files::isRegularFile).toList();
		}
	}

	@Test
	void packagesAreNullMarked() {
		classes().that().haveSimpleName("package-info").should().beAnnotatedWith(NullMarked.class).check(house);
	}

	@Test
	void autoConfigurationsShowNothingButThemselves() {
		classes().that().areAnnotatedWith(AutoConfiguration.class).should().bePublic().check(house);
		methods().that()
			.areDeclaredInClassesThat()
			.areAnnotatedWith(AutoConfiguration.class)
			.should()
			.notBePublic()
			.check(house);
	}

	@Test
	void nothingIsCalledAfterWhatItIsNot() {
		noClasses().should()
			.haveSimpleNameEndingWith("Util")
			.orShould()
			.haveSimpleNameEndingWith("Utils")
			.orShould()
			.haveSimpleNameEndingWith("Helper")
			.orShould()
			.haveSimpleNameEndingWith("Manager")
			.orShould()
			.haveSimpleNameEndingWith("Impl")
			.check(house);
	}

	/**
	 * {@code %d} writes the digits of the locale, {@code toLowerCase()} its letters.
	 */
	@Test
	void nothingIsWrittenInTheLocaleOfTheProcess() throws IOException {
		Pattern localized = Pattern
			.compile("%(\\d+\\$)?[-0-9,.]*[dfeg]|String\\.format\\(|\\.to(Lower|Upper)Case\\(\\)");

		try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
			assertThat(files.filter(Files::isRegularFile)).isNotEmpty()
				.allSatisfy((file) -> assertThat(Files.readAllLines(file))
					.filteredOn((line) -> !line.contains("Locale.ROOT"))
					.noneMatch(localized.asPredicate()));
		}
	}

	private static String packageOf(String room) {
		return room.isEmpty() ? "dev.migrator" : "dev.migrator." + room;
	}

	private static String floorOf(String room) {
		return room.replaceFirst("^internal\\.", "").split("\\.")[0];
	}

}
