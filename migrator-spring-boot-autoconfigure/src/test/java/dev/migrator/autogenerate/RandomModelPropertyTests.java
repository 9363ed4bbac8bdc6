package dev.migrator.autogenerate;

import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import dev.migrator.internal.autogenerate.revision.SqlRevisionBody;
import dev.migrator.internal.dialect.lexer.NameSql;
import dev.migrator.internal.schema.SchemaObjects;
import dev.migrator.schema.element.Column;
import dev.migrator.schema.element.Table;
import dev.migrator.testing.CatalogSnapshot;
import dev.migrator.testing.Postgres;
import dev.migrator.testing.Strength;
import dev.migrator.testing.TestDatabase;
import dev.migrator.testing.property.ForAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * From any model to any other and back, on a server, by what its catalog says.
 */
@Tag("server")
@Tag("strength")
class RandomModelPropertyTests {

	private static final Pattern FILL = Pattern.compile("-- (UPDATE .* SET (.*) = )\\.\\.\\.( WHERE .*;)");

	@Test
	void databaseBecomesWhatIsWantedAndWhatItWas() {
		ForAll.of(FromTo.ANY)
			.tries(Strength.of(4, 40))
			.alsoWith(new FromTo(172858795282373437L, -5107731933152391086L))
			.check((pair) -> {
				SchemaObjects first = RandomModels.of(pair.from(), Postgres.majorVersion());
				SchemaObjects second = RandomModels.of(pair.to(), Postgres.majorVersion());
				TestDatabase database = Postgres.newDatabase();
				GeneratedSqlServerTests.run(database, Comparing.with(database, first));
				assertThat(Comparing.with(database, first).detected()).isEmpty();
				CatalogSnapshot before = CatalogSnapshot.of(database).withoutColumnOrder();
				GeneratedSqlServerTests.run(database, rows(first));

				SqlRevisionBody body = SqlRevisionBody.of(Comparing.with(database, second));
				GeneratedSqlServerTests.run(database, filled(body.upgrade()));

				ProposedChanges left = Comparing.with(database, second);
				assertThat(left.detected()).as(body.upgrade()).isEmpty();
				assertThat(left.isEmpty()).isTrue();

				GeneratedSqlServerTests.run(database, filled(body.downgrade()));

				assertThat(CatalogSnapshot.of(database).withoutColumnOrder()).as(body.downgrade())
					.hasToString(before.toString());
				Postgres.giveBack(database);
			});
	}

	private static String rows(SchemaObjects schema) {
		return schema.tables().stream().map(RandomModelPropertyTests::row).collect(Collectors.joining());
	}

	private static String row(Table table) {
		List<Column> columns = table.columns()
			.stream()
			.filter((column) -> column.generated() == null && !column.name().equals("ref"))
			.toList();
		return "INSERT INTO %s (%s) OVERRIDING SYSTEM VALUE VALUES (%s);\n".formatted(NameSql.of(table.name()),
				columns.stream().map((column) -> NameSql.of(column.name())).collect(Collectors.joining(", ")),
				columns.stream().map((column) -> RandomModels.value(column.name())).collect(Collectors.joining(", ")));
	}

	private static String filled(String sql) {
		return FILL.matcher(sql)
			.replaceAll((fill) -> Objects.requireNonNull(fill.group(1)).replace("$", "\\$")
					+ RandomModels.value(fill.group(2).replace("\"", "")) + fill.group(3));
	}

}
