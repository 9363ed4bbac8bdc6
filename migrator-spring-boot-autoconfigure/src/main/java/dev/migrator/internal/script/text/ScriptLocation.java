package dev.migrator.internal.script.text;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.ResourceLoader;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.util.StringUtils;

/**
 * A folder that may contain scripts: in the file system, or with the same name in all
 * folders and jars of the class path.
 * <p>
 * {@code classpath:} means all of them too. If it meant only the first, a folder in the
 * test resources would hide the application's revisions.
 */
final class ScriptLocation {

	private static final String CLASSPATH = ResourceLoader.CLASSPATH_URL_PREFIX;

	private static final String ALL_OF_CLASSPATH = ResourcePatternResolver.CLASSPATH_ALL_URL_PREFIX;

	private static final String FILE = "file:";

	private static final Comparator<FoundScript> BY_PATH = Comparator.comparing(FoundScript::path);

	private final String location;

	private final PathMatchingResourcePatternResolver resolver;

	ScriptLocation(String location, ResourceLoader resourceLoader) {
		this.location = withPrefix(StringUtils.trimTrailingCharacter(location.strip(), '/'));
		// A new one for each reading, because it caches the contents of folders and jars.
		this.resolver = new PathMatchingResourcePatternResolver(resourceLoader);
	}

	private static String withPrefix(String location) {
		int colon = location.indexOf(':');
		if (colon < 0) {
			return CLASSPATH + StringUtils.trimLeadingCharacter(location, '/');
		}
		String prefix = location.substring(0, colon + 1);
		return switch (prefix) {
			case FILE -> location;
			case CLASSPATH, ALL_OF_CLASSPATH ->
				prefix + StringUtils.trimLeadingCharacter(location.substring(colon + 1), '/');
			default -> throw InvalidLocationException.unknownPrefix(location, prefix);
		};
	}

	/**
	 * Finds the scripts, by their path.
	 * @param scripts the list to which they are added
	 * @return whether the folder exists
	 */
	boolean findInto(List<FoundScript> scripts) {
		List<FoundScript> found = new ArrayList<>();
		try {
			boolean exists = this.location.startsWith(FILE) ? findInFileSystem(found) : findInClassPath(found);
			found.sort(BY_PATH);
			scripts.addAll(found);
			return exists;
		}
		catch (IOException ex) {
			throw InvalidLocationException.unreadable(this.location, ex);
		}
	}

	private boolean findInFileSystem(List<FoundScript> found) throws IOException {
		Path folder = this.resolver.getResource(this.location).getFile().toPath();
		if (!Files.isDirectory(folder)) {
			// It is not a URL but a path, with characters that have a special meaning in
			// a URL.
			folder = new File(this.location.substring(FILE.length())).toPath();
		}
		if (Files.isRegularFile(folder)) {
			throw InvalidLocationException.file(this.location);
		}
		return ScriptFolder.visit(folder, (path, file) -> found.add(script(new FileSystemResource(file), path)));
	}

	private boolean findInClassPath(List<FoundScript> found) throws IOException {
		String folder = ALL_OF_CLASSPATH + this.location.substring(this.location.indexOf(':') + 1) + "/";
		List<Resource> others = new ArrayList<>();
		boolean exists = false;
		for (Resource root : this.resolver.getResources(folder)) {
			if (root.isFile()) {
				exists |= ScriptFolder.visit(root.getFile().toPath(),
						(path, file) -> found.add(script(new FileSystemResource(file), path)));
			}
			else {
				exists = true;
				others.add(root);
			}
		}
		List<String> unlisted = new ArrayList<>();
		for (Resource root : others) {
			if (!JarFolder.visit(root, (path, resource, packed) -> add(path, resource, packed, found))) {
				unlisted.add(root.getURL().toString());
			}
		}
		if (!unlisted.isEmpty()) {
			for (Resource resource : this.resolver.getResources(folder + "**/*")) {
				addIfIn(unlisted, resource, found);
			}
		}
		return exists;
	}

	private void addIfIn(List<String> roots, Resource resource, List<FoundScript> found) throws IOException {
		String url = resource.getURL().toString();
		for (String root : roots) {
			if (url.startsWith(root)) {
				add(url.substring(root.length()), resource, null, found);
				return;
			}
		}
	}

	private void add(String path, Resource resource, @Nullable PackedFile packed, List<FoundScript> found) {
		if (ScriptFolder.isScript(path) && !path.startsWith(".") && !path.contains("/.")) {
			found.add(new FoundScript(resource, this.location + "/" + path, path, packed));
		}
	}

	private FoundScript script(Resource resource, String path) {
		return new FoundScript(resource, this.location + "/" + path, path);
	}

	@Override
	public String toString() {
		return this.location;
	}

}
