package dev.migrator;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.zaxxer.hikari.HikariDataSource;
import dev.migrator.testing.Postgres;
import dev.migrator.testing.Revisions;
import dev.migrator.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Each setting that a session may change, one after the other: set and used by one
 * revision, and as it was in the next and in the pool.
 */
@Tag("server")
@Tag("oldest")
class SessionSettingsTests {

	/** That one of a transaction was ever set is remembered, its value is not. */
	private static final String SETTINGS = """
			select string_agg(name || '=' || setting || case when name not in ('transaction_isolation',
			    'transaction_read_only', 'transaction_deferrable') then ' ' || source else '' end, ' ; ' order by name)
			from pg_settings where context in ('user', 'superuser')""";

	/** What a text may be, and what a number may not be. */
	private static final Map<String, String> VALUES = Map.ofEntries(Map.entry("application_name", "x"),
			Map.entry("backtrace_functions", "f"), Map.entry("client_encoding", "UTF8"),
			Map.entry("client_min_messages", "error"), Map.entry("createrole_self_grant", "set"),
			Map.entry("DateStyle", "ISO, YMD"), Map.entry("default_table_access_method", "heap"),
			Map.entry("default_tablespace", "pg_default"), Map.entry("default_text_search_config", "pg_catalog.german"),
			Map.entry("default_with_oids", "off"), Map.entry("dynamic_library_path", "$libdir:/x"),
			Map.entry("extension_control_path", "$system:/x"), Map.entry("lc_messages", "C"),
			Map.entry("lc_monetary", "C"), Map.entry("lc_numeric", "C"), Map.entry("lc_time", "C"),
			Map.entry("local_preload_libraries", ""), Map.entry("log_min_messages", "panic"),
			Map.entry("output_plugin_libraries", ""), Map.entry("restrict_nonsystem_relation_kind", "foreign-table"),
			Map.entry("search_path", "public, x"), Map.entry("session_preload_libraries", ""),
			Map.entry("temp_tablespaces", "pg_default"), Map.entry("TimeZone", "Asia/Kathmandu"),
			Map.entry("timezone_abbreviations", "India"), Map.entry("wal_consistency_checking", "all"),
			Map.entry("standard_conforming_strings", "on"), Map.entry("transaction_isolation", "serializable"),
			Map.entry("transaction_read_only", "off"));

	private final TestDatabase database = Postgres.newDatabase();

	private final HikariDataSource pool = this.database.newPool();

	private final List<String> names = new ArrayList<>();

	private Revisions revisions;

	@BeforeEach
	void setUp(@TempDir Path folder) {
		this.revisions = Revisions.in(folder);
		this.pool.setMaximumPoolSize(1);
		this.pool.setConnectionInitSql("set work_mem = '5MB'; set search_path = public");
		this.database.execute("create table seen (setting text, settings text)");
	}

	@AfterEach
	void close() {
		this.pool.close();
	}

	@Test
	void eachSettingIsPutBackAfterARevision() throws SQLException {
		this.revisions.add("r0", see("nothing"));
		String last = "r0";
		for (String[] setting : settings()) {
			String set = "s_" + setting[0];
			this.revisions.add(set + " <- " + last, "set %s = %s;\n%s".formatted(setting[0], setting[1], use()))
				.add(set + "_ <- " + set, see(setting[0]));
			last = set + "_";
		}

		nothingIsLeft();
	}

	@Test
	void eachSettingIsPutBackAfterARevisionWithoutATransaction() throws SQLException {
		this.revisions.addWithoutTransaction("r0", see("nothing"));
		String last = "r0";
		for (String[] setting : settings()) {
			String set = "s_" + setting[0];
			// What is read-only by default can only be read.
			String use = setting[0].equals("default_transaction_read_only") ? "set default_transaction_read_only = off;"
					: "";
			this.revisions
				.addWithoutTransaction(set + " <- " + last,
						"set %s = %s;\n%s%s".formatted(setting[0], setting[1], use, use()))
				.addWithoutTransaction(set + "_ <- " + set, see(setting[0]));
			last = set + "_";
		}

		nothingIsLeft();
	}

	private void nothingIsLeft() {
		String before = ofTheApplication();
		String process = ofTheApplication("select pg_backend_pid()");

		Migrator.builder(this.pool).locations(this.revisions.location()).build().upgrade();

		assertThat(this.database.column("""
				select s.setting from seen s, seen n where n.setting = 'nothing' and s.settings <> n.settings"""))
			.isEmpty();
		assertThat(this.database.value("select count(*) from seen")).isEqualTo(Integer.toString(this.names.size() + 1));
		assertThat(ofTheApplication()).isEqualTo(before);
		assertThat(ofTheApplication("select pg_backend_pid()")).isEqualTo(process);
	}

	private static String see(String setting) {
		return "insert into public.seen select '%s', (%s);".formatted(setting, SETTINGS);
	}

	private static String use() {
		return """
				create table public.used (id int primary key, at timestamptz default now(), name text);
				insert into public.used (id, name) select i, i || 'x' from generate_series(1, 20) i;
				create index on public.used (name);
				select count(*), max(at) from public.used u join pg_class c on c.relname = u.name where u.id > 3;
				drop table public.used;
				""";
	}

	/**
	 * Name and another value, as a literal.
	 */
	private List<String[]> settings() throws SQLException {
		List<String[]> settings = new ArrayList<>();
		try (Connection connection = this.pool.getConnection(); Statement statement = connection.createStatement()) {
			ResultSet row = statement.executeQuery(
					"""
							select name, vartype, setting, min_val, max_val, enumvals[1], coalesce(enumvals[2], enumvals[1]) from pg_settings
							where context in ('user', 'superuser') order by name""");
			while (row.next()) {
				settings.add(new String[] { row.getString(1), literal(row) });
				this.names.add(row.getString(1));
			}
		}
		assertThat(this.names).hasSizeGreaterThan(150).contains("work_mem", "temp_buffers", "transaction_isolation");
		return settings;
	}

	private static String literal(ResultSet row) throws SQLException {
		String name = row.getString(1);
		String value = VALUES.containsKey(name) ? VALUES.get(name) : switch (row.getString(2)) {
			case "bool" -> row.getString(3).equals("on") ? "off" : "on";
			case "enum" -> row.getString(3).equals(row.getString(6)) ? row.getString(7) : row.getString(6);
			case "integer", "real" -> name.endsWith("timeout") ? "60000" : number(row);
			default -> throw new IllegalStateException("Say what " + name + " may be");
		};
		return name.equals("search_path") ? value : "'" + value + "'";
	}

	private static String number(ResultSet row) throws SQLException {
		double value = row.getDouble(3);
		double other = (value + 1 <= row.getDouble(5) && !row.getString(1).equals("max_stack_depth")) ? value + 1
				: Math.max(value - 1, row.getDouble(4));
		return row.getString(2).equals("real") ? Double.toString(other) : Long.toString((long) other);
	}

	private String ofTheApplication() {
		return ofTheApplication(SETTINGS);
	}

	private String ofTheApplication(String sql) {
		return new JdbcTemplate(this.pool).queryForObject(sql, String.class);
	}

}
