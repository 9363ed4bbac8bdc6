package dev.migrator.internal.execution.statement;

import java.util.List;

import dev.migrator.execution.Scripts;
import dev.migrator.internal.script.ScriptBody;
import dev.migrator.operation.DataMigration;
import dev.migrator.operation.ExecuteSql;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The facts of a revision before it is run.
 */
class RevisionSummaryTests {

	@Test
	void statementsAreCountedForEachOperation() {
		ScriptBody body = new ScriptBody(List.of(ExecuteSql.of("select 1;; select 2 -- ; three"),
				ExecuteSql.of("-- nothing"), new DataMigration("fill it", new DataMigration.Body() {
				}, null), ExecuteSql.of("copy t from stdin;\nselect;\n\\.\nselect 4")), 1);

		RevisionSummary survey = RevisionSummary.of(body);

		assertThat(survey.statements()).containsExactly(2, 0, 1, 2);
		assertThat(survey.total()).isEqualTo(5);
	}

	@Test
	void namesOfSettingsWithADotAreFound() {
		RevisionSummary survey = RevisionSummary
			.of(Scripts.body("set app.one = 'x'", "select set_config('app.two', 'y', false)"));

		assertThat(survey.settings().names()).containsExactly("app.one", "app.two");
		assertThat(RevisionSummary.of(Scripts.body("set work_mem = '1MB'")).settings().names()).isEmpty();
	}

	@Test
	void tracesAreLookedForInEveryOperation() {
		assertThat(RevisionSummary.of(Scripts.body("create temp table t ()", "select 1")).leavesResources()).isTrue();
		assertThat(RevisionSummary.of(Scripts.body("select 1", "select pg_advisory_lock(7)")).leavesResources())
			.isTrue();
		assertThat(RevisionSummary.of(Scripts.body("create table t ()", "select 1")).leavesResources()).isFalse();
	}

}
