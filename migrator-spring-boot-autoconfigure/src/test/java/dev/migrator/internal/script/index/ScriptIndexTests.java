package dev.migrator.internal.script.index;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import dev.migrator.internal.script.text.ParsedScript;
import dev.migrator.internal.script.text.ParsedScript.Section;
import dev.migrator.internal.script.text.ScriptHeader;
import dev.migrator.internal.script.text.SqlSection;
import dev.migrator.revision.Direction;
import dev.migrator.testing.Strength;
import dev.migrator.testing.property.ForAll;
import dev.migrator.testing.property.Generator;
import dev.migrator.testing.property.RandomSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@Tag("strength")
class ScriptIndexTests {

	private static final Generator<String> TEXTS = Generator.oneOf(Generator.of("", "=", "+", "a,b", "\\t", "\t"),
			Generator.strings(20).map(ScriptIndexTests::asRead));

	private static final Generator<List<String>> NAMES = Generator.of("a", "ü", "0123456789ab", "x.y").list(0, 3);

	@Test
	void everyScriptIsReadAsItWasWritten() {
		Generator<IndexedScript> scripts = ScriptIndexTests::script;
		ForAll.of(scripts.list(0, 5).map(ScriptIndexTests::withPathsOfTheirOwn))
			.tries(Strength.of(300, 5000))
			.check((all) -> {
				ScriptIndex index = ScriptIndex.read(ScriptIndex.content(all));
				for (IndexedScript script : all) {
					assertThat(index.find(script.path(), script.size(), script.crc())).isEqualTo(script.parsed());
				}
			});
	}

	@Test
	void sameScriptsMakeTheSameBytes() {
		Section upgrade = new Section(3, 9, new SqlSection(2, 1, "abc"));
		Section downgrade = new Section(12, 20, new SqlSection(5, 2, "def"));
		ScriptHeader header = new ScriptHeader("b", List.of("a", "x"), List.of(), List.of("shop"), "add b",
				"add b\n\nmore", Instant.parse("2026-01-05T05:30:00Z"), false);
		ParsedScript parsed = new ParsedScript(header,
				Map.of(Direction.DOWNGRADE, downgrade, Direction.UPGRADE, upgrade));

		assertThat(new IndexedScript("2026/b.sql", 20, 7, parsed).line())
			.isEqualTo("2026/b.sql\t20\t7\tb\ta,x\t\tshop\t"
					+ "1767591000.0\tfalse\tadd b\t+add b\\n\\nmore\tUPGRADE\t3\t9\t2\t1\tabc\tDOWNGRADE\t12\t20\t5\t2\tdef");
	}

	@Test
	void scriptWithAnotherSizeOrCrcIsUnknown() {
		ScriptIndex index = ScriptIndex.read(ScriptIndex.content(List.of(script("a.sql", 10, 20))));

		assertThat(index.find("a.sql", 10, 20)).isNotNull();
		assertThat(index.find("a.sql", 11, 20)).isNull();
		assertThat(index.find("a.sql", 10, 21)).isNull();
		assertThat(index.find("b.sql", 10, 20)).isNull();
	}

	@Test
	void partOfAnIndexIsNone() {
		byte[] whole = ScriptIndex.content(List.of(script("a.sql", 10, 20), script("b.sql", 11, 21)));
		for (int length = 0; length < whole.length; length++) {
			byte[] part = Arrays.copyOf(whole, length);
			assertThat(ScriptIndex.read(part).find("a.sql", 10, 20)).as("%d bytes", length).isNull();
		}
	}

	@Test
	void otherTextIsNoIndex() {
		String text = new String(ScriptIndex.content(List.of(script("a.sql", 10, 20))), StandardCharsets.UTF_8);
		for (String other : List.of(text.replace("index 1 of", "index 2 of"), text.replace("\t10\t", "\tten\t"),
				text.replace("UPGRADE", "SIDEWAYS"), text.replace("\tUPGRADE", ""), text + "\n", text + "x",
				"\u0000\u0000")) {
			assertThat(other).isNotEqualTo(text);
			assertThat(ScriptIndex.read(other.getBytes(StandardCharsets.UTF_8)).find("a.sql", 10, 20)).as(other)
				.isNull();
		}
	}

	private static IndexedScript script(String path, long size, long crc) {
		ScriptHeader header = new ScriptHeader("a", List.of(), List.of(), List.of(), "add a", "add a", null, true);
		Section section = new Section(3, 9, new SqlSection(2, 1, "abc"));
		return new IndexedScript(path, size, crc, new ParsedScript(header, Map.of(Direction.UPGRADE, section)));
	}

	private static IndexedScript script(RandomSource random) {
		String message = TEXTS.next(random);
		ScriptHeader header = new ScriptHeader("r" + random.below(1000), NAMES.next(random), NAMES.next(random),
				NAMES.next(random), message, random.oneIn(2) ? message : TEXTS.next(random), time(random),
				random.oneIn(2));
		Section upgrade = section(random);
		Map<Direction, Section> sections = random.oneIn(2) ? Map.of(Direction.UPGRADE, upgrade)
				: Map.of(Direction.UPGRADE, upgrade, Direction.DOWNGRADE, section(random));
		return new IndexedScript(TEXTS.next(random), random.below(1_000_000), random.nextLong() >>> 32,
				new ParsedScript(header, sections));
	}

	private static List<IndexedScript> withPathsOfTheirOwn(List<IndexedScript> scripts) {
		Map<String, IndexedScript> own = new LinkedHashMap<>();
		scripts.forEach((script) -> own.put(script.path(), script));
		return List.copyOf(own.values());
	}

	private static Instant time(RandomSource random) {
		return random.oneIn(3) ? null
				: Instant.ofEpochSecond(random.between(-1_000_000_000, 1_000_000_000), random.below(1_000_000_000));
	}

	private static Section section(RandomSource random) {
		return new Section(random.below(100), random.nextLong() >>> 20,
				new SqlSection(random.below(100), random.below(100), "c" + random.below(1000)));
	}

	/**
	 * No file in UTF-8 has a half of a surrogate pair.
	 */
	private static String asRead(String text) {
		return Objects.requireNonNull(new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8));
	}

}
