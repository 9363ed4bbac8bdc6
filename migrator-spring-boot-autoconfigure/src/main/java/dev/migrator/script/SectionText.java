package dev.migrator.script;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;

import dev.migrator.dialect.LineComment;
import dev.migrator.dialect.SqlLexer;
import dev.migrator.dialect.SqlStatement;
import dev.migrator.dialect.SqlToken;

/**
 * The text of a section, exactly as its author wrote it, and what is in it.
 *
 * @param sql the text from behind the marker's line to before the next marker's line
 * @param startLine the line of the file in which the text begins
 * @param tokens statements, COPY data and psql commands in their order, with offsets in
 * {@code sql} and lines of the file
 */
public record SectionText(String sql, int startLine, List<SqlToken> tokens) {

	public SectionText {
		tokens = List.copyOf(tokens);
	}

	static SectionText of(String sql, int startLine) {
		SqlLexer lexer = new SqlLexer(new StringReader(sql), startLine);
		List<SqlToken> tokens = new ArrayList<>();
		for (SqlToken token = lexer.next(); token != null; token = lexer.next()) {
			if (!(token instanceof LineComment)) {
				tokens.add(token);
			}
		}
		return new SectionText(sql, startLine, tokens);
	}

	/**
	 * The statements, without COPY data and psql commands.
	 * @return the statements in their order
	 */
	public List<SqlStatement> statements() {
		return this.tokens.stream().filter(SqlStatement.class::isInstance).map(SqlStatement.class::cast).toList();
	}

}
