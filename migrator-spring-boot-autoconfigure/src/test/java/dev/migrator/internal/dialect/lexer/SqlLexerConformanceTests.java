package dev.migrator.internal.dialect.lexer;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;

import dev.migrator.internal.dialect.lexer.SqlToken.SqlStatement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class SqlLexerConformanceTests {

	@ParameterizedTest
	@CsvSource(textBlock = """
			01_dollar_plain, 2
			03_dollar_nested, 1
			05_dollar_tag_nonascii, 2
			07_param_dollar_number, 3
			09_e_lower_backslash_quote, 2
			11_type_literal_ending_e, 3
			13_string_continuation, 2
			15_quoted_ident_semicolon, 2
			17_nested_block_comment, 1
			19_line_comment_apostrophe, 2
			21_comment_eof_no_newline, 1
			23_empty, 0
			25_slashstar_in_string, 2
			27_operator_then_comment, 2
			29_begin_atomic_case, 2
			31_begin_atomic_procedure_lower, 3
			33_procedure_commit_call, 3
			35_copy_stdin, 3
			37_copy_multiline_csv, 3
			39_copy_crlf, 3
			41_copy_empty_data, 3
			43_pg_dump_restrict, 4
			45_cic_alone, 1
			47_drop_index_concurrently, 2
			49_reindex_paren_concurrently, 1
			51_alter_type_add_value_use, 4
			53_vacuum_mixed, 2
			55_explicit_begin_commit, 4
			57_set_local_lock_timeout, 2
			59_placeholder_in_dollar, 1
			61_go_line, 2
			63_crlf_function, 2
			65_no_final_semicolon_comment, 2
			67_nbsp_in_string, 2
			69_cols_named_begin_end_atomic, 3
			71_named_args_colon_eq, 2
			77_return_expr_function, 2
			79_e_string_double_backslash, 3
			81_semicolon_eol_in_string, 2
			83_comment_in_function_body_preserved, 1
			85_hash_comment_like_operator, 2
			87_create_database, 2
			89_on_conflict_do_returning_cte, 2
			91_create_schema_elements, 2
			93_vt_ff_whitespace, 2
			95_number_dollar, 4
			97_comment_on_with_quotes, 3
			99_transaction_keywords_in_plpgsql, 4
			""")
	void scriptHasAsManyStatementsAsPsqlRuns(String script, int statements) throws IOException {
		assertThat(count(script)).isEqualTo(statements);
	}

	@ParameterizedTest
	@CsvSource({ "73_unterminated_string, STRING, 2", "75_unterminated_comment, BLOCK_COMMENT, 2" })
	void unterminatedScriptIsRefused(String script, UnreadableSqlException.Kind kind, int line) {
		assertThatExceptionOfType(UnreadableSqlException.class).isThrownBy(() -> count(script)).satisfies((ex) -> {
			assertThat(ex.kind()).isEqualTo(kind);
			assertThat(ex.line()).isEqualTo(line);
		});
	}

	@Test
	void everyScriptIsListedHere() throws IOException {
		assertThat(new PathMatchingResourcePatternResolver().getResources("classpath:conformance/sql/*.sql"))
			.hasSize(48 + 2);
	}

	private static int count(String script) throws IOException {
		int statements = 0;
		try (Reader reader = new InputStreamReader(
				new ClassPathResource("conformance/sql/" + script + ".sql").getInputStream(), StandardCharsets.UTF_8)) {
			SqlLexer lexer = new SqlLexer(reader);
			for (SqlToken token = lexer.next(); token != null; token = lexer.next()) {
				statements += (token instanceof SqlStatement) ? 1 : 0;
			}
		}
		return statements;
	}

}
