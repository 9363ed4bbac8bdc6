package dev.migrator.internal.script.writing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

import dev.migrator.internal.script.JavaRevisionScript;
import dev.migrator.internal.script.RevisionScripts;
import dev.migrator.internal.script.project.NewRevisionException;
import org.jspecify.annotations.Nullable;
import org.springframework.util.ClassUtils;

/**
 * Chooses the names of new Java revisions.
 */
final class JavaNames {

	/**
	 * An identifier of Java, without the invisible characters that the language allows in
	 * it.
	 * @see <a href=
	 * "https://docs.oracle.com/javase/specs/jls/se17/html/jls-3.html#jls-3.8">Identifiers</a>
	 */
	private static final String IDENTIFIER = "\\p{javaJavaIdentifierStart}"
			+ "[\\p{javaJavaIdentifierPart}&&[^\\p{javaIdentifierIgnorable}]]*";

	private static final Pattern PACKAGE = Pattern.compile(IDENTIFIER + "(\\." + IDENTIFIER + ")*");

	private JavaNames() {
	}

	/**
	 * Returns the package of new Java revisions, or {@code null} if it is unknown.
	 */
	static @Nullable String packageName(WritingSettings settings, RevisionScripts built) {
		String configured = settings.javaPackage();
		if (configured != null) {
			if (!PACKAGE.matcher(configured).matches()) {
				throw new NewRevisionException(
						"migrator.new-scripts.java-package is not a package: \"" + configured + "\".",
						"Write names with periods between them: com.example.revisions.");
			}
			requireFound(configured, settings.packages());
			return configured;
		}
		return built.scripts()
			.values()
			.stream()
			.filter(JavaRevisionScript.class::isInstance)
			.max(Comparator.comparing((script) -> (script.created() != null) ? script.created() : Instant.MIN))
			.map((script) -> ClassUtils.getPackageName(script.location()))
			.orElse(settings.firstPackage());
	}

	private static void requireFound(String configured, List<String> packages) {
		boolean found = packages.stream()
			.anyMatch((name) -> configured.equals(name) || configured.startsWith(name + "."));
		if (!found && !packages.isEmpty()) {
			throw new NewRevisionException(
					"migrator.new-scripts.java-package is " + configured + ", but Java revisions are searched in "
							+ String.join(", ", packages) + " only.",
					"Choose a package in there, or add this one to migrator.packages.");
		}
	}

	/**
	 * Returns the simple name of a new class: the words of the message, each with a
	 * capital, or the id if there are none.
	 * @param imported the names of what is imported
	 * @param taken whether a name is taken
	 */
	static String className(Slug slug, String revision, Set<String> imported, Predicate<String> taken) {
		StringBuilder name = new StringBuilder();
		slug.words().forEach((word) -> name.append(capitalized(identifier(word))));
		if (name.isEmpty()) {
			name.append("Revision_").append(revision);
		}
		if (!Character.isJavaIdentifierStart(name.codePointAt(0))) {
			name.insert(0, "Revision");
		}
		if (imported.contains(name.toString()) || isInJavaLang(name.toString())) {
			name.append("Revision");
		}
		String unique = name.toString();
		for (int i = 2; taken.test(unique); i++) {
			unique = name.toString() + i;
		}
		return unique;
	}

	private static String identifier(String word) {
		StringBuilder identifier = new StringBuilder();
		word.codePoints().filter(Character::isJavaIdentifierPart).forEach(identifier::appendCodePoint);
		return identifier.toString();
	}

	/**
	 * Capitalizes a word. Spring's own method takes half of a letter beyond U+FFFF as the
	 * first letter.
	 */
	private static String capitalized(String word) {
		if (word.isEmpty()) {
			return word;
		}
		int first = word.codePointAt(0);
		return Character.toString(Character.toUpperCase(first)) + word.substring(Character.charCount(first));
	}

	private static boolean isInJavaLang(String name) {
		return ClassUtils.isPresent("java.lang." + name, null);
	}

	/**
	 * Returns whether a folder has a file of that name, ignoring case, because some file
	 * systems ignore case too.
	 */
	static boolean isIn(Path folder, String className) {
		String[] files = Files.isDirectory(folder) ? folder.toFile().list() : null;
		for (String file : (files != null) ? files : new String[0]) {
			if (file.toLowerCase(Locale.ROOT).equals((className + ".java").toLowerCase(Locale.ROOT))) {
				return true;
			}
		}
		return false;
	}

}
