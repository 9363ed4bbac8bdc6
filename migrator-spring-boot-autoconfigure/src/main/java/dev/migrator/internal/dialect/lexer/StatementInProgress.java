package dev.migrator.internal.dialect.lexer;

import java.util.ArrayList;
import java.util.List;

import dev.migrator.internal.dialect.lexer.SqlToken.SqlStatement;
import org.jspecify.annotations.Nullable;

/**
 * Collects the statement that is being read, and decides whether a semicolon ends it: not
 * inside parentheses (the actions of {@code CREATE RULE}), and not inside the
 * {@code BEGIN ATOMIC ... END} of a routine.
 */
final class StatementInProgress {

	private final List<String> words = new ArrayList<>();

	private boolean open;

	private long start;

	private int line;

	private int column;

	private long end;

	private int parentheses;

	private int blocks;

	private boolean routine;

	private boolean copyFromStdin;

	private String previous = "";

	void add(SqlScanner.Kind kind, SqlScanner token, long tokenEnd) {
		if (!this.open) {
			this.open = true;
			this.start = token.start();
			this.line = token.line();
			this.column = token.column();
		}
		this.end = tokenEnd;
		String before = this.previous;
		this.previous = (kind == SqlScanner.Kind.DOT) ? "." : "";
		switch (kind) {
			case OPEN -> this.parentheses++;
			case CLOSE -> this.parentheses = Math.max(0, this.parentheses - 1);
			case WORD -> addWord(token, before);
			default -> {
			}
		}
	}

	boolean endsWithSemicolon() {
		return this.parentheses == 0 && this.blocks == 0;
	}

	/**
	 * Ends the statement, and prepares for the next one.
	 * @return the statement, or {@code null} if there was no token
	 */
	@Nullable SqlStatement end() {
		return end(this.end);
	}

	@Nullable SqlStatement end(long statementEnd) {
		SqlStatement statement = this.open
				? new SqlStatement(this.start, statementEnd, this.line, this.column, this.words, this.copyFromStdin)
				: null;
		this.open = false;
		this.words.clear();
		this.parentheses = 0;
		this.blocks = 0;
		this.routine = false;
		this.copyFromStdin = false;
		this.previous = "";
		return statement;
	}

	private void addWord(SqlScanner token, String before) {
		if (this.words.size() < SqlStatement.MAX_WORDS) {
			this.words.add(token.text());
			this.routine = this.routine || (this.words.size() <= 4 && beginsRoutine());
		}
		if (this.parentheses > 0) {
			return;
		}
		if (this.routine) {
			trackBlocks(token, before);
		}
		else if (token.is("FROM")) {
			this.previous = "FROM";
		}
		else if (before.equals("FROM") && (token.is("STDIN") || token.is("STDOUT"))) {
			// the server accepts either word for the client's side
			this.copyFromStdin = this.words.get(0).equals("COPY");
		}
	}

	/**
	 * Counts blocks. psql counts every {@code begin}, but only {@code begin atomic} opens
	 * a body. The same words may be names after a dot or after {@code as}.
	 */
	private void trackBlocks(SqlScanner token, String before) {
		if (before.equals(".")) {
			return;
		}
		if (token.is("AS") || token.is("BEGIN")) {
			this.previous = token.text();
		}
		else if (before.equals("BEGIN") && token.is("ATOMIC") && this.blocks == 0) {
			this.blocks = 1;
		}
		else if (this.blocks > 0 && !before.equals("AS")) {
			if (token.is("CASE")) {
				this.blocks++;
			}
			else if (token.is("END")) {
				this.blocks--;
			}
		}
	}

	private boolean beginsRoutine() {
		List<String> leading = this.words;
		if (!leading.get(0).equals("CREATE")) {
			return false;
		}
		if (leading.size() == 4 && (!leading.get(1).equals("OR") || !leading.get(2).equals("REPLACE"))) {
			return false;
		}
		String last = leading.get(leading.size() - 1);
		return (leading.size() == 2 || leading.size() == 4) && (last.equals("FUNCTION") || last.equals("PROCEDURE"));
	}

}
