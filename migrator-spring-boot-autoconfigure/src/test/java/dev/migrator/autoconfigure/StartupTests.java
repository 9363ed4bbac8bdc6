package dev.migrator.autoconfigure;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import dev.migrator.Migrator;
import dev.migrator.autoconfigure.properties.StartupMode;
import dev.migrator.result.PendingRevisionsException;
import dev.migrator.revision.MultipleHeadsException;
import dev.migrator.testing.Postgres;
import dev.migrator.testing.Revisions;
import dev.migrator.testing.TestDatabase;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.SpringProperties;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What happens to pending revisions when an application starts.
 */
@ExtendWith(OutputCaptureExtension.class)
class StartupTests {

	private final TestDatabase database = Postgres.newDatabase();

	private Revisions revisions;

	private ApplicationContextRunner runner;

	@BeforeEach
	void setUp(@TempDir Path folder) {
		this.revisions = Revisions.in(folder).add("a", "create table a ();").add("b <- a", "create table b ();");
		this.runner = Contexts.runner(this.database, this.revisions);
	}

	@Test
	void pendingRevisionsAreAppliedAndTold(CapturedOutput output) {
		this.runner.run((context) -> assertThat(context).hasNotFailed());

		assertThat(this.database.versionRows()).containsExactly("b");
		assertThat(output).containsSubsequence("Running upgrade <base> -> a, make a (1 of 2)", "Finished upgrade a in ",
				"Running upgrade a -> b, make b (2 of 2)", "Finished upgrade b in ", "Applied 2 revisions in ",
				"; the database is at b (head)");
	}

	@Test
	void startWithNothingPendingSaysSoInOneLine(CapturedOutput output) {
		this.runner.run((context) -> assertThat(context).hasNotFailed());
		int before = output.getOut().length();

		this.runner.run((context) -> assertThat(context).hasNotFailed());

		assertThat(output.getOut().substring(before).lines().filter((line) -> line.contains("dev.migrator"))).hasSize(1)
			.allSatisfy((line) -> assertThat(line).contains("The database is at b (head); nothing to upgrade"));
		assertThat(this.database.history()).hasSize(2);
	}

	@Test
	void validatingRefusesToStartWithPendingRevisionsAndAppliesNone() {
		this.runner.withPropertyValues("migrator.startup=validate").run((context) -> {
			assertThat(Contexts.problem(context)).isInstanceOf(PendingRevisionsException.class)
				.hasMessageContaining("The database is at base, and 2 revisions are pending: a, b");
			assertThat(this.database.has("migrator_version")).isFalse();
		});
	}

	@Test
	void validatingStartsIfNothingIsPending() {
		this.runner.run((context) -> assertThat(context).hasNotFailed());

		this.runner.withPropertyValues("migrator.startup=validate")
			.run((context) -> assertThat(context).hasNotFailed());
	}

	@Test
	void validatingLooksNoFurtherThanTheTarget() {
		this.runner.withPropertyValues("migrator.target=a").run((context) -> assertThat(context).hasNotFailed());

		this.runner.withPropertyValues("migrator.target=a", "migrator.startup=validate")
			.run((context) -> assertThat(context).hasNotFailed());
	}

	@Test
	void waitingStartsWhenAnotherProcessIsDone(CapturedOutput output) throws Exception {
		CompletableFuture<Boolean> waiter = CompletableFuture.supplyAsync(() -> {
			boolean[] failed = new boolean[1];
			this.runner.withPropertyValues("migrator.startup=wait", "migrator.lock.wait=30s")
				.run((context) -> failed[0] = context.getStartupFailure() != null);
			return failed[0];
		});
		Awaitility.await()
			.untilAsserted(() -> assertThat(output).contains("for another process to apply what is pending"));
		assertThat(waiter).isNotDone();
		assertThat(this.database.has("migrator_version")).isFalse();

		Migrator.builder(this.database.dataSource()).locations(this.revisions.location()).build().upgrade();

		assertThat(waiter.get(30, TimeUnit.SECONDS)).as("failed").isFalse();
	}

	@Test
	void waitingEndsAfterItsTime() {
		this.runner.withPropertyValues("migrator.startup=wait", "migrator.lock.wait=150ms")
			.run((context) -> assertThat(Contexts.problem(context)).isInstanceOf(PendingRevisionsException.class)
				.hasMessageContaining("Waited 150 ms for another process"));
	}

	@Test
	void noneLeavesTheDatabaseAlone() {
		this.runner.withPropertyValues("migrator.startup=none").run((context) -> {
			assertThat(context).hasNotFailed();
			assertThat(this.database.has("migrator_version")).isFalse();
			assertThat(context.getBean(Migrator.class).status().pending()).containsExactly("a", "b");
		});
	}

	@Test
	void noneDoesNotEvenAskForAConnectionAndSaysSoInOneLine(CapturedOutput output) {
		Contexts.runner()
			.withPropertyValues("spring.datasource.url=jdbc:postgresql://nowhere.invalid/none", "migrator.startup=none")
			.run((context) -> assertThat(context).hasNotFailed());

		assertThat(output.toString().lines().filter((line) -> line.contains("dev.migrator"))).singleElement()
			.asString()
			.contains(" INFO ")
			.endsWith(" Nothing is applied at this start: the startup mode is none (migrator.startup)");
	}

	@Test
	void severalMigratorsThatApplyNothingSayItOnce(CapturedOutput output) {
		MigratorInitializer initializer = new MigratorInitializer(
				List.of(Migrator.builder(this.database.dataSource()).build(),
						Migrator.builder(this.database.dataSource()).build()),
				StartupMode.NONE);

		initializer.afterPropertiesSet();

		assertThat(output.toString().lines().filter((line) -> line.contains("Nothing is applied"))).hasSize(1);
	}

	@Test
	void nothingIsMigratedInATrainingRun(CapturedOutput output) {
		SpringProperties.setProperty("spring.context.exit", "onRefresh");
		try {
			Contexts.runner()
				.withPropertyValues("spring.datasource.url=jdbc:postgresql://nowhere.invalid/none")
				.run((context) -> assertThat(context).hasNotFailed());
		}
		finally {
			SpringProperties.setProperty("spring.context.exit", null);
		}
		assertThat(output).contains("spring.context.exit=onRefresh").contains("nothing is migrated");
	}

	@Test
	void upgradeGoesNoFurtherThanItsTarget() {
		this.runner.withPropertyValues("migrator.target=a")
			.run((context) -> assertThat(this.database.versionRows()).containsExactly("a"));
	}

	@Test
	void severalHeadsAreAppliedWithTheCommandThatMergesThem(CapturedOutput output) {
		this.revisions.add("c <- a", "create table c ();");

		this.runner.run((context) -> assertThat(this.database.versionRows()).containsExactly("b", "c"));

		assertThat(output).contains(
				"There are 2 heads: b, c. An upgrade applies all of them, in an order that the next revision cannot "
						+ "rely on. Merge them: migrator merge b c -m \"merge heads\"");
	}

	@Test
	void severalHeadsAreRefusedIfTheTargetIsOne() {
		this.revisions.add("c <- a", "create table c ();");

		this.runner.withPropertyValues("migrator.target=head").run((context) -> {
			assertThat(Contexts.problem(context)).isInstanceOf(MultipleHeadsException.class);
			assertThat(this.database.has("a")).isFalse();
		});
	}

}
