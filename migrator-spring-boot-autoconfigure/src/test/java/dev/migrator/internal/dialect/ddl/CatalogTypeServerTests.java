package dev.migrator.internal.dialect.ddl;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.migrator.internal.dialect.catalog.CatalogReader;
import dev.migrator.internal.dialect.connection.ServerConnection;
import dev.migrator.schema.BuiltIn;
import dev.migrator.schema.DataType;
import dev.migrator.schema.DataType.BuiltInType;
import dev.migrator.schema.IntervalFields;
import dev.migrator.schema.Types;
import dev.migrator.schema.element.Column;
import dev.migrator.testing.Postgres;
import dev.migrator.testing.TestDatabase;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Types as they are written, read from the catalog.
 */
@Tag("server")
@Tag("oldest")
class CatalogTypeServerTests {

	private static final TestDatabase database = Postgres.newDatabase();

	@BeforeAll
	static void createTypes() {
		database.execute("""
				create type status as enum ('A'); create domain positive as int check (value > 0);
				create type pair as (a int, b int); create schema other; create type other."Kind" as enum ('B')""");
	}

	@Test
	void everyBuiltInTypeComesBack() {
		List<DataType> types = Arrays.stream(BuiltIn.values())
			.filter((type) -> type != BuiltIn.CHAR && type != BuiltIn.BIT)
			.map(Types::builtIn)
			.toList();

		assertThat(readBack(types)).isEqualTo(types);
	}

	@Test
	void everyTypeWithALengthOrAPrecisionComesBack() {
		List<DataType> types = List.of(Types.numeric(6, 2), Types.numeric(1000, 0), Types.numeric(12, 12),
				Types.varchar(1), Types.varchar(10485760), Types.character(1), Types.character(300), Types.bit(1),
				Types.bit(64), Types.varbit(5), Types.timestamp(0), Types.timestamp(6), Types.timestamptz(3),
				Types.of(BuiltIn.TIME, 2), Types.of(BuiltIn.TIMETZ, 1), Types.of(BuiltIn.INTERVAL, 4),
				new BuiltInType(BuiltIn.INTERVAL, List.of(3), IntervalFields.DAY_TO_SECOND),
				Types.array(Types.varchar(9)), Types.array(Types.numeric(5, 1)), Types.array(Types.timestamptz(3)));

		assertThat(readBack(types)).isEqualTo(types);
	}

	@Test
	void everyFieldOfAnIntervalComesBack() {
		List<DataType> types = Arrays.stream(IntervalFields.values()).map(Types::interval).toList();

		assertThat(readBack(types)).isEqualTo(types);
	}

	@Test
	void scaleMayBeNegative() {
		if (Postgres.majorVersion() >= 15) {
			List<DataType> types = List.of(Types.numeric(3, -2), Types.numeric(3, 5));

			assertThat(readBack(types)).isEqualTo(types);
		}
	}

	@Test
	void typesOfTheSchemaAreNamed() {
		List<DataType> types = List.of(Types.named("status"), Types.named("positive"), Types.named("pair"),
				Types.named("other.Kind"), Types.array(Types.named("status")), Types.array(Types.named("other.Kind")));

		assertThat(readBack(types)).isEqualTo(types);
	}

	@Test
	void everySynonymIsTheTypeThatItStandsFor() {
		assertThat(readBack(Stream
			.of("int", "int2", "int4", "int8", "decimal(4,1)", "dec", "float", "float4", "float(53)",
					"character varying(7)", "char varying(7)", "bpchar(3)", "char", "character", "nchar(2)", "bit",
					"bit varying(3)", "bool", "timestamp with time zone", "timestamp without time zone",
					"time with time zone", "timetz(2)", "int4[3][]", "varchar array", "numeric(7)")
			.map(Types::sql)
			.toList())).containsExactly(Types.integer(), Types.smallint(), Types.integer(), Types.bigint(),
					Types.numeric(4, 1), Types.numeric(), Types.doublePrecision(), Types.real(),
					Types.doublePrecision(), Types.varchar(7), Types.varchar(7), Types.character(3), Types.character(1),
					Types.character(1), Types.character(2), Types.bit(1), Types.varbit(3), Types.bool(),
					Types.timestamptz(), Types.timestamp(), Types.of(BuiltIn.TIMETZ), Types.of(BuiltIn.TIMETZ, 2),
					Types.array(Types.integer()), Types.array(Types.of(BuiltIn.VARCHAR)), Types.numeric(7, 0));
	}

	@Test
	void textOfAnyLengthThatIsNotCharIsToldFromIt() {
		List<DataType> read = readBack(List.of(Types.sql("bpchar"), Types.sql("pg_catalog.bit")));

		assertThat(read).containsExactly(Types.named("pg_catalog.bpchar"), Types.named("pg_catalog.bit"));
		assertThat(readBack(read)).isEqualTo(read);
	}

	private static List<DataType> readBack(List<DataType> types) {
		String columns = IntStream.range(0, types.size())
			.mapToObj((i) -> ColumnSql.definition(Column.of("c" + i, types.get(i))))
			.collect(Collectors.joining(", "));
		database.execute("drop table if exists t; create table t (" + columns + ")");
		List<DataType> read = new ArrayList<>();
		try (ServerConnection connection = ServerConnection.open(database.dataSource(), (notice) -> {
		})) {
			new CatalogReader(connection, Set.of()).read()
				.tables()
				.get(0)
				.columns()
				.forEach((column) -> read.add(column.type()));
		}
		return read;
	}

}
