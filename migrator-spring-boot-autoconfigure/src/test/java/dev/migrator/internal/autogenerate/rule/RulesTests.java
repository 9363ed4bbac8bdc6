package dev.migrator.internal.autogenerate.rule;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import dev.migrator.internal.schema.SchemaObject;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RulesTests {

	@Test
	void eachKindOfObjectHasOneRule() {
		List<Class<?>> objects = kinds(SchemaObject.class).toList();

		assertThat(objects).hasSizeGreaterThan(9)
			.allSatisfy((object) -> assertThat(Rules.kinds()).filteredOn((kind) -> kind.isAssignableFrom(object))
				.hasSize(1));
	}

	private static Stream<Class<?>> kinds(Class<?> type) {
		return type.isSealed() ? Arrays.stream(type.getPermittedSubclasses()).flatMap(RulesTests::kinds)
				: Stream.of(type);
	}

}
