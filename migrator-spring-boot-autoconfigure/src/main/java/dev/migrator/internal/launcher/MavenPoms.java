package dev.migrator.internal.launcher;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The poms that decide how modules are built: those of all modules of the build, because
 * each may be the parent of another or manage its dependencies, and the parents outside
 * of it that are named by a path.
 */
final class MavenPoms {

	private static final Pattern MODULE = Pattern.compile("<(?:module|subproject)>\\s*([^<]+?)\\s*</");

	private static final Pattern PARENT = Pattern.compile("<parent>.*?</parent>", Pattern.DOTALL);

	private static final Pattern PATH = Pattern.compile("<relativePath>\\s*([^<]+?)\\s*</");

	private final Set<Path> poms = new TreeSet<>();

	private MavenPoms() {
	}

	/**
	 * Finds the poms.
	 * @param root the folder of the topmost build
	 * @param modules the folders of the modules that are used
	 * @return existing files, absolute
	 */
	static Set<Path> of(Path root, Set<Path> modules) {
		MavenPoms found = new MavenPoms();
		found.add(root.resolve("pom.xml"));
		modules.forEach((module) -> found.add(module.resolve("pom.xml")));
		return found.poms;
	}

	/**
	 * Returns the poms of the modules that a pom lists.
	 */
	static List<Path> modules(Path pom) {
		return modules(pom, BuildTool.read(pom));
	}

	private static List<Path> modules(Path pom, String text) {
		return MODULE.matcher(text).results().map((name) -> named(pom, name.group(1))).toList();
	}

	private void add(Path pom) {
		if (!Files.isRegularFile(pom) || !this.poms.add(pom)) {
			return;
		}
		String text = BuildTool.read(pom);
		modules(pom, text).forEach(this::add);
		Matcher parent = PARENT.matcher(text);
		if (parent.find()) {
			addParent(pom, parent.group());
		}
	}

	/**
	 * Without the element, Maven looks into the folder above; if it is empty, nowhere.
	 */
	private void addParent(Path pom, String parent) {
		Matcher path = PATH.matcher(parent);
		if (path.find()) {
			add(named(pom, path.group(1)));
		}
		else if (!parent.contains("<relativePath")) {
			add(named(pom, ".."));
		}
	}

	private static Path named(Path pom, String name) {
		Path path = pom.resolveSibling(name).normalize();
		return name.endsWith(".xml") && !Files.isDirectory(path) ? path : path.resolve("pom.xml");
	}

}
