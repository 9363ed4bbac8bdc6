package dev.migrator.sample.commandline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.migrator.sample.Database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * A new project of a user, which is built with Maven and has one entity. What it needs of
 * the migrator is what the build around these tests has packaged.
 */
final class PlannerProject {

	private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

	private static final String VERSION = found("pom.xml",
			"<artifactId>migrator</artifactId>\\s*<version>([^<]+)</version>");

	private static final String POM = """
			<?xml version="1.0" encoding="UTF-8"?>
			<project xmlns="http://maven.apache.org/POM/4.0.0">
				<modelVersion>4.0.0</modelVersion>
				<groupId>com.example</groupId>
				<artifactId>planner</artifactId>
				<version>1</version>
				<properties>
					<maven.compiler.release>17</maven.compiler.release>
					<project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>
				</properties>
				<dependencyManagement>
					<dependencies>
						<dependency>
							<groupId>org.springframework.boot</groupId>
							<artifactId>spring-boot-dependencies</artifactId>
							<version>%1$s</version>
							<type>pom</type>
							<scope>import</scope>
						</dependency>
					</dependencies>
				</dependencyManagement>
				<dependencies>
					<dependency>
						<groupId>dev.migrator</groupId>
						<artifactId>migrator-spring-boot-starter</artifactId>
						<version>%2$s</version>
					</dependency>
					<dependency>
						<groupId>org.springframework.boot</groupId>
						<artifactId>spring-boot-starter-data-jpa</artifactId>
					</dependency>
					<dependency>
						<groupId>org.postgresql</groupId>
						<artifactId>postgresql</artifactId>
					</dependency>
					<!-- more -->
				</dependencies>
				<build>
					<plugins>
						<plugin>
							<groupId>org.springframework.boot</groupId>
							<artifactId>spring-boot-maven-plugin</artifactId>
							<version>%1$s</version>
							<executions>
								<execution>
									<goals>
										<goal>repackage</goal>
									</goals>
								</execution>
							</executions>
						</plugin>
					</plugins>
					<pluginManagement>
						<plugins>
							%3$s
						</plugins>
					</pluginManagement>
				</build>
			</project>
			""";

	private final Path directory;

	private Map<String, String> environment = Map.of();

	private PlannerProject(Path directory) {
		this.directory = directory;
	}

	/**
	 * Creates the project as its user would: with the first command, {@code init}.
	 * @param folder an empty folder
	 */
	static PlannerProject in(Path folder) throws IOException {
		PlannerProject project = new PlannerProject(folder.toRealPath());
		assumeMaven();
		project.write("pom.xml", POM.formatted(found("pom.xml", "<spring-boot.version>([^<]+)<"), VERSION, plugins()));
		project.write(".mvn/maven.config", "-Dmaven.repo.local=" + repository() + "\n");
		project.write("src/main/java/com/example/PlannerApplication.java", """
				package com.example;

				import org.springframework.boot.SpringApplication;
				import org.springframework.boot.autoconfigure.SpringBootApplication;

				@SpringBootApplication
				public class PlannerApplication {

					public static void main(String[] arguments) {
						SpringApplication.run(PlannerApplication.class, arguments);
					}

				}
				""");
		project.write("src/main/java/com/example/Goal.java", """
				package com.example;

				import jakarta.persistence.Entity;
				import jakarta.persistence.GeneratedValue;
				import jakarta.persistence.Id;

				@Entity
				class Goal {

					@Id
					@GeneratedValue
					Long id;

					String title;

				}
				""");
		project.write("src/main/resources/application.properties", """
				spring.datasource.url=${PLANNER_URL:jdbc:postgresql://localhost:1/nowhere}
				spring.datasource.username=postgres
				spring.jpa.hibernate.ddl-auto=validate
				migrator.new-scripts.file-template={rev}_{slug}
				""");
		assertThat(project.springBootRun("init").exitCode()).isZero();
		return project;
	}

	/**
	 * The versions of the plugins, as this build has them.
	 */
	private static String plugins() {
		return Stream.of("clean", "compiler", "resources", "surefire", "jar", "dependency")
			.map((name) -> "maven-" + name + "-plugin")
			.map((name) -> "<plugin><artifactId>%s</artifactId><version>%s</version></plugin>".formatted(name,
					found("pom.xml", "<artifactId>" + name + "</artifactId>\\s*<version>([^<]+)</version>")))
			.reduce("", String::concat);
	}

	private static String found(String file, String pattern) {
		try {
			Matcher matcher = Pattern.compile(pattern).matcher(Files.readString(ROOT.resolve(file)));
			assertThat(matcher.find()).as(pattern).isTrue();
			return matcher.group(1);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void assumeMaven() throws IOException {
		boolean there = Stream.of(System.getenv("PATH").split(":"))
			.anyMatch((folder) -> Files.isExecutable(Path.of(folder, "mvn")));
		assumeTrue(there, "mvn is not on the PATH");
		assumeTrue(Files.exists(jar()), () -> "The starter was not packaged: " + jar());
	}

	private static Path jar() {
		String name = "migrator-spring-boot-autoconfigure";
		return ROOT.resolve(name).resolve("target").resolve(name + "-" + VERSION + ".jar");
	}

	/**
	 * The user's repository, in which the migrator alone is another one.
	 */
	private static Path repository() throws IOException {
		Path repository = Path.of("target/planner-repository").toAbsolutePath();
		Path users = Path
			.of(System.getProperty("maven.repo.local", System.getProperty("user.home") + "/.m2/repository"));
		assumeTrue(Files.isDirectory(users), () -> "There is no local repository at " + users);
		Files.createDirectories(repository.resolve("dev"));
		for (Path folder : List.of(users, users.resolve("dev"))) {
			Path here = repository.resolve(users.relativize(folder));
			try (Stream<Path> groups = Files.list(folder)) {
				for (Path group : groups.toList()) {
					String name = group.getFileName().toString();
					boolean linked = Files.exists(here.resolve(name));
					if (Files.isDirectory(group) && !linked && !name.equals("dev") && !name.equals("migrator")) {
						Files.createSymbolicLink(here.resolve(name), group);
					}
				}
			}
		}
		for (String artifact : List.of("migrator", "migrator-spring-boot-starter",
				"migrator-spring-boot-autoconfigure")) {
			Path folder = Files
				.createDirectories(repository.resolve("dev/migrator").resolve(artifact).resolve(VERSION));
			Path module = artifact.equals("migrator") ? ROOT : ROOT.resolve(artifact);
			Files.copy(module.resolve("pom.xml"), folder.resolve(artifact + "-" + VERSION + ".pom"),
					StandardCopyOption.REPLACE_EXISTING);
			Path jar = module.resolve("target").resolve(artifact + "-" + VERSION + ".jar");
			if (Files.exists(jar)) {
				Files.copy(jar, folder.resolve(jar.getFileName()), StandardCopyOption.REPLACE_EXISTING);
			}
		}
		return repository;
	}

	void use(Database database) {
		this.environment = Map.of("PLANNER_URL",
				"jdbc:postgresql://localhost:%d/%s".formatted(database.port(), database.name()));
	}

	/**
	 * Runs a command with the script that {@code init} wrote.
	 */
	Command launcher(String... command) {
		return run(Stream.concat(Stream.of("./migrator"), Stream.of(command)).toList());
	}

	/**
	 * Runs a command of the packaged application.
	 */
	Command jar(String... command) {
		return run(Stream
			.concat(Stream.of(java(), "-XX:TieredStopAtLevel=1", "-Duser.home=" + path("home"), "-jar",
					"target/planner-1.jar", "migrator"), Stream.of(command))
			.toList());
	}

	/**
	 * Runs a command with the plugin of Spring Boot.
	 */
	Command springBootRun(String... command) {
		return run(List.of("mvn", "-q", "spring-boot:run",
				"-Dspring-boot.run.arguments=migrator " + String.join(" ", command)));
	}

	/**
	 * Runs a command in a JVM as the launcher starts it.
	 * @param flag one more flag of the JVM
	 */
	Command java(String flag, String... command) {
		return run(Stream
			.concat(Stream.of(java(), "@target/migrator/java.args", flag, "com.example.PlannerApplication", "migrator"),
					Stream.of(command))
			.toList());
	}

	void maven(String goal) {
		Command command = run(List.of("mvn", "-q", goal));
		assertThat(command.exitCode()).as(command.out() + command.err()).isZero();
	}

	private static String java() {
		return Path.of(System.getProperty("java.home"), "bin", "java").toString();
	}

	private Command run(List<String> line) {
		Map<String, String> variables = new HashMap<>(this.environment);
		variables.put("JAVA_HOME", System.getProperty("java.home"));
		variables.put("EDITOR", "cat");
		variables.put("VISUAL", "cat");
		return ApplicationProcess.ended(this.directory, variables, new ArrayList<>(line));
	}

	/**
	 * Leaves out of an answer what differs from one run to another, and what Maven adds.
	 */
	Command withoutTimes(Command command) {
		return new Command(command.exitCode(), withoutTimes(command.out()), withoutTimes(command.err()));
	}

	private String withoutTimes(String text) {
		return text.replace(this.directory.toString(), "PROJECT")
			.replaceAll("\u001b\\[[0-9;]*m", "")
			.replaceAll("(?m)^\\[(ERROR|INFO|WARNING)].*\\R", "")
			.replaceAll("localhost:\\d+/test_\\d+", "DATABASE")
			.replaceAll("in [0-9.,]+ (ms|s)\\b", "in TIME")
			.replaceAll("PT[0-9.]+S", "TIME")
			.replaceAll("\\d{4}-\\d\\d-\\d\\d[ T]\\d\\d:\\d\\d:\\d\\d(Z| UTC)", "WHEN");
	}

	Path path(String name) {
		return this.directory.resolve(name);
	}

	void write(String name, String text) throws IOException {
		Files.createDirectories(path(name).getParent());
		Files.writeString(path(name), text);
	}

	String read(String name) throws IOException {
		return Files.readString(path(name));
	}

	void delete(String name) throws IOException {
		Files.delete(path(name));
	}

}
