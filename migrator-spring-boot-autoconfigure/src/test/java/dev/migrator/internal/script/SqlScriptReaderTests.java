package dev.migrator.internal.script;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

import dev.migrator.internal.script.text.InvalidLocationException;
import dev.migrator.internal.script.text.InvalidScriptException;
import dev.migrator.revision.Direction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.DefaultResourceLoader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class SqlScriptReaderTests {

	@TempDir
	Path folder;

	private ScriptFiles files;

	@BeforeEach
	void createFolder() {
		this.files = new ScriptFiles(this.folder);
	}

	@Test
	void scriptsOfNestedFoldersComeByTheirPath() {
		this.files.write("db/b.sql", script("b"))
			.write("db/a/z.sql", script("z"))
			.write("db/a/2026/01.sql", script("x"))
			.write("db/c.sql", script("c"));

		SqlScripts scripts = readFiles("file:" + this.folder + "/db");

		assertThat(scripts.scripts()).extracting(SqlScript::location)
			.containsExactly("file:" + this.folder + "/db/a/2026/01.sql", "file:" + this.folder + "/db/a/z.sql",
					"file:" + this.folder + "/db/b.sql", "file:" + this.folder + "/db/c.sql");
		assertThat(scripts.scripts()).extracting(SqlScript::name).containsExactly("01.sql", "z.sql", "b.sql", "c.sql");
	}

	@Test
	void locationsComeInTheirOrder() {
		this.files.write("one/a.sql", script("a")).write("two/b.sql", script("b"));

		assertThat(ids(readFiles("file:" + this.folder + "/two/", "file:" + this.folder + "/one"))).containsExactly("b",
				"a");
	}

	@Test
	void onlySqlFilesThatAreNotHiddenAreRead() {
		this.files.write("a.sql", script("a"))
			.write("a.sql.orig", "not SQL")
			.write("README.md", "not SQL")
			.write(".a.sql", "not SQL")
			.write(".git/b.sql", "not SQL")
			.write("c/.d/e.sql", "not SQL");

		assertThat(ids(readFiles("file:" + this.folder))).containsExactly("a");
	}

	@Test
	void folderMayBeHiddenItself() {
		this.files.write(".db/a.sql", script("a"));

		assertThat(ids(readFiles("file:" + this.folder + "/.db"))).containsExactly("a");
	}

	@Test
	void fileFoundTwiceIsReadOnce() throws IOException {
		this.files.write("db/a.sql", script("a")).write("db/sub/b.sql", script("b"));
		Files.createSymbolicLink(this.folder.resolve("link"), this.folder.resolve("db/sub"));

		assertThat(ids(readFiles("file:" + this.folder + "/db/sub", "file:" + this.folder + "/db",
				"file:" + this.folder + "/link")))
			.containsExactly("b", "a");
	}

	@Test
	void linksAreFollowedAndLoopsAreNot() throws IOException {
		this.files.write("real/a.sql", script("a")).write("db/b.sql", script("b"));
		Files.createSymbolicLink(this.folder.resolve("db/real"), this.folder.resolve("real"));
		Files.createSymbolicLink(this.folder.resolve("db/loop"), this.folder.resolve("db"));

		assertThat(ids(readFiles("file:" + this.folder + "/db"))).containsExactly("b", "a");
	}

	@Test
	void mountedVolumeWithItsHiddenLinksIsReadOnce() throws IOException {
		this.files.write("..2026_01_05/a.sql", script("a"));
		Files.createSymbolicLink(this.folder.resolve("..data"), Path.of("..2026_01_05"));
		Files.createSymbolicLink(this.folder.resolve("a.sql"), Path.of("..data/a.sql"));

		assertThat(ids(readFiles("file:" + this.folder))).containsExactly("a");
	}

	@Test
	void locationThatIsNoFolderIsTold() {
		this.files.write("db/a.sql", script("a"));

		SqlScripts scripts = readFiles("file:" + this.folder + "/nowhere", "classpath:no/where/",
				"file:" + this.folder + "/db", "nowhere");

		assertThat(scripts.missingLocations()).containsExactly("file:" + this.folder + "/nowhere", "classpath:no/where",
				"classpath:nowhere");
		assertThat(ids(scripts)).containsExactly("a");
	}

	@Test
	void folderThatIsNamedLikeAScriptIsRefused() {
		this.files.write("x.sql/a.sql", script("a"));

		assertThatExceptionOfType(InvalidScriptException.class).isThrownBy(() -> readFiles("file:" + this.folder))
			.withMessageContaining("/x.sql: is a folder, but its name ends like that of a script; rename it");
	}

	@Test
	void manyScriptsComeInTheirOrderToo() {
		List<String> expected = new ArrayList<>();
		for (int i = 1000; i < 1500; i++) {
			this.files.write(i + ".sql", script("r" + i));
			expected.add("r" + i);
		}

		assertThat(ids(readFiles("file:" + this.folder))).isEqualTo(expected);
	}

	@Test
	void problemsOfManyScriptsComeInTheirOrderToo() {
		for (int i = 1000; i < 1500; i++) {
			this.files.write(i + ".sql", (i % 100 == 0) ? "select 1;" : script("r" + i));
		}

		assertThatExceptionOfType(InvalidScriptException.class).isThrownBy(() -> readFiles("file:" + this.folder))
			.satisfies((ex) -> assertThat(ex.problems()).extracting((problem) -> problem.script())
				.map((script) -> script.substring(script.lastIndexOf('/') + 1))
				.containsExactly("1000.sql", "1100.sql", "1200.sql", "1300.sql", "1400.sql"));
	}

	@Test
	void invalidFileThatIsFoundTwiceIsToldOnce() {
		this.files.write("db/sub/b.sql", "select 1;");

		assertThatExceptionOfType(InvalidScriptException.class)
			.isThrownBy(() -> readFiles("file:" + this.folder + "/db/sub", "file:" + this.folder + "/db"))
			.satisfies((ex) -> assertThat(ex.problems()).hasSize(1));
	}

	@Test
	void fileIsRefusedAsALocation() {
		this.files.write("db/a.sql", script("a"));

		assertThatExceptionOfType(InvalidLocationException.class)
			.isThrownBy(() -> readFiles("file:" + this.folder + "/db/a.sql"))
			.withMessageContaining("/db/a.sql cannot be searched for scripts: it is a file.")
			.withMessageContaining("Give its folder");
	}

	@Test
	void emptyFolderIsNotMissing() {
		assertThat(readFiles("file:" + this.folder))
			.isEqualTo(new SqlScripts(List.of(), List.of(), List.of("file:" + this.folder)));
	}

	@Test
	void suffixMayBeInUpperCase() throws IOException {
		this.files.write("classes/db/revisions/B.SQL", script("b"));
		Path jar = jar("db/revisions/C.Sql");

		assertThat(readClassPath("classpath:db/revisions", this.folder.resolve("classes"), jar).scripts())
			.extracting(SqlScript::name)
			.containsExactly("B.SQL", "C.Sql");
	}

	@Test
	void relativeFolderIsSeenFromTheWorkingDirectory() {
		assertThat(readFiles("file:src/main/java").missingLocations()).isEmpty();
		assertThat(readFiles("file:src/main/nowhere").missingLocations()).containsExactly("file:src/main/nowhere");
	}

	@Test
	void namesMayHaveAnyCharacter() {
		this.files.write("my db+x%41#/ä b#%20+[1].sql", script("a"));

		assertThat(readFiles("file:" + this.folder + "/my db+x%41#").scripts()).extracting(SqlScript::location)
			.containsExactly("file:" + this.folder + "/my db+x%41#/ä b#%20+[1].sql");
	}

	@Test
	void unknownPrefixIsRefused() {
		assertThatExceptionOfType(InvalidLocationException.class).isThrownBy(() -> readFiles("https://example.com/db"))
			.withMessage("""
					The location https://example.com/db cannot be searched for scripts: \
					the prefix https: is unknown.

					Begin each entry of migrator.locations and migrator.seed.locations with classpath: or file:, or \
					without a prefix (then it is on the class path).""")
			.satisfies((ex) -> assertThat(ex.location()).isEqualTo("https://example.com/db"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "classpath:db/revisions", "classpath:/db/revisions/", "classpath*:db/revisions",
			"db/revisions", "/db/revisions/" })
	void foldersAndJarsOfTheClassPathAreReadTogether(String location) throws IOException {
		this.files.write("classes/db/revisions/2026/b c.sql", script("b"));
		Path jar = jar("db/revisions/a.sql", "db/revisions/2026/c.sql", "db/revisions/.hidden.sql",
				"db/revisions/.d/x.sql", "db/other/x.sql");

		SqlScripts scripts = readClassPath(location, this.folder.resolve("classes"), jar);

		String prefix = location.startsWith("classpath*:") ? "classpath*:" : "classpath:";
		assertThat(scripts.missingLocations()).isEmpty();
		assertThat(scripts.scripts()).extracting(SqlScript::location)
			.containsExactly(prefix + "db/revisions/2026/b c.sql", prefix + "db/revisions/2026/c.sql",
					prefix + "db/revisions/a.sql");
		assertThat(scripts.scripts()).extracting((script) -> script.header().message())
			.containsExactly("add b", "add db/revisions/2026/c.sql", "add db/revisions/a.sql");
		assertThat(scripts.scripts())
			.allSatisfy((script) -> assertThat(script.source(Direction.UPGRADE).text()).isEqualTo("select 1;\n"));
	}

	@Test
	void jarFoundTwiceIsReadOnce() throws IOException {
		Path jar = jar("db/revisions/a.sql");
		try (URLClassLoader classLoader = classLoader(jar)) {
			assertThat(new SqlScriptReader(new DefaultResourceLoader(classLoader))
				.read(List.of("classpath:db/revisions", "classpath*:db"))
				.scripts()).hasSize(1);
		}
	}

	@Test
	void problemInAJarNamesTheScript() throws IOException {
		Path jar = this.folder.resolve("broken.jar");
		writeJar(jar, "db/", "", "db/revisions/", "", "db/revisions/x.sql", "-- revision: a\n");

		assertThatExceptionOfType(InvalidScriptException.class).isThrownBy(() -> readClassPath("db/revisions", jar))
			.withMessageContaining("  classpath:db/revisions/x.sql:1: there is no upgrade section; ");
	}

	private Path jar(String... names) throws IOException {
		Path jar = this.folder.resolve("scripts.jar");
		String[] entries = new String[(names.length + 3) * 2];
		entries[0] = "db/";
		entries[2] = "db/revisions/";
		entries[4] = "db/revisions/2026/";
		for (int i = 0; i < names.length; i++) {
			entries[6 + i * 2] = names[i];
			entries[7 + i * 2] = script("x" + i).replace("add x" + i, "add " + names[i]);
		}
		writeJar(jar, entries);
		return jar;
	}

	private static void writeJar(Path jar, String... namesAndContents) throws IOException {
		try (OutputStream out = Files.newOutputStream(jar); JarOutputStream entries = new JarOutputStream(out)) {
			for (int i = 0; i < namesAndContents.length; i += 2) {
				entries.putNextEntry(new JarEntry(namesAndContents[i]));
				if (namesAndContents[i + 1] != null) {
					entries.write(namesAndContents[i + 1].getBytes(StandardCharsets.UTF_8));
				}
				entries.closeEntry();
			}
		}
	}

	private static SqlScripts readClassPath(String location, Path... classPath) throws IOException {
		URLClassLoader classLoader = classLoader(classPath);
		return new SqlScriptReader(new DefaultResourceLoader(classLoader)).read(List.of(location));
	}

	private static URLClassLoader classLoader(Path... classPath) throws IOException {
		URL[] urls = new URL[classPath.length];
		for (int i = 0; i < urls.length; i++) {
			urls[i] = classPath[i].toUri().toURL();
		}
		return new URLClassLoader(urls, null);
	}

	private static SqlScripts readFiles(String... locations) {
		return new SqlScriptReader(new DefaultResourceLoader()).read(List.of(locations));
	}

	private static List<String> ids(SqlScripts scripts) {
		return scripts.scripts().stream().map((script) -> script.header().revision()).toList();
	}

	private static String script(String id) {
		return "-- add " + id + "\n--\n-- revision: " + id + "\n\n-- migrator:upgrade\nselect 1;\n";
	}

}
