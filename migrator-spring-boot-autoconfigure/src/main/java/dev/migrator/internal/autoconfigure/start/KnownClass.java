package dev.migrator.internal.autoconfigure.start;

import java.security.CodeSource;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.springframework.util.ClassUtils;

/**
 * Recognizes the classes of the migrator and of Spring's projects that do what the
 * environment says.
 * <p>
 * A name is not enough. Samples of Spring, with which applications begin, are in packages
 * such as {@code org.springframework.samples}, and an application may have a changed copy
 * of a class of Spring. So the class has to come from a jar: code of an application lies
 * in a folder, or in {@code BOOT-INF/classes} of its jar.
 */
final class KnownClass {

	private static final Pattern SPRING = Pattern.compile("org\\.springframework\\.(\\w+)\\..*");

	/**
	 * Those of Spring Framework, Spring Boot and Spring Data, and of projects beside them
	 * that change neither the environment nor a DataSource, as Spring Cloud may.
	 */
	private static final Set<String> PACKAGES = Set.of("amqp", "batch", "graphql", "hateoas", "integration", "kafka",
			"modulith", "security", "session", "ws", "aop", "beans", "boot", "cache", "context", "core", "dao", "data",
			"ejb", "format", "http", "jca", "jdbc", "jms", "jmx", "jndi", "mail", "messaging", "orm", "oxm", "r2dbc",
			"resilience", "scheduling", "scripting", "transaction", "validation", "web");

	/** The jar as a file, or as Spring Boot names one within another. */
	private static final Pattern JAR = Pattern.compile(".*\\.jar(!/)?");

	private static final Pattern MIGRATOR = Pattern.compile("dev\\.migrator\\.(autoconfigure|actuate|internal)\\..*");

	private KnownClass() {
	}

	/**
	 * Returns whether a class is one of them.
	 * @param type the class, or a subclass of it that Spring generated
	 */
	static boolean is(Class<?> type) {
		Class<?> written = ClassUtils.getUserClass(type);
		String location = location(written);
		if (location == null) {
			return false;
		}
		if (MIGRATOR.matcher(written.getName()).matches()) {
			return location.equals(location(KnownClass.class));
		}
		Matcher spring = SPRING.matcher(written.getName());
		return spring.matches() && PACKAGES.contains(spring.group(1)) && JAR.matcher(location).matches();
	}

	private static @Nullable String location(Class<?> type) {
		CodeSource source = type.getProtectionDomain().getCodeSource();
		return (source != null && source.getLocation() != null) ? source.getLocation().toString() : null;
	}

}
