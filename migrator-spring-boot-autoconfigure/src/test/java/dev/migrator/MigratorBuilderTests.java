package dev.migrator;

import java.time.Duration;

import dev.migrator.execution.ExecutionSettings;
import dev.migrator.execution.TransactionMode;
import dev.migrator.testing.Postgres;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class MigratorBuilderTests {

	@Test
	void defaultsAreThoseOfTheConfigurationProperties() {
		MigratorBuilder builder = Migrator.builder(Postgres.maintenance().dataSource());

		assertThat(builder.settings()).isEqualTo(new ExecutionSettings(TransactionMode.PER_REVISION,
				Duration.ofMinutes(5), Duration.ofSeconds(5), 10, Duration.ZERO, Duration.ZERO, null));
		assertThat(builder.target).isEqualTo("heads");
		assertThat(builder.onChangedScript).isEqualTo(OnChangedScript.FAIL);
		assertThat(builder.onUnknownRevision).isEqualTo(OnUnknownRevision.FAIL);
		assertThat(builder.tables().version()).isEqualTo("\"migrator_version\"");
		assertThat(builder.tables().history()).isEqualTo("\"migrator_history\"");
	}

}
