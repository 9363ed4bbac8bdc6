package dev.migrator.internal.script;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import dev.migrator.internal.script.text.FoundScript;
import dev.migrator.internal.script.text.FoundScripts;
import dev.migrator.internal.script.text.InvalidLocationException;
import dev.migrator.internal.script.text.InvalidScriptException;
import dev.migrator.internal.script.text.ScriptProblem;
import dev.migrator.internal.script.text.ScriptProblems;
import dev.migrator.internal.script.text.Utf8Reader;
import org.springframework.core.io.Resource;
import org.springframework.core.io.ResourceLoader;

/**
 * Finds the SQL scripts in a list of locations and reads each of them once. The rules:
 * <ul>
 * <li>A location is {@code classpath:db/revisions} (as is one without a prefix), which
 * means every folder of that name in any part of the class path, or a folder of the file
 * system: {@code file:/srv/revisions}, {@code file:revisions}.</li>
 * <li>A script is a file that ends in {@code .sql} (or {@code .SQL}), in the folder or in
 * any folder inside it. What begins with a period is passed over. A file that is found
 * twice is read once.</li>
 * <li>A script that is not as it has to be is an error, and so is one without a
 * header.</li>
 * </ul>
 */
public final class SqlScriptReader {

	private final ResourceLoader resourceLoader;

	/**
	 * Creates a reader.
	 * @param resourceLoader whose class path is searched, usually the application context
	 */
	public SqlScriptReader(ResourceLoader resourceLoader) {
		this.resourceLoader = resourceLoader;
	}

	/**
	 * Reads all scripts.
	 * @param locations where to look
	 * @return the scripts, and the locations that do not exist
	 * @throws InvalidScriptException with all that is wrong in any of the scripts
	 * @throws InvalidLocationException if a location has a prefix that is not known, or
	 * must not be read
	 */
	public SqlScripts read(List<String> locations) {
		FoundScripts found = FoundScripts.in(locations, this.resourceLoader);
		return new SqlScripts(readAll(found.files()), found.missing(), found.empty());
	}

	/**
	 * Reads one script, wherever it is.
	 * @param resource the script
	 * @param description what messages call it
	 * @return the script
	 * @throws InvalidScriptException with all that is wrong in it
	 */
	public SqlScript read(Resource resource, String description) {
		ScriptProblems problems = new ScriptProblems(description);
		try {
			ParsedScript parsed = parse(resource, problems);
			if (problems.isEmpty()) {
				return new SqlScript(new FoundScript(resource, description, description), parsed);
			}
		}
		catch (IOException ex) {
			problems.add(0, "cannot be read (" + ex + ")", "check that it may be, or move it elsewhere");
		}
		throw InvalidScriptException.inRevisions(problems.inOrderOfLines());
	}

	private List<SqlScript> readAll(List<FoundScript> found) {
		Set<String> seen = new HashSet<>();
		List<SqlScript> scripts = new ArrayList<>(found.size());
		List<ScriptProblem> all = new ArrayList<>();
		for (FoundScript file : found) {
			ScriptProblems problems = new ScriptProblems(file.description());
			try {
				if (seen.add(file.identity())) {
					ParsedScript parsed = parse(file.resource(), problems);
					if (problems.isEmpty()) {
						scripts.add(new SqlScript(file, parsed));
					}
				}
			}
			catch (IOException ex) {
				problems.add(0, "cannot be read (" + ex + ")", "check that it may be, or move it elsewhere");
			}
			all.addAll(problems.inOrderOfLines());
		}
		if (!all.isEmpty()) {
			throw InvalidScriptException.inRevisions(all);
		}
		return scripts;
	}

	private static ParsedScript parse(Resource resource, ScriptProblems problems) throws IOException {
		try (Utf8Reader reader = new Utf8Reader(resource.getInputStream())) {
			return SqlScriptParser.parse(reader, problems);
		}
	}

}
