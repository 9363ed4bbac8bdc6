package dev.migrator.faults;

import java.nio.file.Path;
import java.time.Duration;

import com.zaxxer.hikari.HikariDataSource;
import dev.migrator.Migrator;
import dev.migrator.MigratorBuilder;
import dev.migrator.execution.ScriptFailedException;
import dev.migrator.testing.Postgres;
import dev.migrator.testing.Revisions;
import dev.migrator.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Messages and answers that take longer than the watch waits for an answer that it takes
 * for lost, and those that are lost.
 */
@Tag("server")
@Timeout(60)
@ExtendWith(OutputCaptureExtension.class)
class SlowNetworkTests {

	/** With {@link #TEXT} longer than five seconds, which an answer may take. */
	private static final int BYTES_PER_SECOND = 80_000;

	private static final String TEXT = "x".repeat(600_000);

	private final TestDatabase database = Postgres.newDatabase();

	private final TcpProxy proxy = TcpProxy.before(this.database);

	private final HikariDataSource pool = new HikariDataSource();

	private Revisions revisions;

	@BeforeEach
	void setUp(@TempDir Path folder) {
		this.revisions = Revisions.in(folder).add("a", "create table a (v text);");
		this.pool
			.setJdbcUrl(this.database.fullUrl().replaceFirst("//[^/]*/", "//localhost:" + this.proxy.port() + "/"));
		this.pool.setMaximumPoolSize(2);
	}

	@AfterEach
	void close() {
		this.pool.close();
		this.proxy.close();
	}

	@Test
	void largeMessageIsSentToItsEndHoweverLongThatTakes(CapturedOutput output) {
		this.revisions.add("b <- a", "insert into a values ('" + TEXT + "');");
		this.proxy.slow(BYTES_PER_SECOND);

		assertThat(builder().build().upgrade().to()).containsExactly("b");

		assertThat(output).doesNotContain("cutting the connection");
		assertThat(this.database.value("select length(v) from a")).isEqualTo("600000");
	}

	@Tag("thorough")
	@Test
	void answerIsReadToItsEndHoweverLongThatTakes(CapturedOutput output) {
		this.revisions.add("b <- a", "select repeat('x', 20000);\n".repeat(30));
		this.proxy.slow(BYTES_PER_SECOND);

		assertThat(builder().build().upgrade().to()).containsExactly("b");

		assertThat(output).doesNotContain("cutting the connection");
	}

	@Tag("thorough")
	@Test
	void dataOfACopyAreSentToTheirEndAsLongAsTheyMove(CapturedOutput output) {
		// Otherwise the operating system takes all of it at once.
		this.pool.setJdbcUrl(this.pool.getJdbcUrl() + "&sendBufferSize=16384");
		this.revisions.add("b <- a", "copy a from stdin;\n" + ("x".repeat(999) + "\n").repeat(600) + "\\.\n");
		this.proxy.slow(BYTES_PER_SECOND);

		assertThat(builder().uploadTimeout(Duration.ofSeconds(5)).build().upgrade().to()).containsExactly("b");

		assertThat(output).doesNotContain("cutting the connection");
		assertThat(this.database.value("select count(*) from a")).isEqualTo("600");
	}

	@Tag("thorough")
	@Test
	void messageThatIsLostOnItsWayIsWaitedForAsLongAsTheSettingSays(CapturedOutput output) {
		this.revisions.add("b <- a", "insert into a values ('" + TEXT + "');");
		this.proxy.when("insert into a", TcpProxy.Fault.SILENCE);

		assertThatExceptionOfType(ScriptFailedException.class)
			.isThrownBy(() -> builder().uploadTimeout(Duration.ofSeconds(7)).build().upgrade())
			.satisfies((ex) -> assertThat(ex.action()).contains("The connection was lost")
				.endsWith("A message may be on its way to the server for 7.0 s (migrator.upload-timeout), and this one "
						+ "did not arrive: raise it, or set it to 0, if the network is that slow."));

		assertThat(output).contains("The server has waited 7.0 s for the rest of a message (migrator.upload-timeout)")
			.doesNotContain("The server has answered");
		assertThat(this.database.versionRows()).containsExactly("a");
	}

	@Test
	void dataOfACopyThatAreLostOnTheirWayAreWaitedForAsLongAsTheSettingSays(CapturedOutput output) {
		this.revisions.add("b <- a", "copy a from stdin;\nfirst row\n" + TEXT + "\n\\.\n");
		this.proxy.when("first row", TcpProxy.Fault.SILENCE);

		assertThatExceptionOfType(ScriptFailedException.class)
			.isThrownBy(() -> builder().uploadTimeout(Duration.ofSeconds(1)).build().upgrade())
			.satisfies((ex) -> assertThat(ex.action()).contains("migrator.upload-timeout"));

		assertThat(output).contains("The server has waited 1.0 s for the rest of a message (migrator.upload-timeout)");
		assertThat(this.database.versionRows()).containsExactly("a");
	}

	@Test
	void messageThatIsCutOnItsWayIsRolledBackAtOnce() {
		this.revisions.add("b <- a", "insert into a values ('" + TEXT + "last words');");
		this.proxy.when("last words", TcpProxy.Fault.CUT_BEFORE);

		assertThatExceptionOfType(ScriptFailedException.class).isThrownBy(() -> builder().build().upgrade())
			.satisfies((ex) -> assertThat(ex.action()).startsWith("The connection was lost")
				.doesNotContain("migrator.upload-timeout"));

		assertThat(this.database.versionRows()).containsExactly("a");
		assertThat(this.database.value("select count(*) from a")).isEqualTo("0");
		assertThat(builder().build().upgrade().to()).containsExactly("b");
	}

	@Tag("thorough")
	@Test
	void lostAnswerToACopyIsNotWaitedForForEver(CapturedOutput output) {
		this.revisions.add("b <- a", "copy a from stdin;\nfirst row\n\\.\n");
		this.proxy.when("first row", TcpProxy.Fault.LOST_ANSWER);

		assertThatExceptionOfType(ScriptFailedException.class).isThrownBy(() -> builder().build().upgrade())
			.satisfies((ex) -> assertThat(ex.action()).startsWith("The connection was lost"));

		assertThat(output).contains("The server has answered, or has lost the session, and nothing arrives");
		assertThat(this.database.versionRows()).containsExactly("a");
	}

	@Tag("thorough")
	@Test
	void statementOfASessionThatTheWatchMayNotSeeIsLeftAlone(CapturedOutput output) {
		builder().build().upgrade();
		String login = "login_" + this.database.name();
		String owner = "owner_" + this.database.name();
		this.database.execute("create role " + owner);
		this.database.execute("create role " + login + " login password 'login'");
		this.database.execute("grant " + owner + " to " + login);
		this.database.execute("grant all on schema public to " + owner);
		this.database.execute("grant all on all tables in schema public to " + owner);
		this.revisions.add("b <- a", "select pg_sleep(7);");
		try (HikariDataSource clerk = new HikariDataSource()) {
			clerk.setJdbcUrl(this.database.url());
			clerk.setUsername(login);
			clerk.setPassword("login");
			clerk.setConnectionInitSql("set role " + owner);
			clerk.setMaximumPoolSize(2);

			assertThat(Migrator.builder(clerk).locations(this.revisions.location()).build().upgrade().to())
				.containsExactly("b");

			assertThat(output).doesNotContain("cutting the connection");
		}
		finally {
			this.database.execute("drop owned by " + owner);
			this.database.execute("drop role " + login);
			this.database.execute("drop role " + owner);
		}
	}

	private MigratorBuilder builder() {
		return Migrator.builder(this.pool).locations(this.revisions.location());
	}

}
