package dev.migrator.internal.cli.output;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.migrator.testing.Strength;
import dev.migrator.testing.property.ForAll;
import dev.migrator.testing.property.Generator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

@Tag("strength")
class JsonTests {

	@Test
	void mapsKeepTheirOrderAndNullsAreShown() {
		Map<String, Object> map = new LinkedHashMap<>();
		map.put("revision", "a/b");
		map.put("none", null);
		map.put("downRevisions", List.of("x", 1, true));
		map.put("empty", List.of());
		map.put("nested", List.of(Map.of("k", Map.of())));

		assertThat(Json.of(map)).isEqualTo("""
				{
				  "revision": "a/b",
				  "none": null,
				  "downRevisions": [
				    "x",
				    1,
				    true
				  ],
				  "empty": [],
				  "nested": [
				    {
				      "k": {}
				    }
				  ]
				}""");
	}

	@Test
	void stringsAreReadAsTheyWere() {
		ForAll.of(Generator.strings(255))
			.tries(Strength.of(300, 1000))
			.check((text) -> assertThat(JsonMapper.shared().readTree(Json.of(Map.of("k", text))).path("k").asString())
				.isEqualTo(text));
	}

	@Test
	void listMayHoldNulls() {
		assertThat(Json.of(Arrays.asList("a", null))).isEqualTo("[\n  \"a\",\n  null\n]");
	}

	@Test
	void whatHasNoShapeIsRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> Json.of(List.of(Thread.State.NEW)))
			.withMessage("There is no JSON for java.lang.Thread$State");
	}

}
