package dev.migrator.internal.script;

import java.io.IOException;
import java.util.List;

import dev.migrator.internal.script.text.FoundScript;
import dev.migrator.internal.script.text.ScriptProblem;
import dev.migrator.internal.script.text.ScriptProblems;
import dev.migrator.internal.script.text.Utf8Reader;
import org.jspecify.annotations.Nullable;

/**
 * A file that was read.
 *
 * @param file the file
 * @param script the script, or {@code null} if the file has problems
 * @param problems its problems, in the order of their lines
 */
record ReadScript(FoundScript file, @Nullable SqlScript script, List<ScriptProblem> problems) {

	/**
	 * Reads a file.
	 */
	static ReadScript of(FoundScript file) {
		ScriptProblems problems = new ScriptProblems(file.description());
		try (Utf8Reader reader = new Utf8Reader(file.resource().getInputStream())) {
			ParsedScript parsed = SqlScriptParser.parse(reader, problems);
			if (problems.isEmpty()) {
				return new ReadScript(file, new SqlScript(file, parsed), List.of());
			}
		}
		catch (IOException ex) {
			problems.addUnreadable(file, ex);
		}
		return new ReadScript(file, null, problems.inOrderOfLines());
	}

}
