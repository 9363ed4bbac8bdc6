package dev.migrator.internal.execution.statement;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;

import dev.migrator.execution.ScriptFailedException;
import dev.migrator.internal.dialect.inspection.Refusal;
import dev.migrator.internal.dialect.lexer.SqlLexer;
import dev.migrator.internal.dialect.lexer.SqlToken;
import dev.migrator.internal.dialect.lexer.SqlToken.SqlStatement;
import dev.migrator.internal.execution.words.ScriptTitle;
import dev.migrator.internal.problem.Shortened;
import dev.migrator.internal.script.ScriptBody;
import dev.migrator.operation.Executable;
import dev.migrator.operation.ExecuteSql;

/**
 * The largest statement of a script: the one that did not fit into the memory, if one did
 * not fit. A statement is sent as a whole. It is found without keeping any statement in
 * memory.
 *
 * @param number its number among the statements of the script, from 1
 * @param of the number of statements
 * @param line its line in the script, from 1
 * @param characters its number of {@code char}s
 */
public record LargestStatement(int number, int of, int line, long characters) {

	private static final long MEGABYTE = 1024 * 1024;

	/**
	 * The number of copies of a statement in memory while it is sent: as it is read, in
	 * the message, and as the bytes that the driver makes of it.
	 */
	private static final int COPIES = 10;

	/**
	 * Reports that the memory was not enough to run it.
	 * @param kept the state in which the script was left
	 */
	public static ScriptFailedException failed(ScriptTitle title, ScriptBody body, String kept,
			OutOfMemoryError error) {
		LargestStatement largest = in(body);
		return new ScriptFailedException(title,
				"in statement %s of %s, line %s".formatted(largest.number, largest.of, largest.line), null,
				largest.line, null, "  The statement %s: %s".formatted(largest.tooLarge(), error.getMessage()),
				"%s\n\nA statement is sent as a whole: %s. The data of COPY ... FROM STDIN is not kept in memory."
					.formatted(kept, largest.remedy()),
				error);
	}

	/**
	 * Refuses a script that does not fit into the memory even once.
	 */
	public static Refusal refusal(ScriptBody body) {
		LargestStatement largest = in(body);
		return new Refusal(largest.line,
				"statement %s of %s %s".formatted(largest.number, largest.of, largest.tooLarge()), largest.remedy(),
				false);
	}

	private String tooLarge() {
		return "has %s characters, too many for a heap of %s MB".formatted(Shortened.number(this.characters),
				Shortened.number(Runtime.getRuntime().maxMemory() / MEGABYTE));
	}

	private String remedy() {
		long heap = Runtime.getRuntime().maxMemory() + COPIES * this.characters;
		return "give the JVM more memory (-Xmx%sm), or make several statements of it".formatted(heap / MEGABYTE + 1);
	}

	private static LargestStatement in(ScriptBody body) {
		LargestStatement largest = new LargestStatement(0, 0, 0, 0);
		int count = 0;
		for (Executable operation : body.operations()) {
			if (operation instanceof ExecuteSql sql) {
				LargestStatement own = in(sql, body.firstLine());
				if (own.characters > largest.characters) {
					largest = new LargestStatement(count + own.number, 0, own.line, own.characters);
				}
				count += own.of;
			}
		}
		return new LargestStatement(largest.number, count, largest.line, largest.characters);
	}

	private static LargestStatement in(ExecuteSql sql, int firstLine) {
		LargestStatement largest = new LargestStatement(0, 0, 0, 0);
		int count = 0;
		try (Reader reader = sql.source().open()) {
			SqlLexer lexer = new SqlLexer(reader, firstLine);
			for (SqlToken token = lexer.next(); token != null; token = lexer.next()) {
				if (token instanceof SqlStatement statement) {
					count++;
					long characters = statement.end() - statement.start();
					if (characters > largest.characters) {
						largest = new LargestStatement(count, 0, statement.line(), characters);
					}
				}
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return new LargestStatement(largest.number, count, largest.line, largest.characters);
	}

}
