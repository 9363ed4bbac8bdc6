package dev.migrator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import dev.migrator.execution.ScriptFailedException;
import dev.migrator.result.RevisionState;
import dev.migrator.result.RevisionStatus;
import dev.migrator.testing.Postgres;
import dev.migrator.testing.PrintedSql;
import dev.migrator.testing.Revisions;
import dev.migrator.testing.ScriptRunner;
import dev.migrator.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Two services with version tables of their own, and one history: each reads what is its
 * own, though their ids are the same.
 */
@Tag("server")
class SharedHistoryTests {

	private final TestDatabase database = Postgres.newDatabase();

	private Revisions orders;

	private Revisions billing;

	@BeforeEach
	void addRevisions(@TempDir Path one, @TempDir Path other) {
		this.orders = Revisions.in(one).add("1", "create table orders (id int)", "drop table orders");
		this.billing = Revisions.in(other).add("1", "create table bills (id int)", "drop table bills");
	}

	@Test
	void scriptOfTheOtherOneIsNoEditedScript() {
		orders().upgrade();
		billing().upgrade();

		assertThat(orders().upgrade().steps()).isEmpty();
		assertThat(billing().upgrade().steps()).isEmpty();
		assertThat(orders().checkRevisions()).isEmpty();
		assertThat(billing().checkRevisions()).isEmpty();
		assertThat(orders().status().revisions()).extracting(RevisionStatus::state)
			.containsExactly(RevisionState.APPLIED);
	}

	@Test
	void downgradeOfTheOtherOneIsNotItsOwn() {
		orders().upgrade();
		billing().upgrade();

		billing().downgrade("base");

		assertThat(orders().status().revisions().get(0).appliedAt()).isNotNull();
		assertThat(orders().status().pending()).isEmpty();
		assertThat(billing().status().pending()).containsExactly("1");
	}

	@Test
	void revisionOfTheOtherOneThatIsHalfWayIsNotItsOwn() {
		orders().upgrade();
		billing().upgrade();
		this.billing.addWithoutTransaction("2 <- 1", "select 1; select 1/0");
		assertThatExceptionOfType(ScriptFailedException.class).isThrownBy(() -> billing().upgrade());
		this.orders.addWithoutTransaction("2 <- 1", "create table late (id int); vacuum");

		assertThat(orders().status().halfWay()).isEmpty();
		orders().upgrade();

		assertThat(this.database.has("late")).isTrue();
		assertThat(billing().health().halfWay()).hasSize(1);
	}

	@Test
	void halfWayRowOfTheFirstLayoutThatNoScriptKnowsIsSomebodyElses() {
		orders().upgrade();
		this.billing.file("0001_1.sql", """
				-- revision: b1
				-- transaction: none
				-- migrator:upgrade
				select 1; select 1/0;""");
		assertThatExceptionOfType(ScriptFailedException.class).isThrownBy(() -> billing().upgrade());
		this.database.execute("update migrator_history set version_table = null");
		this.orders.add("2 <- 1", "create table late (id int)");
		String script = PrintedSql.ofUpgrade(orders(), "1:2");

		ScriptRunner.DRIVER.run(this.database, script);

		assertThat(orders().checkRevisions()).isEmpty();
		assertThat(this.database.has("late")).isTrue();
	}

	@Test
	void rowsOfTheFirstLayoutBelongToThoseWhoseVersionTableKnowsThem() {
		orders().upgrade();
		this.billing.file("0001_1.sql", """
				-- revision: b1
				-- migrator:upgrade
				create table bills (id int);""");
		billing().upgrade();
		this.database.execute("update migrator_history set version_table = null");

		assertThat(orders().checkRevisions()).isEmpty();
		assertThat(billing().checkRevisions()).isEmpty();
		assertThat(orders().status().revisions().get(0).appliedAt()).isNotNull();
		assertThat(billing().status().revisions().get(0).appliedAt()).isNotNull();
	}

	@Test
	void seedOfTheOtherOneIsNotItsOwn(@TempDir Path seeds) throws IOException {
		Files.writeString(seeds.resolve("first.sql"), "select 1");
		orders().upgrade();
		billing().upgrade();

		for (String versionTable : List.of("orders_version", "billing_version")) {
			Migrator migrator = builder(versionTable.startsWith("o") ? this.orders : this.billing, versionTable)
				.seedLocations(List.of("file:" + seeds))
				.build();
			assertThat(migrator.seed().seeded()).hasSize(1);
			assertThat(migrator.seed().seeded()).isEmpty();
		}
	}

	private Migrator orders() {
		return migrator(this.orders, "orders_version");
	}

	private Migrator billing() {
		return migrator(this.billing, "billing_version");
	}

	private Migrator migrator(Revisions revisions, String versionTable) {
		return builder(revisions, versionTable).build();
	}

	private MigratorBuilder builder(Revisions revisions, String versionTable) {
		return Migrator.builder(this.database.dataSource()).locations(revisions.location()).versionTable(versionTable);
	}

}
