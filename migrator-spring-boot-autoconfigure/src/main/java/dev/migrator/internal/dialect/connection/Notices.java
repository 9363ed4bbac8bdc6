package dev.migrator.internal.dialect.connection;

import java.sql.SQLWarning;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

import dev.migrator.internal.dialect.error.LiteralMask;
import dev.migrator.internal.dialect.error.SecretWords;
import dev.migrator.internal.dialect.error.Secrets;
import dev.migrator.internal.dialect.lexer.SqlStatements;
import dev.migrator.internal.dialect.lexer.SqlToken.SqlStatement;
import dev.migrator.internal.dialect.lexer.UnreadableSqlException;
import dev.migrator.internal.problem.Printable;
import dev.migrator.internal.problem.Shortened;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLWarning;
import org.postgresql.util.ServerErrorMessage;

/**
 * Passes on the notices of the server while it works on one message. The text of a RAISE
 * may contain any value, so it is hidden if the statement mentions a secret.
 */
final class Notices {

	private final String message;

	private final Consumer<String> receiver;

	private @Nullable List<SqlStatement> statements;

	Notices(String message, Consumer<String> receiver) {
		this.message = message;
		this.receiver = receiver;
	}

	/**
	 * Passes a notice on.
	 * @param completed the number of statements that the server had completed before it
	 */
	void accept(SQLWarning warning, int completed) {
		String text = Objects.requireNonNullElse(warning.getMessage(), "");
		boolean hidden = isRaised(warning) && (SecretWords.areIn(text) || SecretWords.areIn(statement(completed)));
		this.receiver.accept(hidden ? LiteralMask.HIDDEN : Shortened.of(Printable.line(Secrets.mask(text))));
	}

	private static boolean isRaised(SQLWarning warning) {
		ServerErrorMessage said = (warning instanceof PSQLWarning notice) ? notice.getServerErrorMessage() : null;
		return said != null && "exec_stmt_raise".equals(said.getRoutine());
	}

	private String statement(int completed) {
		if (this.statements == null) {
			this.statements = SecretWords.areIn(this.message) ? find() : List.of();
		}
		return (completed < this.statements.size()) ? this.statements.get(completed).in(this.message) : "";
	}

	private List<SqlStatement> find() {
		try {
			return SqlStatements.of(this.message);
		}
		catch (UnreadableSqlException ex) {
			return List.of();
		}
	}

}
