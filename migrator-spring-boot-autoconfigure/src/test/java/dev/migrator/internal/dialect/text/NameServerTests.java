package dev.migrator.internal.dialect.text;

import java.util.List;

import dev.migrator.internal.dialect.connection.Row;
import dev.migrator.internal.dialect.connection.ServerConnection;
import dev.migrator.internal.dialect.inspection.CustomSettings;
import dev.migrator.internal.dialect.lexer.NameText;
import dev.migrator.internal.dialect.lexer.SqlText;
import dev.migrator.internal.dialect.session.SessionState;
import dev.migrator.schema.ObjectName;
import dev.migrator.testing.Postgres;
import dev.migrator.testing.TestDatabase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Names are what the server makes of them.
 */
@Tag("server")
public class NameServerTests {

	private static final String ROCKET = "\uD83D\uDE80";

	private final TestDatabase database = Postgres.newDatabase();

	@Test
	void identifiersAreReadAsTheServerReadsThem() {
		List<String> identifiers = List.of("Users", "\"Users\"", "ÄMTER", "ämter", "\"a\"\"b\"", "İıI", "x\u00A0Y$1",
				ROCKET + "\uD84A\uDC4A", "x".repeat(62) + ROCKET, "\"" + "y".repeat(60) + "Ää\"", "Ä".repeat(40));

		identifiers.forEach((identifier) -> this.database.execute("create table " + identifier + " ()"));

		assertThat(this.database
			.column("select relname from pg_class where relnamespace = 'public'::regnamespace order by oid"))
			.isEqualTo(identifiers.stream().map(NameText::of).toList());
	}

	@Test
	void defaultNamesAreTheServers() {
		assertDefaultNames("x".repeat(60), ROCKET.repeat(15));
		assertDefaultNames(ROCKET.repeat(15), "ü".repeat(31));
		assertDefaultNames("東".repeat(21), "a");
		assertDefaultNames("a", "東".repeat(21));
	}

	private void assertDefaultNames(String table, String column) {
		this.database.execute(
				"""
						create table %1$s (id int primary key, %2$s int unique references %1$s, check (%2$s > 0), check (1 > 0));
						create index on %1$s (%2$s)"""
					.formatted(SqlText.identifier(table), SqlText.identifier(column)));

		ObjectName name = new ObjectName(null, table);
		assertThat(this.database.column("select conname from pg_constraint where contype <> 'n' and conrelid = "
				+ SqlText.literal(SqlText.identifier(table)) + "::regclass"))
			.containsExactlyInAnyOrder(DefaultNames.primaryKey(name), DefaultNames.foreignKey(name, List.of(column)),
					DefaultNames.unique(name, List.of(column)), DefaultNames.check(name, column),
					DefaultNames.check(name, null));
		assertThat(this.database.column("select indexname from pg_indexes where tablename = " + SqlText.literal(table)))
			.contains(DefaultNames.index(name, List.of(column)));
	}

	@Test
	void settingWithAnyLetterIsPutBack() {
		CustomSettings settings = CustomSettings.in(List.of("set app.größe = 2; set 東京." + ROCKET + " = 2"));

		try (ServerConnection connection = ServerConnection.open(this.database.dataSource(), (notice) -> {
		})) {
			connection.send("set app.größe = 1;");
			SessionState state = SessionState.of(connection.query(SessionState.QUERY), connection)
				.with(settings, connection);
			connection.send("set app.größe = 2; set 東京." + ROCKET + " = 2;" + state.restore());

			assertThat(connection.query("select current_setting('app.größe') || current_setting('東京." + ROCKET + "')"))
				.containsExactly(new Row(List.of("1")));
		}
	}

}
