package dev.migrator.internal.dialect.session;

import java.util.Arrays;
import java.util.List;

import dev.migrator.internal.dialect.connection.Row;
import dev.migrator.internal.dialect.connection.ServerConnection;
import dev.migrator.internal.dialect.inspection.CustomSettings;
import dev.migrator.testing.Postgres;
import dev.migrator.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a session was changed to, whichever way, and how another one is changed to the
 * same.
 */
@Tag("server")
@Tag("oldest")
class SessionStateServerTests {

	private final TestDatabase database = Postgres.newDatabase();

	private ServerConnection connection;

	@BeforeEach
	void connect() {
		this.database
			.execute("do $$ begin create role migrator_guest; exception when duplicate_object then null; end $$");
		this.connection = open();
		this.connection.send("set work_mem = '5MB'; set app.tenant = 'mine'; set statement_timeout = 1000");
	}

	@AfterEach
	void close() {
		this.connection.close();
	}

	@Test
	void whatWasNotChangedIsNotNoted() {
		SessionState state = state(this.connection);

		assertThat(noted(state)).isEqualTo("{}");
		this.connection.send("set statement_timeout = 5000; set lock_timeout = 7; " + state.restore());
		assertThat(noted(state)).isEqualTo("{}");
	}

	@Test
	void changesAreNotedWhicheverWayTheyWereMade() {
		SessionState state = state(this.connection);
		this.connection.send("""
				set search_path = app, public;
				do $$ begin perform set_config('app.tenant', 'other', false); end $$;
				with x as materialized (select set_config('TimeZone', 'Asia/Kathmandu', false)) select * from x;
				reset work_mem;
				set role migrator_guest;
				set lock_timeout = 7;""");
		this.connection.send("begin; set enable_sort = off; rollback");

		assertThat(this.connection.query("select * from (" + state.changes() + ") c order by name collate \"C\"")
			.toString())
			.isEqualTo(List
				.of(row("TimeZone", "Asia/Kathmandu"), row("app.tenant", "other"), row("lock_timeout", "7"),
						row("role", "migrator_guest"), row("search_path", "app, public"), row("work_mem", null))
				.toString());
	}

	@Test
	void anotherSessionIsChangedToWhatWasNoted() {
		SessionState state = state(this.connection);
		this.connection.send("set search_path = app; set app.tenant = 'it''s \\ me'; set work_mem = '64kB'; "
				+ "set session authorization migrator_guest; set role none; set role migrator_guest");
		String noted = noted(state);

		try (ServerConnection other = open()) {
			SessionState before = state(other);
			other.send(SessionSql.change(noted));

			assertThat(other.query("""
					select current_setting('search_path') || ' ' || current_setting('app.tenant') || ' '
					    || current_setting('work_mem') || ' ' || session_user || ' ' || current_setting('role')""")
				.get(0)
				.text(0)).isEqualTo("app it's \\ me 64kB migrator_guest migrator_guest");
			other.send(before.restore());
			assertThat(noted(other, before)).isEqualTo("{}");
		}
	}

	private static Row row(String name, String value) {
		return new Row(Arrays.asList(name, value));
	}

	private SessionState state(ServerConnection session) {
		return SessionState.of(session.query(SessionState.QUERY), session)
			.with(new CustomSettings(List.of("app.tenant")), session);
	}

	private String noted(SessionState state) {
		return noted(this.connection, state);
	}

	private static String noted(ServerConnection session, SessionState state) {
		return session
			.query("SELECT coalesce(json_object_agg(name, setting), '{}') FROM (%s) changed (name, setting)"
				.formatted(state.changes()))
			.get(0)
			.required(0);
	}

	private ServerConnection open() {
		return ServerConnection.open(this.database.dataSource(), (notice) -> {
		});
	}

}
