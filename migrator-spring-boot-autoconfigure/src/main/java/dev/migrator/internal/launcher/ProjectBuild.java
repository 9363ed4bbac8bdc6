package dev.migrator.internal.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import dev.migrator.internal.launcher.ListedFile.Kind;

/**
 * The build of a project, by the script of the launcher.
 */
final class ProjectBuild {

	/** A build whose sources change meanwhile is done a second time, and no more. */
	private static final int MOST_BUILDS = 2;

	private final LaunchedModule module;

	private final Path script;

	private final StaleOutput staleOutput;

	/**
	 * Creates the build of a module.
	 * @param module the module
	 * @param script the script, absolute
	 */
	ProjectBuild(LaunchedModule module, Path script) {
		this.module = module;
		this.script = script;
		this.staleOutput = new StaleOutput(module.root());
	}

	/**
	 * Builds what is stale. One launcher builds at a time.
	 * @return the files as they are built now
	 * @throws LauncherException if the build fails
	 */
	BuildRecord upToDate() {
		if (Files.exists(classPath())) {
			BuildRecord now = now();
			if (now.equals(BuildRecord.read(this.module))) {
				return now;
			}
		}
		try (StateLock lock = StateLock.on(this.module.state("build.lock"))) {
			new RunningBuild(this.module).awaitEnd();
			return buildAlone();
		}
	}

	/**
	 * Builds, if another command has not built meanwhile.
	 */
	private BuildRecord buildAlone() {
		if (!Files.exists(classPath())) {
			build("--build-all");
		}
		BuildRecord built = BuildRecord.read(this.module);
		BuildRecord now = now();
		if (now.equals(built)) {
			return now;
		}
		if (!built.isEmpty() || !isBuiltByScript(now)) {
			BuildRecord before = built;
			for (int count = 0; count < MOST_BUILDS && !isBuilt(before, now, count); count++) {
				build(before, now);
				before = now;
				now = now();
			}
			now = before.built(now);
		}
		if (this.module.tool() == BuildTool.MAVEN && !Files.isDirectory(this.module.classes())) {
			throw LauncherException.noClasses(this.module.classes());
		}
		now.write(this.module);
		deleteBegun();
		return now;
	}

	private static boolean isBuilt(BuildRecord before, BuildRecord now, int count) {
		return count > 0 && now.inputs().equals(before.inputs());
	}

	/**
	 * Where a build file, a jar or everything is new, nothing that was compiled counts.
	 */
	private void build(BuildRecord built, BuildRecord now) {
		if (!now.of(Kind.BUILD).equals(built.of(Kind.BUILD)) || !now.of(Kind.JAR).equals(built.of(Kind.JAR))) {
			this.staleOutput.empty(now.modules());
			build("--build-all");
			return;
		}
		this.staleOutput.remove(built, now);
		build("--build");
		if (this.staleOutput.removeLeft(built.deletedIn(now))) {
			build("--build");
		}
	}

	private void build(String how) {
		boolean windows = System.getProperty("os.name").startsWith("Windows");
		List<String> shell = windows ? List.of("cmd", "/c") : List.of("sh");
		RunningBuild running = new RunningBuild(this.module);
		int code = ChildProcess.run(Stream.concat(shell.stream(), Stream.of(this.script.toString(), how)).toList(),
				running::begin);
		running.end();
		if (code != 0) {
			throw LauncherException.notBuilt(this.script);
		}
	}

	/**
	 * The first time, the script has the project built, because nothing is known yet.
	 * What was edited since has to be built again, and what was there before may come
	 * from sources that do not exist any more.
	 */
	private boolean isBuiltByScript(BuildRecord now) {
		if (!Files.exists(begun())) {
			return false;
		}
		long begin = begun().toFile().lastModified();
		return now.inputs().stream().filter(ProjectBuild::isFile).allMatch((file) -> milliseconds(file) < begin)
				&& now.of(Kind.OUTPUT)
					.stream()
					.filter((file) -> this.staleOutput.isMaven(file.module()))
					.allMatch((file) -> milliseconds(file) >= begin);
	}

	private static boolean isFile(ListedFile listed) {
		return listed.path().isAbsolute();
	}

	private static long milliseconds(ListedFile file) {
		return TimeUnit.NANOSECONDS.toMillis(file.modified());
	}

	private void deleteBegun() {
		try {
			Files.deleteIfExists(begun());
		}
		catch (IOException ex) {
			throw LauncherException.unreadable(begun(), ex);
		}
	}

	private Path begun() {
		return this.module.state("begun");
	}

	private Path classPath() {
		return this.module.state("classpath");
	}

	private BuildRecord now() {
		return new BuildRecord(ModuleFiles.list(this.module, ClassPath.of(this.module)));
	}

}
