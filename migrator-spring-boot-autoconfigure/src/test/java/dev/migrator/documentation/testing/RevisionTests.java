package dev.migrator.documentation.testing;

import dev.migrator.Migrator;
import dev.migrator.result.CheckResult;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest
class RevisionTests {

	@Autowired
	private Migrator migrator;

	@Test
	void databaseHasWhatTheEntitiesWant() {
		CheckResult result = this.migrator.check();

		assertThat(result.findings()).isEmpty();
		assertThat(result.model()).as("compared with the entities").isNotNull();
	}

	@Test
	void everyRevisionCanBeUndone() {
		this.migrator.downgrade("base");
		this.migrator.upgrade("heads");

		assertThat(this.migrator.status().pending()).isEmpty();
	}

}
