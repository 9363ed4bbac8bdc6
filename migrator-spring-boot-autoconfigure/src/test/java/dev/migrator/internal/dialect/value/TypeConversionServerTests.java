package dev.migrator.internal.dialect.value;

import dev.migrator.internal.dialect.text.TypeText;
import dev.migrator.schema.DataType;
import dev.migrator.schema.Types;
import dev.migrator.testing.Postgres;
import dev.migrator.testing.TestDatabase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Which type changes write a table again.
 */
@Tag("server")
@Tag("oldest")
class TypeConversionServerTests {

	private final TestDatabase database = Postgres.newDatabase();

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			varchar(10) | varchar(20)
			varchar(10) | varchar
			varchar(20) | varchar(10)
			varchar     | varchar(10)
			varchar(10) | text
			text        | varchar
			text        | varchar(10)
			char(10)    | text
			char(10)    | char(20)
			integer     | bigint
			bigint      | integer
			numeric(8,2) | numeric(10,2)
			numeric(8,2) | numeric
			numeric(8,2) | numeric(10,3)
			numeric(10,2) | numeric(8,2)
			numeric     | numeric(8,2)
			varbit(4)   | varbit(8)
			varbit(8)   | varbit(4)
			bit(4)      | bit(8)
			timestamptz(3) | timestamptz(6)
			timestamptz(6) | timestamptz(3)
			timestamp(3) | timestamp
			time(3)     | time(6)
			cidr        | inet
			json        | jsonb
			text[]      | integer[]
			""")
	void rewritesAsTheServerDoes(String from, String to) {
		this.database.execute("create table t (a %s)".formatted(from));
		String before = filenode();
		TypeConversion conversion = new TypeConversion(type(from), type(to));
		String using = conversion.using("a");
		this.database
			.execute("alter table t alter a type %s %s".formatted(to, (using != null) ? "using " + using : ""));

		assertThat(conversion.rewrites()).isEqualTo(!filenode().equals(before));
	}

	@Test
	void typeThatStaysRewritesNothing() {
		assertThat(new TypeConversion(Types.integer(), Types.integer()).rewrites()).isFalse();
	}

	private static DataType type(String written) {
		return TypeText.parse(written);
	}

	private String filenode() {
		return String.valueOf(this.database.value("select pg_relation_filenode('t')"));
	}

}
