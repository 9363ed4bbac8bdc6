package dev.migrator.internal.autogenerate.schemafile;

import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

import dev.migrator.autogenerate.UnreadableModelException;
import dev.migrator.internal.dialect.inspection.Refusal;
import dev.migrator.internal.dialect.inspection.ScriptInspection;
import dev.migrator.internal.dialect.lexer.UnreadableSqlException;
import dev.migrator.internal.dialect.scratch.SchemaScript;
import dev.migrator.internal.script.text.ScriptProblem;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;

/**
 * Reads the file. Refuses, before anything runs, statements that cannot be run as they
 * are written.
 */
final class SchemaText {

	private static final String DESCRIBES = "remove it: the file only describes the schema";

	private SchemaText() {
	}

	static SchemaPart read(String name, Resource resource) {
		String sql = text(name, resource);
		List<ScriptProblem> problems = refusals(sql).stream()
			.map((refusal) -> new ScriptProblem(name, refusal.line(), refusal.what(), remedy(refusal)))
			.toList();
		if (!problems.isEmpty()) {
			String lines = problems.stream().map((problem) -> "  " + problem).collect(Collectors.joining("\n"));
			throw new UnreadableModelException(
					"The file that describes the schema cannot be run as it is written:\n\n" + lines,
					"Correct the file. Nothing of it has been run.", null);
		}
		return new SchemaPart(name, new SchemaScript(sql));
	}

	private static String text(String name, Resource resource) {
		try {
			String text = StandardCharsets.UTF_8.newDecoder()
				.decode(ByteBuffer.wrap(resource.getContentAsByteArray()))
				.toString();
			if (text.indexOf('\0') >= 0) {
				throw unreadable(name, "it has a NUL character, which SQL cannot hold", null);
			}
			return text.startsWith("\uFEFF") ? text.substring(1) : text;
		}
		catch (CharacterCodingException ex) {
			throw unreadable(name, "it is not UTF-8", ex);
		}
		catch (IOException ex) {
			throw unreadable(name, ex.toString(), ex);
		}
	}

	private static UnreadableModelException unreadable(String name, String why, @Nullable IOException cause) {
		return new UnreadableModelException(
				"The file that describes the schema, %s, cannot be read: %s.".formatted(name, why),
				"Correct the file, or migrator.autogenerate.schema-file: a path in the project, classpath:... or "
						+ "file:....",
				cause);
	}

	private static List<Refusal> refusals(String sql) {
		try {
			return ScriptInspection.ofDescription().inspect(new StringReader(sql), 1);
		}
		catch (UnreadableSqlException ex) {
			return List.of(new Refusal(ex.line(), ex.problem(), ex.remedy(), false));
		}
	}

	private static String remedy(Refusal refusal) {
		if (!refusal.fineOutsideTransaction()) {
			return refusal.remedy();
		}
		return refusal.what().contains("CONCURRENTLY") ? "remove CONCURRENTLY: the file only describes the schema"
				: DESCRIBES;
	}

}
