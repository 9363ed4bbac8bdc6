package dev.migrator.internal.launcher;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The file of arguments is read by a JVM as it was meant.
 */
class JavaArgumentsTests {

	@ParameterizedTest
	@ValueSource(strings = { "plain", "with blanks", "back\\slash", "quo\"te", "it's", "$HOME", "#comment" })
	void classPathArrives(String name, @TempDir Path directory) throws Exception {
		Folder folder = Folder.builtWithMaven(Files.createDirectory(directory.resolve(name)));
		folder.classPath(folder.path().resolve("lib/a.jar"));
		JavaArguments arguments = new JavaArguments(folder.module());
		ClassPath classPath = ClassPath.of(folder.module());

		arguments.write(classPath);

		Process process = new ProcessBuilder(arguments.command(List.of("-XshowSettings:properties", "-version")))
			.redirectErrorStream(true)
			.start();
		String settings = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		assertThat(process.waitFor()).isZero();
		assertThat(settings).contains(folder.path().resolve("lib/a.jar").toString())
			.contains(folder.path().resolve("target/classes").toString());
	}

	@ParameterizedTest
	@CsvSource({ "JDK_JAVA_OPTIONS, -XX:+UseG1GC", "JAVA_TOOL_OPTIONS, -XX:+UseParallelGC",
			"JDK_JAVA_OPTIONS, -XX:+UseSerialGC" })
	void collectorOfTheUserIsUsed(String variable, String flag, @TempDir Path directory) throws Exception {
		assertThat(flags(directory, variable, flag)).containsPattern(flag.substring(5) + " +:?= true");
	}

	@Test
	void collectorIsTheSerialOneByDefault(@TempDir Path directory) throws Exception {
		assertThat(flags(directory, "JDK_JAVA_OPTIONS", "-Dnothing")).containsPattern("UseSerialGC +:?= true");
	}

	private static String flags(Path directory, String variable, String value) throws Exception {
		Folder folder = Folder.builtWithMaven(directory);
		JavaArguments arguments = new JavaArguments(folder.module());
		arguments.write(ClassPath.of(folder.module()));
		ProcessBuilder java = new ProcessBuilder(arguments.command(List.of("-XX:+PrintFlagsFinal", "-version")))
			.redirectErrorStream(true);
		java.environment().put(variable, value);
		Process process = java.start();
		String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		assertThat(process.waitFor()).as(output).isZero();
		return output;
	}

	@Test
	void jarsComeBeforeFolders(@TempDir Path directory) {
		Folder folder = Folder.builtWithMaven(directory);
		folder.classPath("/m/target/classes", "/b.jar", "/a.jar");

		ClassPath classPath = ClassPath.of(folder.module());

		assertThat(classPath.jars()).containsExactly(Path.of("/b.jar"), Path.of("/a.jar"));
		assertThat(classPath.folders()).containsExactly(directory.resolve("target/classes"),
				Path.of("/m/target/classes"));
	}

}
