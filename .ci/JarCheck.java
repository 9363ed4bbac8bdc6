import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/**
 * Looks into the jars that a release publishes: {@code java .ci/JarCheck.java MODULE...},
 * in the root of the project, after they were built with the profile {@code release}.
 */
class JarCheck {

	private static final int JAVA_17 = 61;

	private static final byte[] HERE = Path.of("").toAbsolutePath().toString().getBytes(StandardCharsets.UTF_8);

	private final List<String> problems = new ArrayList<>();

	private final Path module;

	private final String version;

	JarCheck(Path module, String version) {
		this.module = module;
		this.version = version;
	}

	public static void main(String[] modules) throws IOException {
		Matcher version = Pattern.compile("<version>(.*?)</version>").matcher(Files.readString(Path.of("pom.xml")));
		if (modules.length == 0 || !version.find()) {
			throw new IllegalArgumentException("Name the modules, in the root of the project");
		}
		boolean good = true;
		for (String module : modules) {
			good &= new JarCheck(Path.of(module), version.group(1)).check();
		}
		System.exit(good ? 0 : 1);
	}

	private boolean check() throws IOException {
		checkBinary(read(""));
		checkSources(read("-sources"));
		checkJavadoc(read("-javadoc"));
		checkBillOfMaterials();
		System.out.println(this.module + ": " + (this.problems.isEmpty() ? "the jars are as they should be" : "NOT as they should be"));
		this.problems.forEach((problem) -> System.out.println("  " + problem));
		return this.problems.isEmpty();
	}

	private void checkBinary(Map<String, byte[]> jar) throws IOException {
		Attributes manifest = manifest();
		require(manifest.getValue("Automatic-Module-Name") != null, "no Automatic-Module-Name");
		require(this.version.equals(manifest.getValue("Implementation-Version")), "no Implementation-Version");
		for (String source : files("src/test/java", ".java")) {
			String type = source.substring(0, source.length() - ".java".length());
			require(source.endsWith("package-info.java") || !jar.containsKey(type + ".class"), "a class of the tests: " + type);
		}
		for (String source : files("src/main/java", ".java")) {
			String type = source.substring(0, source.length() - ".java".length());
			require(source.endsWith("package-info.java") || jar.containsKey(type + ".class"), "no class " + type);
		}
		jar.forEach((name, content) -> require(!name.endsWith(".class") || content[7] == JAVA_17, name + " is not for Java 17"));
		for (String resource : files("src/main/resources", "")) {
			require(jar.containsKey(resource), "no " + resource);
		}
		if (!files("src/main/java", ".java").isEmpty()) {
			require(text(jar, "META-INF/spring-configuration-metadata.json").contains("\"migrator.startup\""), "no metadata of the configuration");
			require(text(jar, "META-INF/spring-autoconfigure-metadata.properties").contains("AutoConfiguration"), "no metadata of the auto-configurations");
		}
	}

	private void checkSources(Map<String, byte[]> jar) throws IOException {
		for (String source : files("src/main/java", ".java")) {
			require(jar.containsKey(source), "no source " + source);
		}
	}

	private void checkJavadoc(Map<String, byte[]> jar) throws IOException {
		if (!files("src/main/java", ".java").isEmpty()) {
			require(text(jar, "index.html").contains("Where to start"), "no Javadoc, or none with an overview");
			require(jar.containsKey("dev/migrator/Migrator.html"), "no Javadoc of Migrator");
		}
	}

	private void checkBillOfMaterials() throws IOException {
		Path file = this.module.resolve("target/bom.json");
		String bom = Files.exists(file) ? Files.readString(file) : "";
		require(bom.contains("CycloneDX") && bom.contains("spring-jdbc"), "no SBOM, or none with the dependencies");
	}

	/**
	 * Reads a jar, and checks what holds for each.
	 */
	private Map<String, byte[]> read(String classifier) throws IOException {
		Map<String, byte[]> content = new TreeMap<>();
		TreeSet<LocalDateTime> times = new TreeSet<>();
		Path file = file(classifier);
		if (!Files.exists(file)) {
			this.problems.add("no " + file);
			return content;
		}
		try (JarFile jar = new JarFile(file.toFile())) {
			for (ZipEntry entry : (Iterable<ZipEntry>) jar.stream().map(ZipEntry.class::cast)::iterator) {
				try (InputStream input = jar.getInputStream(entry)) {
					content.put(entry.getName(), input.readAllBytes());
				}
				times.add(entry.getTimeLocal());
			}
		}
		require(times.size() == 1, file.getFileName() + " has files of different times: " + times);
		for (String legal : List.of("LICENSE", "NOTICE")) {
			byte[] packed = content.get("META-INF/" + legal);
			require(Arrays.equals(packed, Files.readAllBytes(Path.of(legal))), file.getFileName() + " has no META-INF/" + legal + ", or another one");
		}
		content.forEach((name, bytes) -> require(!contains(bytes, HERE), file.getFileName() + " names the folder it was built in: " + name));
		return content;
	}

	private Attributes manifest() throws IOException {
		try (JarFile jar = new JarFile(file("").toFile())) {
			return jar.getManifest().getMainAttributes();
		}
	}

	private Path file(String classifier) {
		return this.module.resolve("target/" + this.module.getFileName() + "-" + this.version + classifier + ".jar");
	}

	private List<String> files(String folder, String ending) throws IOException {
		Path root = this.module.resolve(folder);
		if (!Files.exists(root)) {
			return List.of();
		}
		try (Stream<Path> files = Files.walk(root)) {
			return files.filter(Files::isRegularFile)
				.map((file) -> root.relativize(file).toString().replace('\\', '/'))
				.filter((name) -> name.endsWith(ending))
				.toList();
		}
	}

	private void require(boolean condition, String problem) {
		if (!condition) {
			this.problems.add(problem);
		}
	}

	private static String text(Map<String, byte[]> jar, String name) {
		return new String(jar.getOrDefault(name, new byte[0]), StandardCharsets.UTF_8);
	}

	private static boolean contains(byte[] text, byte[] part) {
		return new String(text, StandardCharsets.ISO_8859_1).contains(new String(part, StandardCharsets.ISO_8859_1));
	}

}
