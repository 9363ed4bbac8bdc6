package dev.migrator.sample;

import java.util.List;

import dev.migrator.Migrator;
import dev.migrator.revision.Revision;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Each revision goes down and up again, and nothing is left of it below.
 */
@SpringBootTest(webEnvironment = WebEnvironment.NONE)
@DirtiesContext
class RevisionsTests {

	private static final String SCHEMA = """
			select string_agg(line, E'\\n' order by line) from (
			    select table_name || '.' || column_name || ' ' || udt_name || ' ' || is_nullable || ' '
			        || coalesce(column_default, '') as line
			    from information_schema.columns where table_schema = 'public' and table_name not like 'migrator%'
			    union all
			    select indexdef from pg_indexes where schemaname = 'public' and tablename not like 'migrator%'
			    union all
			    select conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) from pg_constraint
			    where connamespace = 'public'::regnamespace and conrelid::regclass::text not like 'migrator%'
			        and contype <> 'n'
			    union all
			    select typname from pg_type where typnamespace = 'public'::regnamespace and typtype = 'e'
			) lines (line)""";

	private static final Database database = Database.create();

	@Autowired
	Migrator migrator;

	@Autowired
	JdbcClient jdbc;

	@DynamicPropertySource
	static void properties(DynamicPropertyRegistry registry) {
		database.giveTo(registry);
	}

	@Test
	void eachRevisionGoesDownAndUpAgain() {
		String complete = schema();
		List<Revision> revisions = this.migrator.writtenHistory().graph().revisions();

		for (Revision revision : revisions) {
			revision.downRevisions().forEach(this.migrator::downgrade);
			this.migrator.upgrade();
			assertThat(schema()).as("after %s went down and up again", revision.id()).isEqualTo(complete);
		}
	}

	@Test
	void nothingIsLeftAtTheBase() {
		String complete = schema();

		this.migrator.downgrade("base");
		assertThat(schema()).isEmpty();
		assertThat(this.migrator.status().pending()).hasSize(16);

		this.migrator.upgrade();
		assertThat(schema()).isEqualTo(complete);
		assertThat(this.jdbc.sql("select count(*) from exercises").query(Integer.class).single()).isPositive();
	}

	private String schema() {
		return this.jdbc.sql(SCHEMA).query(String.class).optional().orElse("");
	}

}
