package dev.migrator.dialect;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
			alter role r password 'never closed              | alter role r password '***'
			options (user 'u', password 'x')                 | options (user 'u', password '***')
			connect('host=h password=x user=u')              | connect('host=h password=*** user=u')
			jdbc:postgresql://h/d?user=u&password=x&ssl=true | jdbc:postgresql://h/d?user=u&password=***&ssl=true
			postgresql://u:x@h/d                             | postgresql://u:***@h/d
			select password from users where name = 'x'      | select password from users where name = 'x'
			create table t (password text default null)      | create table t (password text default null)
			""")
	void passwordIsReplacedAndNothingElse(String sql, String shown) {
		assertThat(Secrets.mask(sql)).isEqualTo(shown);
	}

}
