package dev.migrator.internal.launcher;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Pattern;

import dev.migrator.internal.launcher.ListedFile.Kind;
import dev.migrator.internal.problem.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * Lists the files that decide whether a module has to be built: the sources, resources
 * and build files of the module and of the modules that it uses, the dependencies, and
 * what was built.
 */
final class ModuleFiles {

	/**
	 * Folders inside {@code src} that do not become part of the application.
	 */
	private static final Set<String> TESTS = Set.of("test", "it", "integrationTest", "testFixtures", "site");

	/**
	 * The files that say how the launcher builds.
	 */
	private static final Set<String> LAUNCHER = Set.of("migrator", "migrator.cmd", "migrator.gradle");

	/**
	 * Files into which Maven writes values, where the parent is that of Spring Boot.
	 */
	private static final Pattern CONFIGURATION = Pattern.compile("(application|bootstrap).*\\.(properties|ya?ml)");

	private final LaunchedModule module;

	private final ClassPath classPath;

	private final Set<ListedFile> files = new TreeSet<>();

	private ModuleFiles(LaunchedModule module, ClassPath classPath) {
		this.module = module;
		this.classPath = classPath;
	}

	/**
	 * Lists the files as they are now.
	 * @return the files, in order
	 */
	static List<ListedFile> list(LaunchedModule module, ClassPath classPath) {
		ModuleFiles listing = new ModuleFiles(module, classPath);
		listing.list();
		return List.copyOf(listing.files);
	}

	private void list() {
		BuildTool tool = this.module.tool();
		Path root = this.module.root();
		Path own = this.module.directory();
		Set<Path> modules = modules();
		for (Path folder : modules) {
			for (Path above = folder; above != null && above.startsWith(root); above = above.getParent()) {
				add(Kind.BUILD, own, above, 1, tool::isBuildFile);
			}
			addSources(folder, folder.resolve("src"));
			tool.namedSources(folder).forEach((sources) -> addSources(folder, sources));
		}
		tool.buildFiles(root, modules).forEach((file) -> add(Kind.BUILD, own, file, 0, (name) -> true));
		tool.filesOfUser().forEach((file) -> add(Kind.BUILD, own, file, 0, (name) -> true));
		tool.settings(root).forEach((folder) -> add(Kind.BUILD, own, folder, Integer.MAX_VALUE, (name) -> true));
		add(Kind.BUILD, own, own, 1, LAUNCHER::contains);
		addVariables(tool);
		this.classPath.jars().forEach((jar) -> add(Kind.JAR, own, jar, 0, (name) -> true));
		this.classPath.folders()
			.forEach((folder) -> add(Kind.OUTPUT, moduleOf(folder).orElse(own), folder, Integer.MAX_VALUE,
					(name) -> true));
	}

	/**
	 * Adds the environment variables whose values the build copies: to the class path, or
	 * into the configuration.
	 */
	private void addVariables(BuildTool tool) {
		List<ListedFile> variables = this.files.stream()
			.filter((file) -> mayHaveVariables(tool, file))
			.flatMap((file) -> tool.variables(file.path()).stream())
			.distinct()
			.map((name) -> variable(name, System.getenv(name)))
			.toList();
		this.files.addAll(variables);
	}

	private static boolean mayHaveVariables(BuildTool tool, ListedFile file) {
		String name = file.path().getFileName().toString();
		return (file.kind() == Kind.BUILD) ? tool.isBuildFile(name) : CONFIGURATION.matcher(name).matches();
	}

	/**
	 * Its value may be a password, so only a part of a digest is kept.
	 */
	private ListedFile variable(String name, @Nullable String value) {
		Path path = Path.of("env." + name);
		return (value != null)
				? new ListedFile(Kind.BUILD, this.module.directory(), path, 0,
						Long.parseUnsignedLong(Sha256.of(value).substring(0, 16), 16))
				: new ListedFile(Kind.BUILD, this.module.directory(), path, -1, 0);
	}

	/**
	 * Returns the module and those of the same build that it uses.
	 */
	private Set<Path> modules() {
		Set<Path> modules = new LinkedHashSet<>(List.of(this.module.directory()));
		this.classPath.folders().forEach((folder) -> moduleOf(folder).ifPresent(modules::add));
		this.classPath.jars().forEach((jar) -> moduleOf(jar).ifPresent(modules::add));
		return modules;
	}

	/**
	 * Finds the module that built an entry of the class path.
	 */
	private Optional<Path> moduleOf(Path entry) {
		for (Path folder = entry.getParent(); folder != null; folder = folder.getParent()) {
			if (BuildTool.of(folder).isPresent() && entry.startsWith(this.module.tool().output(folder))) {
				return Optional.of(folder);
			}
		}
		return Optional.empty();
	}

	private void addSources(Path module, Path folder) {
		add(Kind.SOURCE, module, folder, Integer.MAX_VALUE, (name) -> true);
	}

	private void add(Kind kind, Path module, Path start, int depth, Predicate<String> names) {
		try {
			Files.walkFileTree(start, EnumSet.of(FileVisitOption.FOLLOW_LINKS), depth,
					new Collector(kind, module, start, names));
		}
		catch (IOException ex) {
			throw LauncherException.unreadable(start, ex);
		}
	}

	private final class Collector extends SimpleFileVisitor<Path> {

		private final Kind kind;

		private final Path module;

		private final Path start;

		private final Predicate<String> names;

		Collector(Kind kind, Path module, Path start, Predicate<String> names) {
			this.kind = kind;
			this.module = module;
			this.start = start;
			this.names = names;
		}

		@Override
		public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
			String name = folder.getFileName().toString();
			boolean tests = this.kind == Kind.SOURCE && this.start.equals(folder.getParent()) && TESTS.contains(name);
			boolean hidden = this.kind == Kind.SOURCE && (name.startsWith(".") || name.equals("node_modules"));
			return (tests || hidden) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
		}

		@Override
		public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
			if (!attributes.isDirectory() && !ofEditor(file) && this.names.test(file.getFileName().toString())) {
				ModuleFiles.this.files.add(new ListedFile(this.kind, this.module, file, attributes.size(),
						attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS)));
			}
			return FileVisitResult.CONTINUE;
		}

		/**
		 * Editors keep copies beside the files that they have open.
		 */
		private static boolean ofEditor(Path file) {
			String name = file.getFileName().toString();
			return name.endsWith("~") || name.endsWith(".swp") || name.startsWith(".#");
		}

		/**
		 * What does not exist is listed as missing where it was expected.
		 */
		@Override
		public FileVisitResult visitFileFailed(Path file, IOException failure) {
			if (this.kind == Kind.JAR) {
				ModuleFiles.this.files.add(new ListedFile(this.kind, this.module, file, -1, 0));
			}
			return FileVisitResult.CONTINUE;
		}

	}

}
