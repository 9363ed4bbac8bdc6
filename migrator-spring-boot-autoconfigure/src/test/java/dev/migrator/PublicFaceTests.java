package dev.migrator;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.Executable;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.migrator.testing.GeneratedFile;
import org.junit.jupiter.api.Test;
import org.springframework.util.ClassUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The list of what a user's code may use, in which a change of it is seen.
 */
class PublicFaceTests {

	private static final Path CLASSES = Path.of("target/classes");

	private static final Path LIST = Path.of("src/test/resources/public-face.txt");

	private static final Pattern INTERNAL = Pattern.compile("dev\\.migrator\\.internal\\.[a-z.]+\\.([A-Z]\\w+)");

	private static final Set<String> SHOWN = Set.of("DatabaseState", "DevelopmentSettings", "DroppableObject",
			"FailurePlace", "InvalidIndex", "JavaRevisionScript", "LastEntry", "MigratorInternals", "MigratorTables",
			"NumberCounter", "ObjectId", "OpaqueObject", "RevisionScripts", "SchemaContents", "SchemaObject",
			"SchemaObjects", "Script", "ScriptProblem", "ScriptTitle", "ServerActivity", "ServerConnection",
			"ServerError", "Setting", "SqlFailure", "Stoppable", "UncomparedObject");

	private static final Set<String> OF_OBJECT = Set.of("equals", "hashCode", "toString", "values", "valueOf");

	@Test
	void isListed() throws IOException {
		String face = types().map(PublicFaceTests::describe).collect(Collectors.joining("\n", "", "\n"));

		GeneratedFile.assertSays(LIST, face, "What users see has changed: read what changed.", getClass());
	}

	/**
	 * The command line and the auto-configuration use more of a migrator than users do.
	 */
	@Test
	void showsInternalTypesOnlyWhereOurOwnCodeNeedsThem() throws IOException {
		assertThat(types().flatMap(PublicFaceTests::signatures)
			.flatMap((signature) -> INTERNAL.matcher(signature).results().map((name) -> name.group(1)))
			.collect(Collectors.toSet())).containsExactlyInAnyOrderElementsOf(SHOWN);
	}

	private static Stream<String> signatures(Class<?> type) {
		return Stream.of(Arrays.stream(type.getDeclaredMethods()), Arrays.stream(type.getDeclaredConstructors()))
			.flatMap((executables) -> executables)
			.filter((executable) -> isShown(executable.getModifiers()))
			.map(Executable::toGenericString);
	}

	private static Stream<? extends Class<?>> types() throws IOException {
		try (Stream<Path> files = Files.walk(CLASSES)) {
			return files.map((file) -> CLASSES.relativize(file).toString().replace(File.separatorChar, '.'))
				.filter((name) -> name.endsWith(".class") && !name.endsWith("-info.class"))
				.filter((name) -> !name.startsWith("dev.migrator.internal."))
				.map((name) -> name.substring(0, name.length() - ".class".length()))
				.map((name) -> ClassUtils.resolveClassName(name, null))
				.filter(PublicFaceTests::isShown)
				.sorted((first, second) -> first.getName().compareTo(second.getName()))
				.toList()
				.stream();
		}
	}

	private static boolean isShown(Class<?> type) {
		return isShown(type.getModifiers()) && !type.isAnonymousClass()
				&& (type.getEnclosingClass() == null || isShown(type.getEnclosingClass()));
	}

	private static boolean isShown(int modifiers) {
		return Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers);
	}

	private static String describe(Class<?> type) {
		Set<String> components = type.isRecord()
				? Arrays.stream(type.getRecordComponents()).map(RecordComponent::getName).collect(Collectors.toSet())
				: Set.of();
		Stream<String> fields = Arrays.stream(type.getDeclaredFields())
			.filter((field) -> isShown(field.getModifiers()) && !field.isSynthetic())
			.map((field) -> field.getName() + ": " + name(field.getGenericType()));
		Stream<String> constructors = Arrays.stream(type.getDeclaredConstructors())
			.filter((constructor) -> isShown(constructor.getModifiers()) && !type.isEnum())
			.map((constructor) -> "new" + parameters(constructor));
		Stream<String> methods = Arrays.stream(type.getDeclaredMethods())
			.filter((method) -> isShown(method.getModifiers()) && !method.isSynthetic()
					&& !OF_OBJECT.contains(method.getName())
					&& !(components.contains(method.getName()) && method.getParameterCount() == 0))
			.map((method) -> method.getName() + parameters(method) + ": " + name(method.getGenericReturnType()));
		return Stream.of(fields, constructors, methods)
			.flatMap((members) -> members.sorted().distinct())
			.map((member) -> "\n  " + member)
			.collect(Collectors.joining("", kind(type) + " " + type.getName().replace('$', '.'), ""));
	}

	private static String kind(Class<?> type) {
		return type.isAnnotation() ? "annotation"
				: type.isInterface() ? "interface" : type.isRecord() ? "record" : type.isEnum() ? "enum" : "class";
	}

	private static String parameters(Executable executable) {
		return Arrays.stream(executable.getGenericParameterTypes())
			.map(PublicFaceTests::name)
			.collect(Collectors.joining(", ", "(", ")"));
	}

	private static String name(Type type) {
		return type.getTypeName().replaceAll("[a-z]\\w*\\.(?=[\\w.]*[A-Z])", "").replace('$', '.');
	}

}
