package dev.migrator.faults;

import java.nio.file.Path;
import java.util.List;

import dev.migrator.Migrator;
import dev.migrator.MigratorBuilder;
import dev.migrator.execution.MissingPrivilegeException;
import dev.migrator.execution.ReadOnlyException;
import dev.migrator.testing.Postgres;
import dev.migrator.testing.Revisions;
import dev.migrator.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Roles that lack a right: the first error names it as GRANT writes it, nothing is half
 * created, and with that GRANT it works.
 */
@Tag("server")
class RightsTests {

	private final TestDatabase database = Postgres.newDatabase();

	private final String name = String.valueOf(this.database.value("select current_database()"));

	private final String role = "clerk_" + this.name;

	private Revisions revisions;

	@BeforeEach
	void setUp(@TempDir Path folder) {
		this.database.execute("create role " + this.role + " login password 'clerk'");
		this.database.execute("revoke all on schema public from public");
		this.revisions = Revisions.in(folder).add("a", "");
	}

	@AfterEach
	void dropRole() {
		this.database.execute("drop owned by " + this.role);
		this.database.execute("drop role " + this.role);
	}

	@Test
	void rightToCreateInTheSchema() {
		this.database.execute("grant usage on schema public to " + this.role);

		assertThat(whatIsMissing(builder())).isEqualTo("USAGE, CREATE ON SCHEMA \"public\"");
		assertThat(this.database.column("select relname from pg_class where relname like 'migrator%'")).isEmpty();

		grantAndUpgrade("USAGE, CREATE ON SCHEMA \"public\"", builder());
	}

	@Test
	void rightToCreateTheSchema() {
		MigratorBuilder builder = builder().schema("ops");

		assertThat(whatIsMissing(builder)).isEqualTo("CREATE ON DATABASE \"" + this.name + "\"");

		grantAndUpgrade("CREATE ON DATABASE \"" + this.name + "\"", builder);
	}

	@Test
	void rightToUseTheSchemaThatWasSaid() {
		this.database.execute("create schema ops");
		MigratorBuilder builder = builder().schema("ops");

		assertThat(whatIsMissing(builder)).isEqualTo("USAGE, CREATE ON SCHEMA \"ops\"");

		grantAndUpgrade("USAGE, CREATE ON SCHEMA \"ops\"", builder);
	}

	@Test
	void rightToReadTheHistory() {
		tablesOfAnother();
		this.database.execute("grant all on migrator_version to " + this.role);

		assertThat(whatIsMissing(builder())).isEqualTo("SELECT, INSERT, UPDATE ON \"public\".\"migrator_history\"");

		grantAndUpgrade("SELECT, INSERT, UPDATE ON \"public\".\"migrator_history\"", builder());
	}

	@Test
	void rightToReadTheVersionTable() {
		tablesOfAnother();
		this.database.execute("grant all on migrator_history to " + this.role);

		assertThat(whatIsMissing(builder()))
			.isEqualTo("SELECT, INSERT, UPDATE, DELETE ON \"public\".\"migrator_version\"");

		grantAndUpgrade("SELECT, INSERT, UPDATE, DELETE ON \"public\".\"migrator_version\"", builder());
	}

	@Test
	void rightToWriteTheVersionTable() {
		tablesOfAnother();
		this.database.execute("grant all on migrator_history to " + this.role);
		this.database.execute("grant select on migrator_version to " + this.role);

		assertThat(whatIsMissing(builder())).isEqualTo("INSERT, UPDATE, DELETE ON \"public\".\"migrator_version\"");

		grantAndUpgrade("INSERT, UPDATE, DELETE ON \"public\".\"migrator_version\"", builder());
	}

	@Test
	void errorSaysWhoMayNotDoWhatAndWhatToRun() {
		this.database.execute("grant usage on schema public to " + this.role);

		assertThatExceptionOfType(MissingPrivilegeException.class).isThrownBy(() -> builder().build().upgrade())
			.withMessage("""
					The role "%1$s" lacks rights that the migrator needs: USAGE, CREATE ON SCHEMA "public".

					The owner, or a superuser, has to run:

					    GRANT USAGE, CREATE ON SCHEMA "public" TO "%1$s";

					The revisions may need more rights. Nothing has been run.""".formatted(this.role));
	}

	@Test
	void allThatIsMissingIsNamedAtOnce() {
		tablesOfAnother();
		this.database.execute("revoke all on schema public from " + this.role);
		MigratorBuilder builder = builder().schema("public");

		assertThatExceptionOfType(MissingPrivilegeException.class).isThrownBy(() -> builder.build().status())
			.satisfies((ex) -> assertThat(ex.privileges()).hasSize(3))
			.withMessage("""
					The role "%1$s" may not read the migrator's tables: USAGE ON SCHEMA "public"; \
					SELECT ON "public"."migrator_version"; SELECT ON "public"."migrator_history".

					The owner, or a superuser, has to run, for a role that only reads:

					    GRANT USAGE ON SCHEMA "public" TO "%1$s";
					    GRANT SELECT ON "public"."migrator_version" TO "%1$s";
					    GRANT SELECT ON "public"."migrator_history" TO "%1$s";

					For a role that migrates:

					    GRANT USAGE, CREATE ON SCHEMA "public" TO "%1$s";
					    GRANT SELECT, INSERT, UPDATE, DELETE ON "public"."migrator_version" TO "%1$s";
					    GRANT SELECT, INSERT, UPDATE ON "public"."migrator_history" TO "%1$s";

					The revisions may need more rights. Nothing has been run.""".formatted(this.role));
	}

	@Test
	void roleThatOnlyLooksNeedsOnlyToRead() {
		tablesOfAnother();
		this.database.execute("revoke all on schema public from " + this.role);
		this.database.execute("grant usage on schema public to " + this.role);
		this.database.execute("grant select on migrator_version, migrator_history to " + this.role);

		assertThat(builder().build().status().pending()).containsExactly("b");
		assertThat(builder().build().checkRevisions()).isEmpty();
		MissingPrivilegeException refused = catchThrowableOfType(MissingPrivilegeException.class,
				() -> builder().build().upgrade());
		assertThat(refused.privileges()).containsExactly("INSERT, UPDATE, DELETE ON \"public\".\"migrator_version\"",
				"INSERT, UPDATE ON \"public\".\"migrator_history\"");
	}

	@Test
	void roleThatOnlyReadsIsRefusedWhenSomethingIsPending() {
		this.database.execute("grant usage, create on schema public to " + this.role);
		this.database.execute("alter role " + this.role + " set default_transaction_read_only = on");

		assertThatExceptionOfType(ReadOnlyException.class).isThrownBy(() -> builder().build().upgrade()).withMessage("""
				Revisions are pending, and the connection is read-only.

				Allow the migrator to write: check default_transaction_read_only of the role and of the \
				database, and the \
				read-only setting of the connection pool.
				Nothing has been run.""");
		assertThat(this.database.has("migrator_version")).isFalse();
	}

	private void tablesOfAnother() {
		this.database.execute("grant usage, create on schema public to " + this.role);
		Migrator.builder(this.database.newDataSource()).locations(this.revisions.location()).build().upgrade();
		this.revisions.add("b <- a", "");
	}

	private String whatIsMissing(MigratorBuilder builder) {
		MissingPrivilegeException refused = catchThrowableOfType(MissingPrivilegeException.class,
				() -> builder.build().upgrade());
		assertThat(refused).isNotNull();
		assertThat(refused.privileges()).singleElement();
		assertThat(refused.action()).contains("GRANT " + refused.privileges().get(0) + " TO \"" + this.role + "\";");
		return refused.privileges().get(0);
	}

	private void grantAndUpgrade(String privilege, MigratorBuilder builder) {
		this.database.execute("GRANT " + privilege + " TO " + this.role);

		List<String> to = builder.build().upgrade().to();

		assertThat(to).hasSize(1);
	}

	private MigratorBuilder builder() {
		PGSimpleDataSource dataSource = this.database.newDataSource();
		dataSource.setUser(this.role);
		dataSource.setPassword("clerk");
		return Migrator.builder(dataSource).locations(this.revisions.location());
	}

}
