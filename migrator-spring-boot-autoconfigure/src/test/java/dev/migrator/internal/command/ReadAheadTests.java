package dev.migrator.internal.command;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicReference;

import javax.sql.DataSource;

import dev.migrator.Migrator;
import dev.migrator.internal.script.text.InvalidScriptException;
import dev.migrator.problem.MigratorException;
import dev.migrator.testing.Postgres;
import dev.migrator.testing.Revisions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

import org.springframework.jdbc.datasource.DelegatingDataSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link ReadAhead}: nobody notices that scripts are read beside.
 */
class ReadAheadTests {

	@TempDir
	private Path folder;

	@Test
	void invalidScriptsAreToldBeforeAServerThatCannotBeReached() {
		Revisions revisions = Revisions.in(this.folder).file("0001_a.sql", "create table a ();");

		assertThatExceptionOfType(InvalidScriptException.class)
			.isThrownBy(() -> migrator(nobody(), revisions).upgrade());
		assertThatExceptionOfType(InvalidScriptException.class)
			.isThrownBy(() -> migrator(nobody(), revisions).status());
	}

	@Test
	void serverThatCannotBeReachedIsTold() {
		Revisions revisions = Revisions.in(this.folder).add("a", "create table a ();");

		assertThatExceptionOfType(MigratorException.class).isThrownBy(() -> migrator(nobody(), revisions).upgrade())
			.isNotInstanceOf(InvalidScriptException.class);
	}

	@Test
	void connectionIsOpenedByTheThreadOfTheCaller() {
		Revisions revisions = Revisions.in(this.folder).add("a", "create table a ();");
		AtomicReference<Thread> opener = new AtomicReference<>();

		migrator(new DelegatingDataSource(Postgres.newDatabase().dataSource()) {

			@Override
			public Connection getConnection() throws SQLException {
				opener.compareAndSet(null, Thread.currentThread());
				return super.getConnection();
			}

		}, revisions).upgrade();

		assertThat(opener).hasValue(Thread.currentThread());
	}

	private static DataSource nobody() {
		PGSimpleDataSource nobody = new PGSimpleDataSource();
		nobody.setServerNames(new String[] { "127.0.0.1" });
		nobody.setPortNumbers(new int[] { 1 });
		return nobody;
	}

	private static Migrator migrator(DataSource dataSource, Revisions revisions) {
		return Migrator.builder(dataSource).locations(revisions.location()).build();
	}

}
