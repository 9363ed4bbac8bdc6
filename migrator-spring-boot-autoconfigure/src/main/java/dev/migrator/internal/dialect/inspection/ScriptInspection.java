package dev.migrator.internal.dialect.inspection;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import dev.migrator.internal.dialect.lexer.LexedText;
import dev.migrator.internal.dialect.lexer.Lexemes;
import dev.migrator.internal.dialect.lexer.SqlStatements;
import dev.migrator.internal.dialect.lexer.SqlToken;
import dev.migrator.internal.dialect.lexer.SqlToken.PsqlCommand;
import dev.migrator.internal.dialect.lexer.SqlToken.SqlStatement;
import dev.migrator.internal.dialect.lexer.UnreadableSqlException;

/**
 * Searches scripts before they are run, and finds what must be refused: psql commands,
 * statements that PostgreSQL does not run in a transaction or that would end it, and
 * statements that would harm the migrator's session. One inspection is for the scripts of
 * one transaction, or for one script that runs without a transaction.
 */
public final class ScriptInspection {

	private final List<ScriptRule> rules;

	private ScriptInspection(List<ScriptRule> rules) {
		this.rules = rules;
	}

	/**
	 * Creates the inspection for a script that runs in a transaction.
	 * @return the inspection
	 */
	public static ScriptInspection inTransaction() {
		return new ScriptInspection(with(ofTransactions(new TransactionControl()), new LockLoss(), new ClientSide(),
				new ClientSettings(), new PsqlVariableRule()));
	}

	/**
	 * Creates the inspection for a script that only describes a schema, and runs in a
	 * transaction that is rolled back.
	 * @return the inspection
	 */
	public static ScriptInspection ofDescription() {
		return new ScriptInspection(
				with(ofTransactions(new TransactionControl("but the file runs in one that is rolled back")),
						new ClientSide(), new ClientSettings(), new PsqlVariableRule(), new CopiedRows()));
	}

	/**
	 * Creates the inspection for a script whose statements are each committed by itself.
	 * @return the inspection
	 */
	public static ScriptInspection withoutTransaction() {
		return new ScriptInspection(
				List.of(new LockLoss(), new ClientSide(), new ClientSettings(), new PsqlVariableRule()));
	}

	/**
	 * Returns the rules about what cannot be in a transaction.
	 */
	private static List<ScriptRule> ofTransactions(TransactionControl control) {
		return List.of(control, new NotInTransaction(), new Subscriptions());
	}

	private static List<ScriptRule> with(List<ScriptRule> rules, ScriptRule... more) {
		return Stream.concat(rules.stream(), Stream.of(more)).toList();
	}

	List<ScriptRule> rules() {
		return this.rules;
	}

	/**
	 * Returns whether a statement can be in a transaction with others. For CALL and DO
	 * only the server knows it, because they may commit.
	 * @param statement one statement
	 * @return whether no rule refuses it
	 */
	public static boolean mayBeInTransaction(String statement) {
		SqlStatement found = SqlStatements.of(statement).get(0);
		if (found.startsWith("CALL") || found.startsWith("DO")) {
			return false;
		}
		return ofTransactions(new TransactionControl()).stream()
			.allMatch((rule) -> rule.check(found, statement) == null);
	}

	/**
	 * Returns whether it depends on the database that a statement can be in a
	 * transaction: the rebuilt object may be partitioned.
	 * @param statement one statement
	 * @return {@code true} for REINDEX and CLUSTER
	 */
	public static boolean onlyTheServerKnows(String statement) {
		SqlStatement found = SqlStatements.of(statement).get(0);
		return found.startsWith("REINDEX") || found.startsWith("CLUSTER");
	}

	/**
	 * Returns whether a statement commits the open transaction, if there is one.
	 * @param statement one statement
	 * @return {@code false} if it does not end the transaction, or rolls it back
	 */
	public static boolean commits(String statement) {
		return TransactionControl.commits(SqlStatements.of(statement).get(0));
	}

	/**
	 * Returns whether a statement makes its transaction, or the session, read-only.
	 * @param statement one statement
	 * @return whether it contains the words READ ONLY
	 */
	public static boolean readsOnly(String statement) {
		return Lexemes.containsSequence(SqlStatements.of(statement).get(0).words(), "READ", "ONLY");
	}

	/**
	 * Returns whether a transaction is open after a statement.
	 * @param statement one statement
	 * @param open whether one is open before it
	 * @return whether one is open when it has succeeded
	 */
	public static boolean inTransactionAfter(String statement, boolean open) {
		return TransactionControl.openAfter(SqlStatements.of(statement).get(0), open);
	}

	/**
	 * Inspects a text, to its end.
	 * @param sql the text
	 * @param firstLine the line of the script in which the text begins
	 * @return the refusals, in the order of lines
	 * @throws UnreadableSqlException if something is opened in it and never closed
	 */
	public List<Refusal> inspect(Reader sql, int firstLine) {
		LexedText text = new LexedText(sql, firstLine);
		List<Refusal> refusals = new ArrayList<>();
		PsqlCommand guard = null;
		for (SqlToken token = text.next(); token != null; token = text.next()) {
			if (token instanceof PsqlCommand command) {
				guard = check(command, refusals) ? command : null;
				continue;
			}
			if (token instanceof SqlStatement statement) {
				check(statement, text, refusals);
				if (guard != null && statement.start() < guard.start()) {
					refusals.add(PsqlCommands.inStatement(guard));
				}
				text.forget();
				if (statement.copyFromStdin()) {
					skipData(text);
				}
			}
		}
		return refusals;
	}

	private static void skipData(LexedText text) {
		try {
			text.copyData(Writer.nullWriter());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static boolean check(PsqlCommand command, List<Refusal> refusals) {
		Refusal refusal = PsqlCommands.check(command);
		if (refusal != null) {
			refusals.add(refusal);
		}
		return refusal == null;
	}

	private void check(SqlStatement statement, LexedText text, List<Refusal> refusals) {
		String sql = text.text(statement.start(), statement.end());
		for (ScriptRule rule : this.rules) {
			Refusal refusal = rule.check(statement, sql);
			if (refusal != null) {
				refusals.add(refusal);
			}
		}
	}

}
