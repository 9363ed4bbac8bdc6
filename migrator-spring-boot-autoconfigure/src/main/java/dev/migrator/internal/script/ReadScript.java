package dev.migrator.internal.script;

import java.io.IOException;
import java.util.List;

import dev.migrator.internal.script.index.KnownScripts;
import dev.migrator.internal.script.text.FoundScript;
import dev.migrator.internal.script.text.ParsedScript;
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
		return of(file, KnownScripts.NONE);
	}

	/**
	 * Reads a file, if it is not known what is in it.
	 * @param file the file
	 * @param known what is known, to which what is read is added
	 */
	static ReadScript of(FoundScript file, KnownScripts known) {
		ParsedScript without = known.find(file);
		if (without != null) {
			return new ReadScript(file, new SqlScript(file, without), List.of());
		}
		ScriptProblems problems = new ScriptProblems(file.description());
		try (Utf8Reader reader = new Utf8Reader(file.resource().getInputStream())) {
			ParsedScript parsed = SqlScriptParser.parse(reader, problems);
			if (problems.isEmpty()) {
				known.add(file, parsed);
				return new ReadScript(file, new SqlScript(file, parsed), List.of());
			}
		}
		catch (IOException ex) {
			problems.addUnreadable(file, ex);
		}
		return new ReadScript(file, null, problems.inOrderOfLines());
	}

}
