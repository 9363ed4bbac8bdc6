package dev.migrator.directives;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import dev.migrator.internal.script.JavaRevisionScript;
import dev.migrator.script.Operations;
import dev.migrator.testing.LambdaRevision;

/**
 * An example with its source.
 *
 * @param method the method
 * @param body its body
 */
record ExampleSource(Method method, String body) {

	private static final Path FILE = Path.of("src/test/java/dev/migrator/directives/DirectiveExamples.java");

	private static final Pattern METHOD = Pattern.compile("\tstatic void (\\w+)\\(Operations op\\) \\{\n(.*?)\n\t\\}\n",
			Pattern.DOTALL);

	/**
	 * All examples, in the order of the file.
	 */
	static List<ExampleSource> all() {
		try {
			return METHOD.matcher(Files.readString(FILE)).results().map(ExampleSource::of).toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static ExampleSource of(MatchResult source) {
		try {
			Method method = DirectiveExamples.class.getDeclaredMethod(source.group(1), Operations.class);
			return new ExampleSource(method, source.group(2).stripIndent());
		}
		catch (NoSuchMethodException ex) {
			throw new IllegalStateException(ex);
		}
	}

	Example facts() {
		return this.method.getAnnotation(Example.class);
	}

	/**
	 * A revision that does what the example does.
	 */
	JavaRevisionScript script() {
		return facts().transactional() ? LambdaRevision.inTransaction(this::run)
				: LambdaRevision.withoutTransaction(this::run);
	}

	private void run(Operations op) {
		try {
			this.method.invoke(null, op);
		}
		catch (InvocationTargetException ex) {
			throw (RuntimeException) ex.getCause();
		}
		catch (IllegalAccessException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Override
	public String toString() {
		return this.method.getName();
	}

}
