package dev.migrator.internal.script;

import java.io.IOException;
import java.io.PushbackReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.migrator.internal.script.text.FoundScript;
import dev.migrator.internal.script.text.FoundScripts;
import dev.migrator.internal.script.text.InvalidLocationException;
import dev.migrator.internal.script.text.InvalidScriptException;
import dev.migrator.internal.script.text.ParsedScript;
import dev.migrator.internal.script.text.ScriptProblem;
import dev.migrator.internal.script.text.ScriptProblems;
import dev.migrator.internal.script.text.Utf8Reader;
import dev.migrator.schema.TextRule;
import org.springframework.core.io.ResourceLoader;

/**
 * Finds the seed scripts in a list of locations, by the same rules as
 * {@link SqlScriptReader}, and reads each of them once.
 */
public final class SeedScriptReader {

	/**
	 * The longest path that fits in the history, in characters as the server counts them.
	 */
	private static final int LONGEST_PATH = 128;

	private final ResourceLoader resourceLoader;

	/**
	 * Creates a reader.
	 * @param resourceLoader the loader of the searched class path, usually the
	 * application context
	 */
	public SeedScriptReader(ResourceLoader resourceLoader) {
		this.resourceLoader = resourceLoader;
	}

	/**
	 * Reads all scripts.
	 * @param locations the locations to search
	 * @return the scripts, and the locations that do not exist
	 * @throws InvalidScriptException with all problems of all scripts
	 * @throws InvalidLocationException if a location has an unknown prefix, or cannot be
	 * read
	 */
	public SeedScripts read(List<String> locations) {
		FoundScripts found = FoundScripts.in(locations, this.resourceLoader);
		Set<String> seen = new HashSet<>();
		Map<String, FoundScript> paths = new HashMap<>();
		List<SeedScript> scripts = new ArrayList<>();
		List<ScriptProblem> all = new ArrayList<>();
		for (FoundScript file : found.files()) {
			ScriptProblems problems = new ScriptProblems(file.description());
			try {
				if (seen.add(file.identity())) {
					checkPath(file, paths.putIfAbsent(file.path(), file) != null, problems);
					read(file, problems, scripts);
				}
			}
			catch (IOException ex) {
				problems.addUnreadable(file, ex);
			}
			all.addAll(problems.inOrderOfLines());
		}
		if (!all.isEmpty()) {
			throw InvalidScriptException.inSeeds(all);
		}
		return new SeedScripts(scripts, found.missing(), found.empty());
	}

	/**
	 * Checks the path inside the location, which identifies the script in the history.
	 */
	private static void checkPath(FoundScript file, boolean taken, ScriptProblems problems) {
		if (taken) {
			problems.add(0, "another seed script has the same path, \"" + file.path() + "\", in another folder",
					"rename one of them");
		}
		int length = TextRule.characters(file.path());
		if (length > LONGEST_PATH) {
			problems.add(0, "its path inside the location has %s characters, but the history holds only %s"
				.formatted(length, LONGEST_PATH), "give it a shorter path");
		}
	}

	private static void read(FoundScript file, ScriptProblems problems, List<SeedScript> scripts) throws IOException {
		try (PushbackReader reader = new PushbackReader(new Utf8Reader(file.resource().getInputStream()))) {
			SectionReader.skipByteOrderMark(reader);
			ParsedScript.Section whole = SeedScriptParser.parse(reader, problems);
			if (whole != null) {
				scripts.add(new SeedScript(file, whole));
			}
		}
	}

}
