package dev.migrator.documentation.testing;

import dev.migrator.Migrator;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest
class TrimNamesTests {

	@Autowired
	private Migrator migrator;

	@Autowired
	private JdbcClient jdbc;

	@Test
	void namesLoseTheirBlanks() {
		this.migrator.downgrade("abc123def456");
		this.jdbc.sql("insert into exercises (id, name) values (gen_random_uuid(), ' Squat ')").update();

		this.migrator.upgrade("40d9e1b6f85c");

		assertThat(this.jdbc.sql("select name from exercises").query(String.class).list()).containsExactly("Squat");
	}

}
