package dev.migrator.internal.autoconfigure.start;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import dev.migrator.internal.problem.Sha256;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;

/**
 * A digest of everything that an environment says. Two environments with the same digest
 * configure the same application.
 */
final class EnvironmentDigest {

	/**
	 * Variables of the shell, and properties of the process, that differ between two
	 * commands and configure nothing.
	 */
	private static final Set<String> DIFFERENT = Set.of("_", "OLDPWD", "SHLVL", "COLUMNS", "LINES", "WINDOWID", "PID",
			"spring.application.pid", "java.class.path", "sun.java.command", "jdk.debug", "java.class.version");

	/**
	 * Property sources that show what others say in another way, or say something else
	 * each time.
	 */
	private static final Set<String> WITHOUT_VALUES = Set.of("ConfigurationPropertySourcesPropertySource",
			"JdbcUrlPropertySource", "RandomValuePropertySource");

	private final MessageDigest digest = Sha256.begin();

	/**
	 * Digests an environment.
	 * @param classes what identifies the classes that it configures
	 * @param environment the environment
	 * @param ignored the name of a property source that is not digested
	 * @return the digest in hex digits; nothing if the environment has a property source
	 * whose properties cannot be listed
	 */
	static Optional<String> of(String classes, ConfigurableEnvironment environment, String ignored) {
		EnvironmentDigest digest = new EnvironmentDigest();
		digest.add(classes);
		digest.add(String.join(",", environment.getActiveProfiles()));
		digest.add(String.join(",", environment.getDefaultProfiles()));
		for (PropertySource<?> source : environment.getPropertySources()) {
			if (source.getName().equals(ignored)) {
				continue;
			}
			digest.add(source.getName());
			if (source instanceof EnumerablePropertySource<?> listed) {
				digest.add(listed);
			}
			else if (!WITHOUT_VALUES.contains(source.getClass().getSimpleName())) {
				return Optional.empty();
			}
		}
		return Optional.of(Sha256.end(digest.digest));
	}

	private void add(EnumerablePropertySource<?> source) {
		for (String name : new TreeSet<>(Set.of(source.getPropertyNames()))) {
			if (!DIFFERENT.contains(name)) {
				add(name);
				add(String.valueOf(source.getProperty(name)));
			}
		}
	}

	private void add(String text) {
		byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
		this.digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
		this.digest.update(bytes);
	}

}
