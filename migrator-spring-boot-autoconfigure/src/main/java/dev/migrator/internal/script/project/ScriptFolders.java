package dev.migrator.internal.script.project;

import java.net.MalformedURLException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import dev.migrator.revision.Revision;
import org.jspecify.annotations.Nullable;
import org.springframework.util.StringUtils;

/**
 * Finds the folders of the configured locations in a project. Locations on the class path
 * are folders of its resources; locations in the file system are used as they are.
 */
public final class ScriptFolders {

	private static final String FILE = "file:";

	private final List<Folder> folders = new ArrayList<>();

	public ScriptFolders(List<String> locations, @Nullable Project project) {
		for (String location : locations) {
			String trimmed = StringUtils.trimTrailingCharacter(location.strip(), '/');
			this.folders.add(new Folder(withPrefix(trimmed), folder(trimmed, project)));
		}
	}

	/**
	 * A configured location.
	 *
	 * @param location the location, with prefix
	 * @param path its folder, or {@code null} if none can be written to
	 */
	record Folder(String location, @Nullable Path path) {

		boolean holds(String source) {
			return source.startsWith(this.location + "/") || source.startsWith(FILE + this.path + "/");
		}

		boolean isWritable() {
			Path existing = this.path;
			while (existing != null && !Files.exists(existing)) {
				existing = existing.getParent();
			}
			return existing != null && Files.isDirectory(existing) && Files.isWritable(existing);
		}

	}

	private static String withPrefix(String location) {
		int colon = location.indexOf(':');
		String prefix = (colon < 0) ? "classpath:" : location.substring(0, colon + 1);
		return prefix.equals(FILE) ? location
				: prefix + StringUtils.trimLeadingCharacter(location.substring(colon + 1), '/');
	}

	private static @Nullable Path folder(String location, @Nullable Project project) {
		if (location.startsWith(FILE)) {
			return inFileSystem(location).toAbsolutePath().normalize();
		}
		String path = StringUtils.trimLeadingCharacter(location.substring(location.indexOf(':') + 1), '/');
		return (project == null || isPattern(path)) ? null : project.resources().resolve(path).normalize();
	}

	private static boolean isPattern(String path) {
		return path.indexOf('*') >= 0 || path.indexOf('?') >= 0;
	}

	/**
	 * Returns the path of a location in the file system. The part after the prefix is a
	 * URL or a path, as when scripts are read.
	 */
	private static Path inFileSystem(String location) {
		try {
			Path path = Path.of(URI.create(location).toURL().toURI());
			if (Files.isDirectory(path)) {
				return path;
			}
		}
		catch (MalformedURLException | URISyntaxException | RuntimeException ex) {
			// It is a relative path, or a path with characters that a URL cannot have.
		}
		return Path.of(location.substring(FILE.length()));
	}

	/**
	 * Returns whether the application finds a file at its place, without a build.
	 */
	public boolean areInFileSystem(Path file) {
		return this.folders.stream()
			.anyMatch((folder) -> folder.location().startsWith(FILE) && folder.path() != null
					&& file.startsWith(folder.path()));
	}

	/**
	 * Returns the existing folders that can be written to.
	 */
	List<Folder> existing() {
		return this.folders.stream()
			.filter((folder) -> folder.path() != null && Files.isDirectory(folder.path()))
			.toList();
	}

	/**
	 * Chooses the location of a new script.
	 * @param wanted the requested location, or {@code null} for the location of the
	 * revision that the new one follows, or else the first location
	 */
	public Path choose(@Nullable String wanted, List<Revision> parents) {
		Folder chosen = (wanted != null) ? named(wanted) : byDefault(parents);
		if (isPattern(chosen.location().substring(chosen.location().indexOf(':')))) {
			throw new NewRevisionException(
					"The location " + chosen.location() + " means several folders, so none of them can be chosen.",
					"Choose another location: --location, or add the folder to migrator.locations.");
		}
		if (chosen.path() == null) {
			throw Project.missing();
		}
		if (!chosen.isWritable()) {
			throw new NewRevisionException("There is no permission to write to " + chosen.path() + ".",
					"Get the permission, or choose another location: --location.");
		}
		return chosen.path();
	}

	private Folder byDefault(List<Revision> parents) {
		if (this.folders.isEmpty()) {
			throw new NewRevisionException("There is no location for a new script: migrator.locations is empty.",
					"Set migrator.locations, or remove it for classpath:db/revisions.");
		}
		return parents.stream()
			.limit(1)
			.flatMap((parent) -> this.folders.stream().filter((folder) -> folder.holds(parent.source())))
			.filter(Folder::isWritable)
			.findFirst()
			.orElse(this.folders.get(0));
	}

	private Folder named(String wanted) {
		String trimmed = StringUtils.trimTrailingCharacter(wanted.strip(), '/');
		Path path = trimmed.startsWith("classpath") ? null
				: Path.of(trimmed.startsWith(FILE) ? trimmed.substring(FILE.length()) : trimmed)
					.toAbsolutePath()
					.normalize();
		return this.folders.stream()
			.filter((folder) -> folder.location().equals(withPrefix(trimmed))
					|| (path != null && path.equals(folder.path())))
			.findFirst()
			.orElseThrow(() -> new NewRevisionException(
					"The location " + wanted + " is not configured, so a script in it would not be found.",
					"Use one of " + this.folders.stream().map(Folder::location).collect(Collectors.joining(", "))
							+ ", or add it to migrator.locations."));
	}

}
