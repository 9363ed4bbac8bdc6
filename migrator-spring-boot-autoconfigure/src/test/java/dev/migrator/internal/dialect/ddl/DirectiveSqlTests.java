package dev.migrator.internal.dialect.ddl;

import java.util.stream.Stream;

import dev.migrator.operation.Directive;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DirectiveSqlTests {

	@Test
	void eachDirectiveHasItsSql() {
		assertThat(DirectiveSql.written()).containsExactlyInAnyOrderElementsOf(
				Stream.of(Directive.class.getPermittedSubclasses()).filter(Class::isRecord).toList());
	}

}
