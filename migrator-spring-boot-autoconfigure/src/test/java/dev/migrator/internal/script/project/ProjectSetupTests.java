package dev.migrator.internal.script.project;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import dev.migrator.internal.script.project.SetupStep.Outcome;
import dev.migrator.internal.script.writing.SourceProject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.ByteArrayResource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The first steps in a project.
 */
class ProjectSetupTests {

	private static final String RESOURCES = "src/main/resources/";

	private SourceProject project;

	private ProjectSetup setup;

	@BeforeEach
	void setUp(@TempDir Path directory) {
		this.project = SourceProject.in(directory);
		this.setup = new ProjectSetup(new Project(directory));
	}

	@Test
	void emptyProjectGetsAFolderAndAConfiguration() {
		List<SetupStep> steps = this.setup.init(null);

		assertThat(steps).extracting(SetupStep::outcome).containsExactly(Outcome.CREATED, Outcome.CREATED);
		assertThat(this.project.files()).containsExactly(RESOURCES + "application.properties",
				RESOURCES + "db/revisions/.gitkeep");
		assertThat(this.project.read(RESOURCES + "application.properties")).isEqualTo("""
				# Revisions of the database are in db/revisions; the application applies them when it starts.
				# With JPA: spring.jpa.hibernate.ddl-auto=validate, so that only revisions change the schema.
				#migrator.locations=classpath:db/revisions
				#migrator.startup=upgrade
				""");
	}

	@Test
	void launcherIsWrittenBesideTheBuildFile(@TempDir Path directory) throws IOException {
		SourceProject maven = SourceProject.in(directory);
		Files.writeString(directory.resolve("pom.xml"), "<project/>");

		List<SetupStep> steps = new ProjectSetup(new Project(directory)).init("com.example.Planner");

		assertThat(steps).extracting(SetupStep::outcome)
			.containsExactly(Outcome.CREATED, Outcome.CREATED, Outcome.CREATED, Outcome.CREATED);
		assertThat(maven.files()).contains("migrator", "migrator.cmd");
		assertThat(directory.resolve("migrator")).isExecutable();
	}

	@Test
	void launcherThatWasChangedStays(@TempDir Path directory) throws IOException {
		Files.createDirectories(directory.resolve(RESOURCES));
		Files.writeString(directory.resolve("pom.xml"), "<project/>");
		Files.writeString(directory.resolve("migrator"), "mine");

		List<SetupStep> steps = new ProjectSetup(new Project(directory)).init("com.example.Planner");

		assertThat(steps.get(2).outcome()).isEqualTo(Outcome.LEFT_ALONE);
		assertThat(directory.resolve("migrator")).content().isEqualTo("mine");
	}

	@Test
	void secondTimeNothingIsDone() {
		this.project.script("a");
		this.setup.init(null);
		String before = this.project.read(RESOURCES + "application.properties");

		List<SetupStep> steps = this.setup.init(null);

		assertThat(steps).extracting(SetupStep::outcome).containsOnly(Outcome.LEFT_ALONE);
		assertThat(this.project.read(RESOURCES + "application.properties")).isEqualTo(before);
		assertThat(this.project.files()).doesNotContain(RESOURCES + "db/revisions/.gitkeep");
	}

	@Test
	void configurationThatIsThereStaysAsItIs() {
		this.project.file(RESOURCES + "application.properties", "a=ü\r\nb=1\\");

		this.setup.init(null);

		assertThat(this.project.read(RESOURCES + "application.properties"))
			.startsWith("a=ü\r\nb=1\\\r\n\r\n# Revisions of the database")
			.endsWith("#migrator.startup=upgrade\r\n");
	}

	@ParameterizedTest
	@ValueSource(strings = { "application.yml", "application.yaml", "config/application.yml" })
	void yamlGetsYaml(String name) {
		this.project.file(RESOURCES + name, "spring:\n  application:\n    name: x\n");

		this.setup.init(null);

		assertThat(this.project.read(RESOURCES + name)).isEqualTo("""
				spring:
				  application:
				    name: x

				# Revisions of the database are in db/revisions; the application applies them when it starts.
				# With JPA: spring.jpa.hibernate.ddl-auto=validate, so that only revisions change the schema.
				#migrator:
				#  locations: classpath:db/revisions
				#  startup: upgrade
				""");
	}

	@Test
	void aTemplateIsUsedAfterTheConfigurationWasDescribed() {
		this.setup.init(null);

		SetupStep step = this.setup.copy(BuiltInTemplate.SQL).get(2);

		assertThat(step.outcome()).isEqualTo(Outcome.APPENDED);
		assertThat(this.project.read(RESOURCES + "application.properties")).isEqualTo("""
				# Revisions of the database are in db/revisions; the application applies them when it starts.
				# With JPA: spring.jpa.hibernate.ddl-auto=validate, so that only revisions change the schema.
				#migrator.locations=classpath:db/revisions
				#migrator.startup=upgrade

				migrator.new-scripts.sql-template=src/main/resources/db/revision.sql.template
				""");
	}

	@ParameterizedTest
	@ValueSource(strings = { "# migrator:\n", "a: 1\n#migrator:\n#  startup: none\n" })
	void yamlWithTheKeyInACommentGetsAMapping(String text) {
		this.project.file(RESOURCES + "application.yml", text);

		this.setup.copy(BuiltInTemplate.SQL);

		assertThat(this.project.read(RESOURCES + "application.yml")).isEqualTo(
				text + "\nmigrator:\n  new-scripts:\n    sql-template: src/main/resources/db/revision.sql.template\n");
	}

	@ParameterizedTest
	@ValueSource(strings = { "migrator:\n  startup: none\n", "a: 1\n\"migrator\":\n  startup: none\n",
			"migrator.startup: none\n" })
	void yamlThatHasTheMappingGetsAKeyBesideIt(String text) throws IOException {
		this.project.file(RESOURCES + "application.yml", text);

		this.setup.copy(BuiltInTemplate.SQL);

		String written = this.project.read(RESOURCES + "application.yml");
		assertThat(written)
			.isEqualTo(text + "\nmigrator.new-scripts.sql-template: src/main/resources/db/revision.sql.template\n");
		List<PropertySource<?>> read = new YamlPropertySourceLoader().load("x",
				new ByteArrayResource(written.getBytes(StandardCharsets.UTF_8)));
		assertThat(read.get(0).getProperty("migrator.startup")).isEqualTo("none");
		assertThat(read.get(0).getProperty("migrator.new-scripts.sql-template"))
			.isEqualTo("src/main/resources/db/revision.sql.template");
	}

	@ParameterizedTest
	@ValueSource(strings = { "migrator:\n  new-scripts:\n    sql-template: mine.sql\n",
			"migrator:\n  new-scripts.sql-template: mine.sql\n", "migrator.new-scripts:\n  sql-template: mine.sql\n",
			"migrator.newScripts.sqlTemplate: mine.sql\n" })
	void aTemplateThatIsSetStays(String text) {
		this.project.file(RESOURCES + "application.yml", text);

		SetupStep step = this.setup.copy(BuiltInTemplate.SQL).get(2);

		assertThat(step.outcome()).isEqualTo(Outcome.LEFT_ALONE);
		assertThat(step.note()).isEqualTo("it sets migrator.new-scripts.sql-template already");
		assertThat(this.project.read(RESOURCES + "application.yml")).isEqualTo(text);
	}

	@Test
	void bothTemplatesMayBeHad() {
		this.setup.copy(BuiltInTemplate.SQL);
		this.setup.copy(BuiltInTemplate.JAVA);
		this.setup.copy(BuiltInTemplate.SQL);

		assertThat(this.project.read(RESOURCES + "application.properties")).isEqualTo("""
				# Revisions of the database are in db/revisions; the application applies them when it starts.
				migrator.new-scripts.sql-template=src/main/resources/db/revision.sql.template

				migrator.new-scripts.java-template=src/main/resources/db/revision.java.template
				""");
	}

	@Test
	void settingIsNotMadeForOneProfileOnly() {
		this.project.file(RESOURCES + "application.yml", "a: 1\n---\nspring.config.activate.on-profile: dev\n");

		this.setup.copy(BuiltInTemplate.SQL);

		assertThat(this.project.read(RESOURCES + "application.yml")).contains("dev\n\n---\n# Revisions")
			.endsWith("migrator:\n  new-scripts:\n    sql-template: src/main/resources/db/revision.sql.template\n");
	}

	@ParameterizedTest
	@EnumSource(BuiltInTemplate.class)
	void templateIsCopiedAndUsed(BuiltInTemplate template) {
		List<SetupStep> steps = this.setup.copy(template);

		assertThat(steps).hasSize(3).extracting(SetupStep::outcome).containsOnly(Outcome.CREATED);
		assertThat(this.project.read(RESOURCES + "db/revision." + template.label() + ".template"))
			.isEqualTo(template.text());
		assertThat(this.project.read(RESOURCES + "application.properties")).endsWith("\nmigrator.new-scripts."
				+ template.label() + "-template=src/main/resources/db/revision." + template.label() + ".template\n");
	}

	@Test
	void templateThatIsThereIsNotOverwritten() {
		this.project.file(RESOURCES + "db/revision.sql.template", "mine");

		assertThat(this.setup.copy(BuiltInTemplate.SQL)).extracting(SetupStep::outcome)
			.containsExactly(Outcome.CREATED, Outcome.LEFT_ALONE, Outcome.CREATED);
		assertThat(this.project.read(RESOURCES + "db/revision.sql.template")).isEqualTo("mine");
	}

	@Test
	void templatesHaveLabels() {
		assertThat(BuiltInTemplate.find("java")).contains(BuiltInTemplate.JAVA);
		assertThat(BuiltInTemplate.find("none")).isEmpty();
		assertThat(BuiltInTemplate.values()).allSatisfy((template) -> {
			assertThat(template.label()).matches("[a-z]+");
			assertThat(template.description()).doesNotContain("\n").isNotBlank();
		});
	}

}
