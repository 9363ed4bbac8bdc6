package dev.migrator.internal.dialect.ddl;

import dev.migrator.operation.Directive;
import dev.migrator.testing.SealedTypes;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DirectiveSqlTests {

	@Test
	void eachDirectiveHasItsSql() {
		assertThat(DirectiveSql.written()).containsExactlyInAnyOrderElementsOf(
				SealedTypes.kinds(Directive.class).stream().filter(Class::isRecord).toList());
	}

}
