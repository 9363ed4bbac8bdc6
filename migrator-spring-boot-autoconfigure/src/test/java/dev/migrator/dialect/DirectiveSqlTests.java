package dev.migrator.dialect;

import dev.migrator.operation.Directive;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DirectiveSqlTests {

	@Test
	void eachDirectiveHasItsSql() {
		assertThat(DirectiveSql.written()).containsExactlyInAnyOrder(Directive.class.getPermittedSubclasses());
	}

}
