package dev.migrator.internal.launcher;

import java.nio.file.Path;

/**
 * The module whose application is launched.
 *
 * @param directory its folder, absolute
 * @param tool the tool that builds it
 */
record LaunchedModule(Path directory, BuildTool tool) {

	static LaunchedModule of(Path directory) {
		Path absolute = directory.toAbsolutePath().normalize();
		return new LaunchedModule(absolute,
				BuildTool.of(absolute).orElseThrow(() -> LauncherException.noBuildFile(absolute)));
	}

	/**
	 * Returns the folder from which the module is built.
	 */
	Path root() {
		return this.tool.root(this.directory);
	}

	/**
	 * Returns the folder of its classes, with Maven.
	 */
	Path classes() {
		return this.tool.output(this.directory).resolve("classes");
	}

	/**
	 * Returns a file that the launcher keeps between commands. All of them may be deleted
	 * at any time.
	 */
	Path state(String name) {
		return this.tool.output(this.directory).resolve("migrator").resolve(name);
	}

}
