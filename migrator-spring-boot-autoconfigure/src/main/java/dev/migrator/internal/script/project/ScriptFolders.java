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
 * The folders that the configured locations are in a project: those of the class path are
 * among its resources, those of the file system are where they are.
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
	 * @param path its folder, or {@code null} if there is none that could be written to
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
	 * The rest of a location is an URL or a path, as it is when scripts are read.
	 */
	private static Path inFileSystem(String location) {
		try {
			Path path = Path.of(URI.create(location).toURL().toURI());
			if (Files.isDirectory(path)) {
				return path;
			}
		}
		catch (MalformedURLException | URISyntaxException | RuntimeException ex) {
			// a relative path, or one with characters that an URL does not have
		}
		return Path.of(location.substring(FILE.length()));
	}

	/**
	 * Whether a file is found where it is, without being built into the application.
	 */
	public boolean areInFileSystem(Path file) {
		return this.folders.stream()
			.anyMatch((folder) -> folder.location().startsWith(FILE) && folder.path() != null
					&& file.startsWith(folder.path()));
	}

	/**
	 * The folders that are there, without those that could not be written to.
	 */
	List<Folder> existing() {
		return this.folders.stream()
			.filter((folder) -> folder.path() != null && Files.isDirectory(folder.path()))
			.toList();
	}

	/**
	 * Where a new script goes.
	 * @param wanted the location that was asked for, or {@code null} for that of what the
	 * new revision follows, or the first
	 */
	public Path choose(@Nullable String wanted, List<Revision> parents) {
		Folder chosen = (wanted != null) ? named(wanted) : byDefault(parents);
		if (isPattern(chosen.location().substring(chosen.location().indexOf(':')))) {
			throw new NewRevisionException(
					"The location " + chosen.location() + " stands for several folders, so none of them can be chosen.",
					"Choose another location: --location, or add the folder to migrator.locations.");
		}
		if (chosen.path() == null) {
			throw Project.missing();
		}
		if (!chosen.isWritable()) {
			throw new NewRevisionException("There is no right to write to " + chosen.path() + ".",
					"Get it, or choose another location: --location.");
		}
		return chosen.path();
	}

	private Folder byDefault(List<Revision> parents) {
		if (this.folders.isEmpty()) {
			throw new NewRevisionException("There is no location for a new script: migrator.locations is empty.",
					"Set migrator.locations, or leave it out for classpath:db/revisions.");
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
					"Take one of " + this.folders.stream().map(Folder::location).collect(Collectors.joining(", "))
							+ ", or add it to migrator.locations."));
	}

}
