package dev.migrator.internal.script.text;

import java.util.ArrayList;
import java.util.List;

import org.springframework.core.io.ResourceLoader;

/**
 * The found SQL files, before they are read.
 *
 * @param files the files, in the order of the locations, by path inside each
 * @param missing locations that do not exist or are not folders
 * @param empty locations that are folders without SQL files
 */
public record FoundScripts(List<FoundScript> files, List<String> missing, List<String> empty) {

	public static FoundScripts in(List<String> locations, ResourceLoader resourceLoader) {
		List<FoundScript> files = new ArrayList<>();
		List<String> missing = new ArrayList<>();
		List<String> empty = new ArrayList<>();
		for (String configured : locations) {
			int before = files.size();
			ScriptLocation location = new ScriptLocation(configured, resourceLoader);
			if (!location.findInto(files)) {
				missing.add(location.toString());
			}
			else if (files.size() == before) {
				empty.add(location.toString());
			}
		}
		return new FoundScripts(files, missing, empty);
	}

}
