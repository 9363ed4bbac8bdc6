package dev.migrator.dialect;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class SecretsTests {

	@ParameterizedTest
	@CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
			create role r password 'x'                       | create role r password '***'
			alter role r with encrypted PASSWORD 'it''s' x   | alter role r with encrypted PASSWORD '***' x
			alter role r password E'a\\'b' ;                 | alter role r password '***' ;
			alter role r password U&'x'                      | alter role r password '***'
			alter role r password $$x'y$$ login              | alter role r password '***' login
			alter role r password $a$x$$y$a$ login           | alter role r password '***' login
			alter role r password $\uD83D\uDE80$x'y$\uD83D\uDE80$ login        | alter role r password '***' login
			alter role r password 'never closed              | alter role r password '***'
			options (user 'u', password 'x')                 | options (user 'u', password '***')
			connect('host=h password=x user=u')              | connect('host=h password=*** user=u')
			jdbc:postgresql://h/d?user=u&password=x&ssl=true | jdbc:postgresql://h/d?user=u&password=***&ssl=true
			postgresql://u:x@h/d                             | postgresql://u:***@h/d
			接続先postgresql://u:x@h/d                        | 接続先postgresql://u:***@h/d
			select password from users where name = 'x'      | select password from users where name = 'x'
			create table t (password text default null)      | create table t (password text default null)
			""")
	void passwordIsReplacedAndNothingElse(String sql, String shown) {
		assertThat(Secrets.mask(sql)).isEqualTo(shown);
	}

	@ParameterizedTest
	@CsvSource(quoteCharacter = '`', delimiter = '|',
			textBlock = """
					do $$ begin execute 'alter role n password ''S'''; end $$; select 'x' | do $$ begin execute 'alter role n password ***'; end $$; select 'x'
					do $$ begin execute format('alter role n password %L', 'S'); end $$; | do $$ begin execute format('alter role n password %L', '***'); end $$;
					select format($f$alter role n password %s;$f$, quote_literal('S')) | select format($f$alter role n password %s;$f$, quote_literal('***'))
					execute $q$alter role n password 'S'$q$                          | execute $q$alter role n password '***'$q$
					alter role n password/* */'S'                                   | alter role n password '***'
					alter role n password /* /* */ */ E'S'                          | alter role n password '***'
					alter system set primary_conninfo='host=h password=''S'''  | alter system set primary_conninfo='host=h password=***'
					`execute 'alter role n password ' || quote_literal('S')`        | `execute 'alter role n password ' || quote_literal('***')`
					update users set password = 'S' where name = 'x'                | update users set password = '***' where name = 'x'
					SQL statement "alter role n password 'S'"                       | SQL statement "alter role n password '***'"
					can't run: alter role n password 'S' now                        | can't run: alter role n password '***
					-- now with password 'S'                                        | -- now with password ***
					set_config('app.password', 'S', false)                          | set_config('app.password', '***', false)
					create role "o'b" password 'S'; select 'x'                      | create role "o'b" password '***'; select 'x'
					insert into u (name, password) values ('n', 'S'); select 'x' | insert into u (name, password) values ('***', '***'); select 'x'
					{"password": "S", "user": "u"}                                  | {"password": "***", "user": "u"}
					user_password := 'S'                                            | user_password := '***'
					""")
	void passwordIsReplacedHoweverItIsWritten(String sql, String shown) {
		assertThat(Secrets.mask(sql)).isEqualTo(shown);
	}

	@Test
	void commentsAndLineBreaksDoNotSeparateAPasswordFromItsWord() {
		assertThat(Secrets.mask("alter role n password\n -- c\n 'S';\nselect 'x'"))
			.isEqualTo("alter role n password \n\n'***';\nselect 'x'");
		assertThat(Secrets.mask("alter role n password 'a'\n 'S';\nselect 'x'"))
			.isEqualTo("alter role n password '***'\n;\nselect 'x'");
	}

	@ParameterizedTest
	@ValueSource(strings = { "insert into t values ('x'); create table u (password text)",
			"do $$ begin perform password from users where name = 'x'; end $$",
			"FATAL: password authentication failed for user \"x\"", "comment on column users.password is 'hashed'",
			"-- the password is long\nselect 'x'" })
	void columnThatIsCalledPasswordHidesNothing(String sql) {
		assertThat(Secrets.mask(sql)).isEqualTo(sql);
	}

	@Test
	void halfOfACharacterStaysWhereItIs() {
		assertThat(Secrets.mask("\uD83D alter role r password '\uDE80' \uDE80"))
			.isEqualTo("\uD83D alter role r password '***' \uDE80");
	}

	@Test
	void longTextsAreRead() {
		String values = "'' ".repeat(1_000_000);

		assertThat(Secrets.mask("select password, '" + values + "'")).hasSize(3_000_019);
		assertThat(Secrets.mask("alter role n password '" + "''".repeat(1_000_000) + "'"))
			.isEqualTo("alter role n password '***'");
		assertThat(Secrets.mask("alter role n password 'S';".repeat(50_000))).doesNotContain("S");
		assertThat(Secrets.mask("a+".repeat(100_000))).hasSize(200_000);
	}

}
