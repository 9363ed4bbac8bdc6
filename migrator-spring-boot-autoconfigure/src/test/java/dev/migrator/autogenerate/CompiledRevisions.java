package dev.migrator.autogenerate;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

import dev.migrator.internal.autogenerate.revision.JavaRevisionBody;
import dev.migrator.internal.dialect.ddl.DirectiveSql;
import dev.migrator.internal.script.JavaRevisionScript;
import dev.migrator.operation.Directive;
import dev.migrator.operation.ExecuteSql;
import dev.migrator.operation.Operation;
import dev.migrator.script.JavaRevision;

/**
 * Compiles generated Java.
 */
public final class CompiledRevisions {

	private CompiledRevisions() {
	}

	/**
	 * Compiles classes, and takes an instance of each.
	 * @param directory where the sources and the classes go
	 * @param bodies the methods
	 * @return the scripts, in the same order
	 * @throws Exception if one of them does not compile
	 */
	public static List<JavaRevisionScript> of(Path directory, List<JavaRevisionBody> bodies) throws Exception {
		return of(directory, bodies, true);
	}

	/**
	 * Like {@link #of}, of revisions without a transaction.
	 * @param directory where the sources and the classes go
	 * @param bodies the methods
	 * @return the scripts, in the same order
	 * @throws Exception if one of them does not compile
	 */
	public static List<JavaRevisionScript> withoutTransaction(Path directory, List<JavaRevisionBody> bodies)
			throws Exception {
		return of(directory, bodies, false);
	}

	/**
	 * The SQL of operations, inside and outside of a transaction. What was there before
	 * is not part of it: generated code says it in the other direction.
	 * @param operations the operations
	 * @return the SQL of each, and what it is if it is not SQL
	 */
	public static List<String> effects(List<Operation> operations) {
		return operations.stream().map(CompiledRevisions::effect).toList();
	}

	private static String effect(Operation operation) {
		if (operation instanceof Directive directive) {
			return DirectiveSql.inTransaction(directive).source().text() + "\n"
					+ DirectiveSql.withoutTransaction(directive).source().text();
		}
		return (operation instanceof ExecuteSql sql) ? sql.source().text() : operation.describe();
	}

	private static List<JavaRevisionScript> of(Path directory, List<JavaRevisionBody> bodies, boolean transactional)
			throws Exception {
		for (int i = 0; i < bodies.size(); i++) {
			write(directory, "Revision" + i, bodies.get(i), transactional);
		}
		compile(directory);
		List<JavaRevisionScript> scripts = new ArrayList<>();
		try (URLClassLoader loader = new URLClassLoader(new URL[] { directory.toUri().toURL() },
				CompiledRevisions.class.getClassLoader())) {
			for (int i = 0; i < bodies.size(); i++) {
				Class<? extends JavaRevision> type = loader.loadClass("Revision" + i).asSubclass(JavaRevision.class);
				JavaRevision revision = type.getDeclaredConstructor().newInstance();
				scripts.add(JavaRevisionScript.of(type, () -> revision));
			}
		}
		return scripts;
	}

	private static void write(Path directory, String name, JavaRevisionBody body, boolean transactional)
			throws IOException {
		String imports = body.imports().stream().map((type) -> "import " + type + ";\n").collect(Collectors.joining());
		Files.writeString(directory.resolve(name + ".java"), imports + """
				@dev.migrator.script.RevisionScript(revision = "a", transactional = %s)
				public class %s implements dev.migrator.script.JavaRevision {
					@Override
					public void upgrade(dev.migrator.script.Operations op) {
						%s
					}
					@Override
					public void downgrade(dev.migrator.script.Operations op) {
						%s
					}
				}
				""".formatted(transactional, name, body.upgrade(), body.downgrade()));
	}

	private static void compile(Path directory) throws IOException {
		JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
		StringWriter output = new StringWriter();
		try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null);
				var sources = Files.list(directory)) {
			boolean compiled = compiler
				.getTask(output, files, null, List.of("-d", directory.toString(), "-proc:none", "-encoding", "UTF-8"),
						null, files.getJavaFileObjectsFromPaths(sources.toList()))
				.call();
			if (!compiled) {
				throw new IllegalStateException(output.toString());
			}
		}
	}

}
