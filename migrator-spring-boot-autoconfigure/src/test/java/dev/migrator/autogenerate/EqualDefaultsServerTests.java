package dev.migrator.autogenerate;

import dev.migrator.internal.schema.SchemaObjects;
import dev.migrator.testing.Postgres;
import dev.migrator.testing.TestDatabase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Defaults that give the same value in other words, and such as only look so.
 */
@Tag("server")
class EqualDefaultsServerTests {

	private final TestDatabase database = Postgres.newDatabase();

	private final TestDatabase other = Postgres.newDatabase();

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
			timestamptz     | now()                  | current_timestamp
			timestamptz     | current_timestamp(6)   | transaction_timestamp()
			timestamp(3)    | now()                  | localtimestamp
			timestamp       | now()::timestamp       | current_timestamp
			timestamp       | 'now'::text::timestamp | localtimestamp
			date            | current_date           | 'now'::text::date
			date            | now()                  | current_date
			date            | now()::date            | current_date
			time            | localtime              | now()::time
			name            | current_user           | current_role
			varchar(5)      | 'x'                    | 'x'::text
			varchar(5)      | ''                     | ''::text
			text            | 'a'                    | 'a'::varchar
			char(3)         | 'a'                    | 'a  '
			char(3)         | 'a'                    | 'a'::text
			numeric         | 1.50                   | 1.5
			numeric(10, 2)  | 1.5                    | 1.50::numeric
			numeric         | -1                     | '-1'
			int             | 1                      | '1'
			bigint          | 1                      | 1::bigint
			smallint        | 0                      | 0::bigint
			double precision| 1                      | 1.0
			real            | 1e3                    | 1000
			boolean         | true                   | 't'
			jsonb           | '{"a": 1, "b": 2}'     | '{"b":2,"a":1}'
			text[]          | '{}'                   | array[]::text[]
			int[]           | '{1,2}'                | array[1, 2]
			bytea           | '\\x01'                | E'\\\\001'
			inet            | '1.2.3.4'              | '1.2.3.4/32'
			timestamptz     | '2020-01-01 00:00+00'  | '2020-01-01 01:00+01'
			interval        | '60 minutes'           | '1 hour'::text::interval
			mood            | 'ok'                   | 'ok'::mood
			""")
	void areTheSame(String type, String one, String other) {
		assertThat(isSame(type, one, other)).isTrue();
		assertThat(isSame(type, other, one)).isTrue();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
			timestamptz  | now()              | clock_timestamp()
			timestamptz  | now()              | current_date
			timestamptz  | now()              | localtimestamp
			timestamptz  | now()              | current_timestamp(0)
			timestamp    | localtimestamp     | timezone('utc', now())
			date         | current_date       | now() + interval '1 day'
			name         | current_user       | session_user
			varchar(2)   | 'abc'              | 'abcd'
			varchar(5)   | 'x'                | 'x '
			text         | 'now()'            | now()
			text         | 'A'                | 'a'
			numeric      | 1.50               | 1.51
			bit(3)       | '101'              | '10100'
			json         | '{"a": 1}'         | '{"a":1}'
			interval     | '24 hours'         | '1 day'
			int          | 1                  | 1 + 1
			text         | 'a)::text'         | 'a'
			text[]       | '{}'               | '{""}'
			text         | ''                 | ' '
			""")
	void areNot(String type, String one, String other) {
		assertThat(isSame(type, one, other)).isFalse();
		assertThat(isSame(type, other, one)).isFalse();
	}

	@Test
	void areTheSameInADomain() {
		assertThat(isSame("create domain d as numeric default 1.50", "create domain d as numeric default 1.5"))
			.isTrue();
		assertThat(isSame("create domain d as date default now()", "create domain d as date default current_date"))
			.isTrue();
		assertThat(isSame("create domain d as numeric default 1.50", "create domain d as numeric default 2")).isFalse();
	}

	@Test
	void oneThatIsNoValueOfItsColumnDoesNotHideTheOthers() {
		assertThat(isSame("create table t (a text default 'x', b int default '1', c int default 1.5)",
				"create table t (a text default 'x'::varchar, b int default 1, c int default 2147483649)"))
			.isFalse();
		assertThat(Comparing
			.with(this.database,
					schemaOf("create table t (a text default 'x'::varchar, b int default 1, c int default 2147483649)"))
			.changes()).hasSize(1);
	}

	private boolean isSame(String type, String one, String other) {
		String table = "create type mood as enum ('sad', 'ok'); create table t (a %s default %s)";
		return isSame(table.formatted(type, one), table.formatted(type, other));
	}

	private boolean isSame(String one, String other) {
		this.database.become(one);
		return Comparing.with(this.database, schemaOf(other)).isEmpty();
	}

	private SchemaObjects schemaOf(String sql) {
		return MadeSchema.of(this.other, sql);
	}

}
