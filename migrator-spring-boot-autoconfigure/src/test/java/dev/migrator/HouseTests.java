package dev.migrator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The floors of the house: a package stands above all that it imports.
 */
class HouseTests {

	private static final List<String> FLOORS = List.of("problem", "revision", "schema", "operation", "dialect",
			"script", "execution", "autogenerate", "", "cli", "actuate", "autoconfigure");

	private static final JavaClasses house = new ClassFileImporter()
		.withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
		.importPackages("dev.migrator");

	@ParameterizedTest
	@MethodSource("floors")
	void floorImportsOnlyWhatIsBelow(String floor) {
		String[] above = FLOORS.subList(FLOORS.indexOf(floor) + 1, FLOORS.size())
			.stream()
			.map(HouseTests::packageOf)
			.toArray(String[]::new);

		noClasses().that()
			.resideInAPackage(packageOf(floor))
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage(above)
			.allowEmptyShould(true)
			.check(house);
	}

	static List<String> floors() {
		return FLOORS.subList(0, FLOORS.size() - 1);
	}

	/**
	 * The values of autogenerate are below, the way from reading to a list of changes on
	 * top.
	 */
	@Test
	void roomsOfAutogenerateImportOnlyWhatIsBelow() {
		List<String> rooms = List.of("autogenerate", "autogenerate.rule", "autogenerate.order",
				"autogenerate.comparison", "autogenerate.online", "autogenerate.trial");
		for (int i = 0; i < rooms.size(); i++) {
			noClasses().that()
				.resideInAPackage("dev.migrator." + rooms.get(i))
				.should()
				.dependOnClassesThat()
				.resideInAnyPackage(rooms.subList(i + 1, rooms.size())
					.stream()
					.map((room) -> "dev.migrator." + room)
					.toArray(String[]::new))
				.allowEmptyShould(true)
				.check(house);
		}
	}

	@Test
	void everyPackageIsOfAFloor() {
		assertThat(house)
			.extracting((type) -> type.getPackageName().replaceFirst("dev\\.migrator\\.?", "").split("\\.")[0])
			.hasSameElementsAs(FLOORS);
	}

	@Test
	void contributorsAreToldTheFloors() throws IOException {
		String floors = FLOORS.stream()
			.map((floor) -> "`" + (floor.isEmpty() ? "dev.migrator" : floor) + "`")
			.collect(Collectors.joining(", ", "From the ground up: ", "."));

		assertThat(Files.readString(Path.of("../CONTRIBUTING.md")).replace('\n', ' ')).contains(floors);
	}

	@Test
	void packagesHaveNoCycles() {
		slices().matching("dev.migrator.(*)..").should().beFreeOfCycles().check(house);
	}

	@Test
	void commandLineAndActuatorDoNotKnowEachOther() {
		noClasses().that()
			.resideInAPackage("dev.migrator.cli..")
			.should()
			.dependOnClassesThat()
			.resideInAPackage("dev.migrator.actuate..")
			.allowEmptyShould(true)
			.check(house);
	}

	@Test
	void onlyTheTopFloorsKnowSpringBoot() {
		noClasses().that()
			.resideOutsideOfPackages("dev.migrator.autoconfigure..", "dev.migrator.actuate..", "dev.migrator.cli..")
			.should()
			.dependOnClassesThat()
			.resideInAPackage("org.springframework.boot..")
			.check(house);
	}

	@Test
	void theLowestFloorsKnowNeitherSpringNorJdbc() {
		noClasses().that()
			.resideInAnyPackage("dev.migrator.problem..", "dev.migrator.revision..", "dev.migrator.schema..",
					"dev.migrator.operation..")
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage("org.springframework..", "java.sql..", "javax.sql..", "org.postgresql..")
			.check(house);
	}

	@Test
	void onlyTheDialectKnowsTheDriver() {
		noClasses().that()
			.resideOutsideOfPackage("dev.migrator.dialect..")
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
			if (!file.startsWith(Path.of("src/main/java/dev/migrator/dialect"))) {
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

	private static String packageOf(String floor) {
		return floor.isEmpty() ? "dev.migrator" : "dev.migrator." + floor + "..";
	}

}
