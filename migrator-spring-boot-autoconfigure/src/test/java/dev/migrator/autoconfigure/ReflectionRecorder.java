package dev.migrator.autoconfigure;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.migrator.example.store.StoreApplication;
import org.springframework.aot.agent.RecordedInvocation;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.test.agent.RuntimeHintsInvocations;
import org.springframework.aot.test.agent.RuntimeHintsRecorder;
import org.springframework.aot.test.generate.TestGenerationContext;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.aot.ApplicationContextAotGenerator;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Runs commands while Spring's agent records what they do by reflection, and compares
 * that with the hints of the application. The commands are the lines of the first
 * argument, the properties are the others.
 */
@SuppressWarnings("removal") // GraalVM, which Spring recommends instead, is not needed
								// for it
final class ReflectionRecorder {

	private ReflectionRecorder() {
	}

	public static void main(String... arguments) {
		List<String> properties = Stream.of(arguments).skip(1).toList();
		RuntimeHints hints = hints(properties);
		RuntimeHintsInvocations recorded = RuntimeHintsRecorder
			.record(() -> arguments[0].lines().forEach((command) -> run(command, properties)));
		recorded.assertThat()
			.notMatching(hints)
			.satisfies(
					(missing) -> assertThat(missing.stream().map(ReflectionRecorder::described).distinct()).isEmpty());
		System.out.println("All that was recorded has its hint");
	}

	private static RuntimeHints hints(List<String> properties) {
		AnnotationConfigApplicationContext source = new AnnotationConfigApplicationContext();
		new ConfigDataApplicationContextInitializer().initialize(source);
		source.register(StoreApplication.class);
		TestPropertyValues.of(properties).applyTo(source);
		TestGenerationContext generated = new TestGenerationContext();
		new ApplicationContextAotGenerator().processAheadOfTime(source, generated);
		return generated.getRuntimeHints();
	}

	private static String described(RecordedInvocation invocation) {
		String arguments = invocation.getArguments()
			.stream()
			.map((argument) -> (argument instanceof Object[] array) ? Arrays.toString(array) : String.valueOf(argument))
			.map((argument) -> argument.replaceFirst("@[0-9a-f]+$", ""))
			.collect(Collectors.joining(", ", "(", ")"));
		return "%s %s%s at %s".formatted(invocation.isStatic() ? "" : invocation.getInstance().toString(),
				invocation.getMethodReference(), arguments, invocation.getStackFrames().findFirst().orElseThrow());
	}

	private static void run(String command, List<String> properties) {
		String[] line = Stream
			.of(Stream.of("migrator"), Stream.of(command.split(" ")),
					properties.stream().map((property) -> "--" + property))
			.flatMap((part) -> part)
			.toArray(String[]::new);
		CommandRun run = CommandRun.of(StoreApplication.class, line);
		System.out.println(command + ": " + run.exitCode() + "\n" + run.output());
	}

}
