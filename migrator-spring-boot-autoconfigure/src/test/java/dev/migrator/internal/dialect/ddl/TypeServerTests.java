package dev.migrator.internal.dialect.ddl;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.migrator.internal.dialect.lexer.NameSql;
import dev.migrator.internal.dialect.lexer.SqlText;
import dev.migrator.schema.BuiltIn;
import dev.migrator.schema.DataType;
import dev.migrator.schema.DataType.BuiltInType;
import dev.migrator.schema.IntervalFields;
import dev.migrator.schema.Types;
import dev.migrator.schema.element.Column;
import dev.migrator.testing.Postgres;
import dev.migrator.testing.TestDatabase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Types as they are written, read back from the server.
 */
@Tag("server")
@Tag("oldest")
class TypeServerTests {

	private static final TestDatabase database = Postgres.newDatabase();

	/**
	 * All of pg_type that a column can be of, arrays apart.
	 */
	private static final String COLUMN_TYPES = """
			select format_type(oid, null) from pg_type
			where typnamespace = 'pg_catalog'::regnamespace and typtype in ('b', 'r', 'm') and typcategory <> 'A'
			order by 1""";

	@Test
	void everyTypeOfTheServerIsAValue() {
		List<DataType> types = Arrays.stream(BuiltIn.values()).map(Types::builtIn).toList();

		assertThat(readBack(types).stream().map((type) -> type.replaceAll("\\(1\\)$", "")).sorted())
			.containsExactlyElementsOf(database.column(COLUMN_TYPES).stream().map(String::valueOf).sorted().toList());
	}

	@Test
	void everyTypeOfTheServerCanBeNamed() {
		List<String> names = database
			.column(COLUMN_TYPES.replace("format_type(oid, null)", "typname").replace("order by 1", "order by oid"))
			.stream()
			.map(String::valueOf)
			.toList();

		assertThat(readBack(names.stream().map(Types::named).toList())).containsExactlyElementsOf(
				database.column(COLUMN_TYPES.replace("null", "-1").replace("order by 1", "order by oid"))
					.stream()
					.map(String::valueOf)
					.toList());
	}

	@Test
	void everyTypeHasAnArray() {
		List<DataType> types = Arrays.stream(BuiltIn.values())
			.filter((type) -> !List
				.of("GTSVECTOR", "PG_NODE_TREE", "PG_NDISTINCT", "PG_DEPENDENCIES", "PG_MCV_LIST",
						"PG_BRIN_BLOOM_SUMMARY", "PG_BRIN_MINMAX_MULTI_SUMMARY")
				.contains(type.name()))
			.map((type) -> Types.array(Types.builtIn(type)))
			.toList();

		assertThat(readBack(types)).allMatch((type) -> type.endsWith("[]"));
	}

	@Test
	void lengthsAndPrecisionsArrive() {
		assertThat(readBack(List.of(Types.varchar(10), Types.character(3), Types.bit(4), Types.varbit(5),
				Types.numeric(6, 2), Types.of(BuiltIn.NUMERIC, 7), Types.timestamp(3), Types.timestamptz(0),
				Types.of(BuiltIn.TIME, 2), Types.of(BuiltIn.TIMETZ, 1), Types.of(BuiltIn.INTERVAL, 4),
				Types.array(Types.varchar(9)), Types.sql("numeric ( 5 , 1 )"))))
			.containsExactly("character varying(10)", "character(3)", "bit(4)", "bit varying(5)", "numeric(6,2)",
					"numeric(7,0)", "timestamp(3) without time zone", "timestamp(0) with time zone",
					"time(2) without time zone", "time(1) with time zone", "interval(4)", "character varying(9)[]",
					"numeric(5,1)");
	}

	@Test
	void fieldsOfIntervalsArrive() {
		List<DataType> types = Arrays.stream(IntervalFields.values()).map(Types::interval).toList();

		assertThat(readBack(types)).containsExactlyElementsOf(Arrays.stream(IntervalFields.values())
			.map((fields) -> "interval " + fields.name().toLowerCase(Locale.ROOT).replace('_', ' '))
			.toList());
		assertThat(readBack(List.of(new BuiltInType(BuiltIn.INTERVAL, List.of(3), IntervalFields.DAY_TO_SECOND))))
			.containsExactly("interval day to second(3)");
	}

	@Test
	void namesAreQuotedExactlyWherePostgresNeedsIt() {
		List<String> words = Stream
			.concat(database.column("select word from pg_get_keywords()").stream().map(String::valueOf),
					Stream.of("users", "Users", "my table", "a$b", "1a", "_x", "ä", "a\"b", "a-b"))
			.toList();
		Map<String, String> quoted = database
			.column("select w || E'\\n' || quote_ident(w) from unnest(string_to_array("
					+ SqlText.literal(String.join("\n", words)) + ", E'\\n')) w")
			.stream()
			.map((line) -> String.valueOf(line).split("\n"))
			.collect(Collectors.toMap((parts) -> parts[0], (parts) -> parts[1]));

		// what a later version reserves is quoted for the earlier ones too
		assertThat(words).allSatisfy((word) -> assertThat(NameSql.of(word)).isIn(quoted.get(word),
				(Postgres.majorVersion() < 18) ? SqlText.identifier(word) : quoted.get(word)));
	}

	private static List<String> readBack(List<DataType> types) {
		String columns = Stream.iterate(0, (i) -> i + 1)
			.limit(types.size())
			.map((i) -> ColumnSql.definition(Column.of("c" + i, types.get(i))))
			.collect(Collectors.joining(", "));
		database.execute("drop table if exists t");
		database.execute("create table t (" + columns + ")");
		return database
			.column("select format_type(atttypid, atttypmod) from pg_attribute where attrelid = 't'::regclass "
					+ "and attnum > 0 order by attnum")
			.stream()
			.map(String::valueOf)
			.toList();
	}

}
