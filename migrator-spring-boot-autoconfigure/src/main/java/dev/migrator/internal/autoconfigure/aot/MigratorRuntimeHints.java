package dev.migrator.internal.autoconfigure.aot;

import java.io.Console;
import java.util.List;

import dev.migrator.internal.cli.completion.CompletionScript;
import dev.migrator.internal.script.project.BuiltInTemplate;
import org.jspecify.annotations.Nullable;
import org.springframework.aot.hint.ExecutableMode;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;
import org.springframework.util.ClassUtils;

/**
 * Keeps in a native image what the migrator reads as a resource or calls by reflection,
 * whatever the configuration of the application. What depends on that is kept by
 * {@link ConfiguredHints}.
 */
public class MigratorRuntimeHints implements RuntimeHintsRegistrar {

	@Override
	public void registerHints(RuntimeHints hints, @Nullable ClassLoader classLoader) {
		hints.resources().registerPattern("db/revisions/**");
		hints.resources().registerPattern("db/seed/**");
		for (Class<?> reader : List.of(BuiltInTemplate.class, CompletionScript.class)) {
			hints.resources()
				.registerPattern(ClassUtils.convertClassNameToResourcePath(reader.getPackageName()) + "/*.template");
		}
		hints.reflection()
			.registerType(Console.class, (type) -> type.withMethod("isTerminal", List.of(), ExecutableMode.INVOKE));
		CommandHints.register(hints);
	}

}
