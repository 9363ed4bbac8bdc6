package dev.migrator.operation;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Optional;

import dev.migrator.operation.source.JavaCode;
import dev.migrator.schema.TextRule;
import org.jspecify.annotations.Nullable;

/**
 * SQL as its author wrote it: one statement or several, sent as they are.
 *
 * @param source the text, never changed on its way to the server
 * @param undo the text that undoes it, or {@code null} if there is none
 * @param effects the known effects on objects
 */
public record ExecuteSql(SqlSource source, @Nullable SqlSource undo, Effects effects) implements Executable {

	private static final int DESCRIBED = 200;

	/**
	 * Creates the operation without a reverse.
	 * @param source the text
	 */
	public ExecuteSql(SqlSource source) {
		this(source, null);
	}

	/**
	 * Creates the operation without known effects.
	 * @param source the text
	 * @param undo the text that undoes it, or {@code null} if there is none
	 */
	public ExecuteSql(SqlSource source, @Nullable SqlSource undo) {
		this(source, undo, Effects.NONE);
	}

	/**
	 * Creates the operation for SQL that is in memory.
	 * @param sql the text
	 * @return the operation
	 */
	public static ExecuteSql of(String sql) {
		return new ExecuteSql(SqlSource.of(sql));
	}

	@Override
	public Optional<Operation> reverse() {
		return Optional.ofNullable(this.undo).map((text) -> new ExecuteSql(text, this.source, this.effects.undone()));
	}

	@Override
	public String java(JavaCode java) {
		return java.call("execute", java.text(this.source.text()));
	}

	@Override
	public String describe() {
		try (Reader reader = this.source.open()) {
			StringBuilder text = new StringBuilder();
			for (int c = reader.read(); c != -1 && text.length() < DESCRIBED; c = reader.read()) {
				if (!text.isEmpty() || !Character.isWhitespace(c)) {
					text.append((char) c);
				}
			}
			return TextRule.whole(text.toString()).lines().findFirst().orElse("").stripTrailing();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
