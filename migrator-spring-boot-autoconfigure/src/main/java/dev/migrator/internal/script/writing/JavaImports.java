package dev.migrator.internal.script.writing;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.migrator.script.JavaRevision;
import dev.migrator.script.Operations;
import dev.migrator.script.RevisionScript;

/**
 * The imports of a new Java revision: those that all have, and those that its bodies
 * need.
 *
 * @param names the distinct names: {@code java.util.List},
 * {@code static dev.migrator.schema.Types.bigint}
 */
record JavaImports(Set<String> names) {

	private static final List<String> OF_EVERY_ONE = Stream
		.of(JavaRevision.class, Operations.class, RevisionScript.class)
		.map(Class::getName)
		.toList();

	/**
	 * The groups of imports in Spring's order, with blank lines between them.
	 */
	private static final List<Predicate<String>> GROUPS = List.of((name) -> name.startsWith("java."),
			(name) -> name.startsWith("javax."), JavaImports::isOther,
			(name) -> name.startsWith("org.springframework."), JavaImports::isStatic);

	static JavaImports of(Collection<String> needed) {
		Set<String> names = new TreeSet<>(OF_EVERY_ONE);
		names.addAll(needed);
		return new JavaImports(names);
	}

	private static boolean isStatic(String name) {
		return name.startsWith("static ");
	}

	private static boolean isOther(String name) {
		return !isStatic(name)
				&& Stream.of("java.", "javax.", "org.springframework.").noneMatch((prefix) -> name.startsWith(prefix));
	}

	/**
	 * Returns the names that no class of the same file may have.
	 */
	Set<String> types() {
		return this.names.stream()
			.filter((name) -> !isStatic(name))
			.map((name) -> name.substring(name.lastIndexOf('.') + 1))
			.collect(Collectors.toSet());
	}

	String text() {
		return GROUPS.stream()
			.map((group) -> this.names.stream()
				.filter(group)
				.map((name) -> "import " + name + ";")
				.collect(Collectors.joining("\n")))
			.filter((text) -> !text.isEmpty())
			.collect(Collectors.joining("\n\n"));
	}

}
