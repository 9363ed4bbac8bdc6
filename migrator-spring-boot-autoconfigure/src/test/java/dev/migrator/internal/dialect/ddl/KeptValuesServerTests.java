package dev.migrator.internal.dialect.ddl;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import dev.migrator.internal.dialect.connection.Attempt;
import dev.migrator.internal.dialect.connection.Row;
import dev.migrator.internal.dialect.connection.ServerConnection;
import dev.migrator.internal.dialect.error.ServerError;
import dev.migrator.internal.dialect.lexer.SqlText;
import dev.migrator.internal.dialect.text.TypeText;
import dev.migrator.internal.dialect.value.ConversionRemarks;
import dev.migrator.internal.dialect.value.SampleValues;
import dev.migrator.internal.dialect.value.TypeConversion;
import dev.migrator.schema.BuiltIn;
import dev.migrator.schema.DataType;
import dev.migrator.schema.DataType.BuiltInType;
import dev.migrator.testing.Postgres;
import dev.migrator.testing.TestDatabase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whether changes of a type keep what a column holds, over all pairs of types: what comes
 * back after the way there and back is what was, or the change is marked.
 */
@Tag("server")
class KeptValuesServerTests {

	private static final List<String> OTHERS = List.of("numeric(21,0)", "numeric(10,2)", "varchar(40)", "varchar(3)",
			"bit(8)", "timestamp(0)", "integer[]", "text[]", "numeric[]", "interval[]", "jsonb[]");

	private final TestDatabase database = Postgres.newDatabase();

	@Test
	void valuesComeBackOrTheChangeIsMarked() {
		List<String> lost = new ArrayList<>();
		try (ServerConnection connection = ServerConnection.open(this.database.dataSource(), (notice) -> {
		})) {
			List<DataType> types = types(connection);
			assertThat(types).hasSizeGreaterThan(50);
			for (DataType from : types) {
				connection.send("BEGIN; SET LOCAL TimeZone = 'UTC';" + fill(from));
				types.forEach((to) -> lost(connection, from, to).ifPresent(lost::add));
				connection.rollback();
			}
		}
		assertThat(lost).isEmpty();
	}

	private static List<DataType> types(ServerConnection connection) {
		return Stream
			.concat(Stream.of(BuiltIn.values()).map((type) -> (DataType) new BuiltInType(type, List.of(), null)),
					OTHERS.stream().map(TypeText::parse))
			.filter((type) -> !values(type).isEmpty() && takes(connection, type))
			.toList();
	}

	/**
	 * A server may be built without XML, for one.
	 */
	private static boolean takes(ServerConnection connection, DataType type) {
		connection.send("BEGIN");
		boolean takes = Attempt.of(connection, fill(type)).isEmpty();
		connection.rollback();
		return takes;
	}

	private static String fill(DataType type) {
		StringBuilder sql = new StringBuilder("CREATE TABLE t (a %s);".formatted(TypeSql.of(type)));
		values(type).forEach((value) -> sql.append("INSERT INTO t VALUES (%s);".formatted(SqlText.literal(value))));
		return sql.toString();
	}

	private static List<String> values(DataType type) {
		SampleValues values = new SampleValues(List.of(), List.of());
		List<String> all = new ArrayList<>(
				Stream.of(1, 2, 3).map((number) -> values.of(type, number)).flatMap(Optional::stream).toList());
		all.addAll(more(type));
		return all;
	}

	private static List<String> more(DataType type) {
		if (!(type instanceof BuiltInType builtIn)) {
			return List.of();
		}
		return switch (builtIn.type()) {
			case INTEGER, BIGINT -> List.of("60", "2000000001", "-5");
			case NUMERIC -> List.of("60000000000");
			case REAL, DOUBLE_PRECISION -> List.of("1.2345678");
			case INET -> List.of("10.0.0.1/24");
			case INTERVAL -> List.of("-00:00:01.5", "400 days");
			case TIMESTAMP -> List.of("2001-02-03 04:05:06.123456");
			case TEXT -> List.of("a\\b", "1", "{1,2}", "");
			case JSON, JSONB -> List.of("[1, 2]", "\"a\"", "1");
			default -> List.of();
		};
	}

	private static Optional<String> lost(ServerConnection connection, DataType from, DataType to) {
		TypeConversion there = new TypeConversion(from, to);
		TypeConversion back = new TypeConversion(to, from);
		if (there.mayRound() || isMarked(there) || back.mayRound() || isMarked(back)) {
			return Optional.empty();
		}
		List<Row> before = read(connection);
		connection.send("SAVEPOINT pair");
		Optional<ServerError> refused = Attempt.of(connection, alter(there) + alter(back));
		List<Row> after = read(connection);
		connection.send("ROLLBACK TO SAVEPOINT pair");
		return (refused.isEmpty() && !after.equals(before)) ? Optional.of("%s: %s, %s".formatted(there, before, after))
				: Optional.empty();
	}

	private static boolean isMarked(TypeConversion conversion) {
		return new ConversionRemarks(conversion).surprise("a") != null;
	}

	private static List<Row> read(ServerConnection connection) {
		return connection.query("SELECT a::text FROM t");
	}

	private static String alter(TypeConversion conversion) {
		String using = conversion.using("a");
		return "ALTER TABLE t ALTER a TYPE %s%s;".formatted(TypeSql.of(conversion.to()),
				(using != null) ? " USING (" + using + ")" : "");
	}

}
