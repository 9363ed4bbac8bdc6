package dev.migrator.internal.autogenerate.rule;

import java.util.List;

import dev.migrator.internal.schema.SchemaObject;
import dev.migrator.testing.SealedTypes;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RulesTests {

	@Test
	void eachKindOfObjectHasOneRule() {
		List<Class<?>> objects = List.copyOf(SealedTypes.kinds(SchemaObject.class));

		assertThat(objects).hasSizeGreaterThan(9)
			.allSatisfy((object) -> assertThat(Rules.kinds()).filteredOn((kind) -> kind.isAssignableFrom(object))
				.hasSize(1));
	}

}
