package dev.migrator.internal.script;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

import dev.migrator.internal.script.text.PackedFolder;
import dev.migrator.internal.script.text.ScriptChangedException;
import dev.migrator.internal.script.text.ScriptHeader;
import dev.migrator.revision.Direction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.DefaultResourceLoader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Scripts in a jar, of which an index is kept or packed. Whether an index was used is
 * seen by changing what it says.
 */
class PackedScriptsTests {

	private static final List<String> LOCATION = List.of("classpath:db/revisions");

	@TempDir
	private Path folder;

	@TempDir
	private Path cache;

	private final Map<String, String> scripts = new TreeMap<>();

	PackedScriptsTests() {
		for (int i = 0; i < 100; i++) {
			this.scripts.put("%03d.sql".formatted(i), script("r" + i, "add " + i));
		}
	}

	@Test
	void secondReadingTakesFromTheIndexWhatTheFirstHasRead() throws IOException {
		Path jar = pack();
		List<SqlScript> first = read(jar);
		List<SqlScript> second = read(jar);

		assertThat(second).extracting(SqlScript::header).isEqualTo(headers(first));
		assertThat(second).extracting(SqlScript::checksum).isEqualTo(first.stream().map(SqlScript::checksum).toList());
		assertThat(second).extracting(SqlScript::lastModified)
			.isEqualTo(first.stream().map(SqlScript::lastModified).toList());
		assertThat(second.get(7).source(Direction.UPGRADE).text()).isEqualTo("select 1;\n");
		assertThat(second.get(7).source(Direction.DOWNGRADE).text()).isEqualTo("select 2;\n");

		retell("add 7", "from the index");
		assertThat(headers(read(jar)).get(7).message()).isEqualTo("from the index");
	}

	@Test
	void editedScriptIsReadThoughItHasItsOldSizeAndTheJarItsOldTime() throws IOException {
		Path jar = pack();
		String checksum = read(jar).get(7).upgrade().checksum();
		retell("add 8", "from the index");
		FileTime time = Files.getLastModifiedTime(jar);

		this.scripts.computeIfPresent("007.sql", (name, text) -> text.replace("select 1;", "select 9;"));
		pack();
		Files.setLastModifiedTime(jar, time);

		List<SqlScript> scripts = read(jar);
		assertThat(scripts.get(7).upgrade().checksum()).isNotEqualTo(checksum);
		assertThat(scripts.get(7).source(Direction.UPGRADE).text()).isEqualTo("select 9;\n");
		assertThat(scripts.get(8).header().message()).isEqualTo("from the index");
	}

	@Test
	void newAndRemovedScriptsAreSeen() throws IOException {
		Path jar = pack();
		read(jar);
		this.scripts.remove("007.sql");
		this.scripts.put("100.sql", script("r100", "add 100"));
		this.scripts.put("101.sql", script("r101", "add 101"));
		pack();

		assertThat(read(jar)).extracting((script) -> script.header().revision())
			.hasSize(101)
			.contains("r100", "r101")
			.doesNotContain("r7");
	}

	@Test
	void scriptThatIsRunIsRead() throws IOException {
		Path jar = pack();
		read(jar);
		retell(checksum("r7", jar), "0".repeat(64));
		SqlScript told = read(jar).get(7);

		assertThat(told.upgrade().checksum()).isEqualTo("0".repeat(64));
		assertThatExceptionOfType(ScriptChangedException.class).isThrownBy(() -> told.source(Direction.UPGRADE).text());
	}

	@Test
	void fewScriptsLeaveNoIndex() throws IOException {
		this.scripts.remove("007.sql");
		Path jar = pack();

		assertThat(read(jar)).hasSize(99);
		assertThat(index()).isEmpty();
	}

	@Test
	void withoutAPlaceForItThereIsNoIndex() throws IOException {
		Path jar = pack();
		Path file = Files.writeString(this.folder.resolve("file"), "");

		assertThat(read(jar, Optional.empty())).hasSize(100);
		assertThat(read(jar, Optional.of(file))).hasSize(100);
		assertThat(file).isEmptyFile();
	}

	@Test
	void damagedIndexIsMadeAgain() throws IOException {
		Path jar = pack();
		read(jar);
		Path index = index().orElseThrow();
		byte[] whole = Files.readAllBytes(index);
		Files.write(index, Arrays.copyOf(whole, whole.length / 2));

		assertThat(read(jar)).hasSize(100);
		assertThat(index).hasBinaryContent(whole);
	}

	@Test
	void packedIndexServesTheFirstReading() throws IOException {
		unpack(this.folder.resolve("classes/db/revisions"));
		byte[] index = reader(this.folder.resolve("classes"), Optional.empty()).index("db/revisions").orElseThrow();
		String told = new String(index, StandardCharsets.UTF_8).replace("add 7\t", "from the index\t");
		this.scripts.put(PackedFolder.INDEX, told);
		Path jar = pack();

		List<SqlScript> scripts = read(jar, Optional.empty());
		assertThat(scripts).hasSize(100);
		assertThat(scripts.get(7).header().message()).isEqualTo("from the index");
		assertThat(read(jar)).hasSize(100);
		assertThat(index()).isEmpty();
	}

	@Test
	void filesAreReadWhateverAnIndexSays() throws IOException {
		Path revisions = this.folder.resolve("classes/db/revisions");
		unpack(revisions);
		SqlScriptReader reader = reader(this.folder.resolve("classes"), Optional.of(this.cache));
		byte[] index = reader.index("db/revisions").orElseThrow();
		Files.writeString(revisions.resolve(PackedFolder.INDEX),
				new String(index, StandardCharsets.UTF_8).replace("add 7\t", "from the index\t"));

		assertThat(reader.read(LOCATION).scripts().get(7).header().message()).isEqualTo("add 7");
		assertThat(index()).isEmpty();
	}

	@Test
	void indexIsNotPackedForFewScriptsOrForInvalidOnes() throws IOException {
		Path revisions = this.folder.resolve("classes/db/revisions");
		unpack(revisions);
		SqlScriptReader reader = reader(this.folder.resolve("classes"), Optional.empty());
		Files.writeString(revisions.resolve("007.sql"), "-- revision: r7\n");
		assertThat(reader.index("db/revisions")).isEmpty();

		Files.delete(revisions.resolve("007.sql"));
		assertThat(reader.index("db/revisions")).isEmpty();
		assertThat(reader.index("db/nothing")).isEmpty();
	}

	private static String script(String revision, String message) {
		return "-- " + message + "\n--\n-- revision: " + revision
				+ "\n-- migrator:upgrade\nselect 1;\n-- migrator:downgrade\nselect 2;\n";
	}

	private String checksum(String revision, Path jar) throws IOException {
		return read(jar).stream()
			.filter((script) -> script.header().revision().equals(revision))
			.findFirst()
			.orElseThrow()
			.upgrade()
			.checksum();
	}

	private void unpack(Path revisions) throws IOException {
		Files.createDirectories(revisions);
		for (Map.Entry<String, String> script : this.scripts.entrySet()) {
			Files.writeString(revisions.resolve(script.getKey()), script.getValue());
		}
	}

	private Path pack() throws IOException {
		Path written = this.folder.resolve("new.jar");
		try (JarOutputStream entries = new JarOutputStream(Files.newOutputStream(written))) {
			for (String each : List.of("db/", "db/revisions/")) {
				entries.putNextEntry(new JarEntry(each));
			}
			for (Map.Entry<String, String> script : this.scripts.entrySet()) {
				entries.putNextEntry(new JarEntry("db/revisions/" + script.getKey()));
				entries.write(script.getValue().getBytes(StandardCharsets.UTF_8));
			}
		}
		return Files.move(written, this.folder.resolve("scripts.jar"), StandardCopyOption.REPLACE_EXISTING);
	}

	private List<SqlScript> read(Path jar) throws IOException {
		return read(jar, Optional.of(this.cache));
	}

	/**
	 * Reads as a process does that has just begun: the jar was not opened before.
	 */
	private List<SqlScript> read(Path jar, Optional<Path> indexes) throws IOException {
		URL url = URI.create("jar:" + jar.toUri() + "!/").toURL();
		((JarURLConnection) url.openConnection()).getJarFile().close();
		return reader(jar, indexes).read(LOCATION).scripts();
	}

	private static SqlScriptReader reader(Path classPath, Optional<Path> indexes) throws IOException {
		URLClassLoader classLoader = new URLClassLoader(new URL[] { classPath.toUri().toURL() }, null);
		return new SqlScriptReader(new DefaultResourceLoader(classLoader), indexes);
	}

	private static List<ScriptHeader> headers(List<SqlScript> scripts) {
		return scripts.stream().map(SqlScript::header).toList();
	}

	private Optional<Path> index() {
		try (Stream<Path> files = Files.list(this.cache)) {
			return files.findFirst();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Changes what the kept index says.
	 */
	private void retell(String text, String other) throws IOException {
		Path index = index().orElseThrow();
		String before = Files.readString(index);
		assertThat(before).contains(text);
		Files.writeString(index, before.replace(text + "\t", other + "\t"));
	}

}
