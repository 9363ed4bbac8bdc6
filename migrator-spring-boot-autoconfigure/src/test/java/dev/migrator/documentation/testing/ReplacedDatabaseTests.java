package dev.migrator.documentation.testing;

import org.junit.jupiter.api.Test;
import org.springframework.boot.data.jpa.test.autoconfigure.DataJpaTest;
import org.springframework.test.context.TestContextManager;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * What {@code docs/testing.md} says of a slice without {@code replace = NONE}.
 */
class ReplacedDatabaseTests {

	@Test
	void embeddedDatabaseInThePlaceOfTheApplicationsIsRefused() {
		TestContextManager manager = new TestContextManager(Slice.class);

		assertThatThrownBy(() -> manager.prepareTestInstance(new Slice())).rootCause()
			.hasMessageContaining("The DataSource leads to H2");
	}

	@DataJpaTest
	static class Slice {

	}

}
