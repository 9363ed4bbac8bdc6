package dev.migrator.internal.dialect.text;

import dev.migrator.internal.dialect.ddl.TypeSql;
import dev.migrator.schema.BuiltIn;
import dev.migrator.schema.DataType;
import dev.migrator.schema.IntervalFields;
import dev.migrator.schema.Types;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class TypeTextTests {

	@Test
	void synonymsAreTheSameType() {
		assertThat(TypeText.parse("int8")).isEqualTo(Types.bigint());
		assertThat(TypeText.parse("INT")).isEqualTo(Types.integer());
		assertThat(TypeText.parse("character varying(20)")).isEqualTo(Types.varchar(20));
		assertThat(TypeText.parse("float(53)")).isEqualTo(Types.doublePrecision());
		assertThat(TypeText.parse("float(24)")).isEqualTo(Types.real());
		assertThat(TypeText.parse("float4")).isEqualTo(Types.real());
		assertThat(TypeText.parse("decimal(12, 4)")).isEqualTo(Types.numeric(12, 4));
		assertThat(TypeText.parse("pg_catalog.bool")).isEqualTo(Types.bool());
		assertThat(TypeText.parse("timestamp(6) with time zone")).isEqualTo(Types.timestamptz(6));
		assertThat(TypeText.parse("timestamp without time zone")).isEqualTo(Types.timestamp());
		assertThat(TypeText.parse("\"char\"")).isEqualTo(Types.builtIn(BuiltIn.BYTE_CHAR));
	}

	@Test
	void whatIsNotSaidIsWhatPostgresTakes() {
		assertThat(TypeText.parse("char")).isEqualTo(Types.character(1));
		assertThat(TypeText.parse("numeric(10)")).isEqualTo(Types.numeric(10, 0));
		assertThat(TypeText.parse("numeric")).isEqualTo(Types.numeric());
	}

	@Test
	void arraysAreReadHoweverTheyAreWritten() {
		assertThat(TypeText.parse("varchar(20) array")).isEqualTo(Types.array(Types.varchar(20)));
		assertThat(TypeText.parse("integer array[5]")).isEqualTo(Types.array(Types.integer()));
		assertThat(TypeText.parse("integer[3][]")).isEqualTo(Types.array(Types.integer()));
		assertThat(TypeText.parse("mood[]")).isEqualTo(Types.array(Types.named("mood")));
	}

	@Test
	void intervalsKeepTheirFields() {
		assertThat(TypeText.parse("interval day to second")).isEqualTo(Types.interval(IntervalFields.DAY_TO_SECOND));
		assertThat(TypeText.parse("interval")).isEqualTo(Types.interval());
	}

	@Test
	void otherNamesAreNamedTypes() {
		assertThat(TypeText.parse("Status")).isEqualTo(Types.named("status"));
		assertThat(TypeText.parse("billing.\"Status\"")).isEqualTo(Types.named("billing.Status"));
	}

	@Test
	void onlyTheLettersOfAsciiAreFolded() {
		assertThat(TypeText.parse("ÄMTER")).isEqualTo(Types.named("Ämter"));
		assertThat(TypeText.parse("\uD83D\uDE80[]")).isEqualTo(Types.array(Types.named("\uD83D\uDE80")));
		assertThat(TypeText.parse("x".repeat(62) + "\uD83D\uDE80")).isEqualTo(Types.named("x".repeat(62)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "geometry(Point, 4326)", "vector(3)", "bigserial", "varchar(0)", "float(60)", "a b", "(",
			"]", ")(", "'", "interval nothing", "varchar(99999999999)" })
	void allElseStaysAsItIsWritten(String sql) {
		assertThat(TypeText.parse(sql)).isEqualTo(Types.sql(sql));
	}

	@ParameterizedTest
	@EnumSource
	void whatIsWrittenIsReadBack(BuiltIn type) {
		DataType written = (type == BuiltIn.CHAR || type == BuiltIn.BIT) ? Types.of(type, 1) : Types.builtIn(type);

		assertThat(TypeText.parse(TypeSql.of(written))).isEqualTo(written);
	}

}
