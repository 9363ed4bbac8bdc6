package dev.migrator.internal.script;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.migrator.internal.problem.WholeFile;
import dev.migrator.internal.script.index.KnownScripts;
import dev.migrator.internal.script.index.PackedIndex;
import dev.migrator.internal.script.text.FoundScript;
import dev.migrator.internal.script.text.FoundScripts;
import dev.migrator.internal.script.text.InvalidLocationException;
import dev.migrator.internal.script.text.InvalidScriptException;
import dev.migrator.internal.script.text.PackedFolder;
import dev.migrator.internal.script.text.ScriptProblem;
import org.springframework.core.io.Resource;
import org.springframework.core.io.ResourceLoader;

/**
 * Finds the SQL scripts in a list of locations, and reads each of them once. The rules:
 * <ul>
 * <li>A location is {@code classpath:db/revisions} (the prefix is optional), which means
 * every folder of that name in any part of the class path, or a folder of the file
 * system: {@code file:/srv/revisions}, {@code file:revisions}.</li>
 * <li>A script is a file that ends in {@code .sql} (or {@code .SQL}), in the folder or in
 * any folder inside it. Names that begin with a period are ignored. A file that is found
 * twice is one script.</li>
 * <li>An invalid script is an error, and a script without a header is one too.</li>
 * </ul>
 */
public final class SqlScriptReader {

	private final ResourceLoader resourceLoader;

	private final Optional<Path> cache;

	/**
	 * Creates a reader that keeps what it reads in jars in the cache of the user.
	 * @param resourceLoader the loader of the searched class path, usually the
	 * application context
	 */
	public SqlScriptReader(ResourceLoader resourceLoader) {
		this(resourceLoader, WholeFile.cacheOfUser());
	}

	SqlScriptReader(ResourceLoader resourceLoader, Optional<Path> cache) {
		this.resourceLoader = resourceLoader;
		this.cache = cache;
	}

	/**
	 * Reads all scripts.
	 * @param locations the locations to search
	 * @return the scripts, and the locations that do not exist
	 * @throws InvalidScriptException with all problems of all scripts
	 * @throws InvalidLocationException if a location has an unknown prefix, or cannot be
	 * read
	 */
	public SqlScripts read(List<String> locations) {
		FoundScripts found = FoundScripts.in(locations, this.resourceLoader);
		return new SqlScripts(readAll(found.files()), found.missing(), found.empty());
	}

	/**
	 * Reads one script from any place.
	 * @param resource the script
	 * @param description its name in messages
	 * @return the script
	 * @throws InvalidScriptException with all its problems
	 */
	public SqlScript read(Resource resource, String description) {
		ReadScript read = ReadScript.of(new FoundScript(resource, description, description));
		if (read.script() == null) {
			throw InvalidScriptException.inRevisions(read.problems());
		}
		return read.script();
	}

	/**
	 * Makes the index that is packed into a jar with the scripts of a location, so that
	 * no start of the application has to read them.
	 * @param location the location, whose scripts in jars are left out
	 * @return the content of the file {@link PackedFolder#INDEX}; nothing if the scripts
	 * are few, or if one is invalid, which the application will tell when it starts
	 * @throws InvalidLocationException if the location has an unknown prefix, or cannot
	 * be read
	 */
	public Optional<byte[]> index(String location) {
		List<FoundScript> files = FoundScripts.in(List.of(location), this.resourceLoader).files();
		PackedIndex index = new PackedIndex();
		for (FoundScript file : files) {
			if (file.packed() != null) {
				continue;
			}
			ReadScript read = ReadScript.of(file);
			if (read.script() == null) {
				return Optional.empty();
			}
			index.add(file, read.script().parsed());
		}
		return index.content();
	}

	private List<SqlScript> readAll(List<FoundScript> found) {
		KnownScripts known = new KnownScripts(found, this.cache);
		FirstOccurrences first = new FirstOccurrences();
		List<SqlScript> scripts = new ArrayList<>(found.size());
		List<ScriptProblem> problems = new ArrayList<>();
		for (FoundScript file : found) {
			ReadScript read = ReadScript.of(file, known);
			if (first.add(read)) {
				problems.addAll(read.problems());
				if (read.script() != null) {
					scripts.add(read.script());
				}
			}
		}
		if (!problems.isEmpty()) {
			throw InvalidScriptException.inRevisions(problems);
		}
		known.keep();
		return scripts;
	}

}
