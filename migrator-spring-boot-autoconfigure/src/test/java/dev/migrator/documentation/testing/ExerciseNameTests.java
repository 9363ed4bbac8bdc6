package dev.migrator.documentation.testing;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.jdbc.test.autoconfigure.JdbcTest;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.testcontainers.junit.jupiter.EnabledIfDockerAvailable;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@JdbcTest
@Import(ContainerConfiguration.class)
@EnabledIfDockerAvailable
class ExerciseNameTests {

	@Autowired
	private JdbcClient jdbc;

	@Test
	void exerciseHasAName() {
		assertThatExceptionOfType(DataIntegrityViolationException.class)
			.isThrownBy(() -> this.jdbc.sql("insert into exercises (id) values (gen_random_uuid())").update());
	}

}
