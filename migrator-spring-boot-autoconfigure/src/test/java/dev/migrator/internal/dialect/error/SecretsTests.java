package dev.migrator.internal.dialect.error;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class SecretsTests {

	@ParameterizedTest
	@CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
			create role r password 'S'                         | create role r password '***'
			alter role r with encrypted PASSWORD 'it''s S' x   | alter role r with encrypted PASSWORD '***' x
			alter role r password E'S\\'b' ;                   | alter role r password '***' ;
			alter role r password U&'S'                        | alter role r password '***'
			alter role r password $$S'y$$ login                | alter role r password '***' login
			alter role r password $a$S$$y$a$ login             | alter role r password '***' login
			alter role r password $\uD83D\uDE80$S'y$\uD83D\uDE80$ login          | alter role r password '***' login
			alter role r password 'S never closed              | alter role r password '***'
			alter role r password/* */'S'                      | alter role r password/* */'***'
			alter role r password /* /* */ */ E'S'             | alter role r password /* /* */ */ '***'
			alter role r password S; select 1                  | alter role r password ***; select 1
			alter role r password "S" login                    | alter role r password *** login
			alter role r password null                         | alter role r password null
			options (user 'u', password 'S')                   | options (user '***', password '***')
			connect('host=h password=S user=u')                | connect('***')
			connect('postgresql://u:S@h/d')                    | connect('postgresql://u:***@h/d')
			connect('postgresql://u:S@S@h/d')                  | connect('postgresql://u:***@h/d')
			set_config('app.password', 'S', false)             | set_config('***', '***', false)
			set app.token = S                                  | set app.token = ***
			set local app.token to "S"                         | set local app.token to ***
			alter role r set app.token = S                     | alter role r set app.token = ***
			insert into u (name, pwd) values ('n', 'S')        | insert into u (name, pwd) values ('***', '***')
			insert into u (id, pin, token) values (7, 1234, 2) | insert into u (id, pin, token) values (7, ***, 2)
			update u set (name, api_key) = ('a', 'S')          | update u set (name, api_key) = ('***', '***')
			select 'S' as password                             | select '***' as password
			select "a 'b", 'S' as "Secret Token"               | select "a 'b", '***' as "Secret Token"
			select 'a' 'S' as password                         | select '***' '***' as password
			create table t (token varchar(100) default 'S')    | create table t (token varchar(100) default '***')
			comment on column users.password is 'hashed'       | comment on column users.password is '***'
			select password from users where name = 'x'        | select password from users where name = '***'
			select 'a\\', 'S' as password                      | select '***' ***
			-- now with password S                             | -- now with password ***
			insert into u values ('S') -- the password: S      | insert into u values ('***') -- the password ***
			""")
	void statementThatSpeaksOfASecretHasNoLiteralLeft(String sql, String shown) {
		assertThat(Secrets.maskStatement(sql)).isEqualTo(shown).doesNotContainPattern("\\bS\\b");
	}

	@ParameterizedTest
	@CsvSource(quoteCharacter = '`', delimiter = '|',
			textBlock = """
					do $$ begin execute 'alter role n password ''S'''; end $$;                  | do $$ begin execute '***'; end $$;
					do $$ begin execute format('alter role n password %L', 'S'); end $$;        | do $$ begin execute format('***', '***'); end $$;
					do language plpgsql $$ declare p text := 'S'; begin raise notice 'password %', p; end $$ | do language plpgsql $$ declare p text := '***'; begin raise notice '***', p; end $$
					create function f() returns text as $f$ select $g$S$g$ as token $f$ language sql | create function f() returns text as $f$ select '***' as token $f$ language sql
					create function f() returns text as $f$ token = "S" $f$ language plpython3u  | create function f() returns text as '***' language plpython3u
					create function f() returns text begin atomic; select 'S'; select password from u; end | create function f() returns text begin atomic; select '***'; select password from u; end
					merge into u using (values (1, 'S')) as v (id, p) on u.id = v.id when matched then update set password = v.p | merge into u using (values (1, '***')) as v (id, p) on u.id = v.id when matched then update set password = v.p
					""")
	void codeIsShownWithoutItsLiterals(String sql, String shown) {
		assertThat(Secrets.maskStatement(sql)).isEqualTo(shown);
	}

	@Test
	void commentsAndLineBreaksKeepTheLinesAsTheyWere() {
		assertThat(Secrets.maskStatement("alter role n password\n -- c\n 'S\nS' login"))
			.isEqualTo("alter role n password\n -- c\n '***'\n login");
	}

	@ParameterizedTest
	@ValueSource(strings = { "insert into t values ('x', 12345) -- 'c'", "select $$x$$ from \"a b\"",
			"do $$ begin execute 'drop table t'; end $$", "set app.colour = red", "alter role r set app.colour = 'red'",
			"-- the first\nselect 'x'" })
	void statementThatSpeaksOfNoneIsShownAsItIs(String sql) {
		assertThat(Secrets.maskStatement(sql)).isEqualTo(sql);
		assertThat(Secrets.maskScript(sql)).isEqualTo(sql);
	}

	@Test
	void ofAScriptOnlyTheStatementsAreHiddenThatSpeakOfASecret() {
		assertThat(Secrets.maskScript("""
				create table users (name text default 'x', password text);
				insert into t values ('y');
				-- the token of the robot
				insert into t values ('S');
				insert into t values ('S'); -- its password
				select 'z';
				copy t (name, password) from stdin;
				a	S
				b	S
				\\.
				copy t from stdin;
				c
				\\.
				select 'never closed, token
				""")).isEqualTo("""
				create table users (name text default '***', password text);
				insert into t values ('y');
				-- the token ***
				insert into t values ('***');
				insert into t values ('***'); -- its password ***
				select '***';
				copy t (name, password) from stdin;
				***
				\\.
				copy t from stdin;
				c
				\\.
				select '***'
				""");
	}

	@ParameterizedTest
	@CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
			jdbc:postgresql://h/d?user=u&password=S&ssl=true    | jdbc:postgresql://h/d?user=u&password=***&ssl=true
			postgresql://u:S@h/d                                | postgresql://u:***@h/d
			接続先postgresql://u:S@h/d                           | 接続先postgresql://u:***@h/d
			SQL statement "alter role n password 'S'"           | SQL statement "alter role n password '***'"
			can't run: alter role n password 'S' now            | can'***' now
			{"password": "S", "user": "u"}                      | {"password": "***", "user": "u"}
			{"api_key": "S\\"S", "token": 17}                   | {"api_key": "***", "token": "***"}
			format --api-token S file.sql                       | format --api-token *** file.sql
			the passphrase is 123456                            | the passphrase is ***
			FATAL: password authentication failed for user "x"  | FATAL: password authentication failed for user "x"
			duplicate key in "users", 'x', 12345                | duplicate key in "users", 'x', 12345
			Failing row contains (1, S, null).                  | Failing row contains (1, S, null).
			""")
	void messageIsShownWithoutTheSecretsThatItQuotes(String message, String shown) {
		assertThat(Secrets.mask(message)).isEqualTo(shown);
	}

	@Test
	void detailThatTheDriverAddsToAMessageIsHidden() {
		assertThat(Secrets.mask("ERROR: duplicate key\n  Detail: Key (password)=(S) already exists."))
			.isEqualTo("ERROR: duplicate key\n  Detail: ***");
	}

	@Test
	void halfOfACharacterStaysWhereItIs() {
		assertThat(Secrets.maskStatement("\uD83D alter role r password '\uDE80' \uDE80"))
			.isEqualTo("\uD83D alter role r password '***' \uDE80");
	}

	@Test
	void longTextsAreRead() {
		String values = "'' ".repeat(1_000_000);

		assertThat(Secrets.maskStatement("select password, " + values)).hasSize(17 + 6_000_000);
		assertThat(Secrets.maskStatement("alter role n password '" + "''".repeat(1_000_000) + "'"))
			.isEqualTo("alter role n password '***'");
		assertThat(Secrets.maskScript("alter role n password 'S';".repeat(50_000))).doesNotContain("S");
		assertThat(Secrets.maskStatement("token a+".repeat(100_000))).hasSize(800_000);
		assertThat(Secrets.mask("a".repeat(1_000_000) + " token 'S'")).endsWith(" token '***'");
	}

}
