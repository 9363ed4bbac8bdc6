package dev.migrator.internal.autoconfigure.revision;

import org.jspecify.annotations.Nullable;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;

/**
 * Keeps the SQL revisions and seed scripts of the default locations in a native image.
 */
public class MigratorRuntimeHints implements RuntimeHintsRegistrar {

	@Override
	public void registerHints(RuntimeHints hints, @Nullable ClassLoader classLoader) {
		hints.resources().registerPattern("db/revisions/**");
		hints.resources().registerPattern("db/seed/**");
	}

}
