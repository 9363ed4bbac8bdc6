package dev.migrator.internal.autogenerate.schemafile;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

import dev.migrator.internal.dialect.connection.ServerConnection;
import dev.migrator.internal.dialect.lexer.Lexemes;
import dev.migrator.internal.dialect.lexer.NameText;
import dev.migrator.internal.dialect.lexer.SqlToken.SqlStatement;
import dev.migrator.internal.dialect.scratch.SchemaScript;
import dev.migrator.internal.dialect.session.TransactionSql;
import dev.migrator.internal.execution.seed.StatementRun;
import dev.migrator.internal.execution.words.FailedStatement;

/**
 * A file that describes a part of the schema, and how far it has been run. Its statements
 * are run in their order. If one needs something of another file, it is run after that.
 */
final class SchemaPart {

	/** In lexemes: {@code CREATE UNLOGGED TABLE IF NOT EXISTS shop . orders}. */
	private static final int BEGINNING = 9;

	private final String name;

	private final SchemaScript script;

	private int done;

	SchemaPart(String name, SchemaScript script) {
		this.name = name;
		this.script = script;
	}

	String name() {
		return this.name;
	}

	SchemaScript script() {
		return this.script;
	}

	/**
	 * Runs all statements. Without a savepoint PostgreSQL allows more: to use a value
	 * that was added to an enum type of this transaction.
	 * @param connection the session, in a transaction, which ends where a statement fails
	 * @return that statement, or empty
	 */
	Optional<SchemaParts.Failed> runWhole(ServerConnection connection) {
		return StatementRun.of(connection, this.script.sql())
			.map((statement) -> new SchemaParts.Failed(this, statement));
	}

	/**
	 * Runs the statements that are left, up to the first one that fails.
	 * @param connection the session, in a transaction
	 * @return that statement, or empty; the transaction goes on either way
	 */
	Optional<FailedStatement> run(ServerConnection connection) {
		connection.send(TransactionSql.BEGIN_PART);
		settle(connection);
		int before = this.done;
		Optional<FailedStatement> failed = run(connection, before, statements().size());
		if (failed.isEmpty()) {
			this.done = statements().size();
		}
		else {
			connection.send(TransactionSql.TAKE_PART_BACK);
			settle(connection);
			this.done = failed.get().number() - 1;
			run(connection, before, this.done);
		}
		connection.send(TransactionSql.KEEP_PART);
		return failed;
	}

	int done() {
		return this.done;
	}

	/**
	 * Returns the line of the statement that creates a routine.
	 * @param name the name of the routine, without its schema
	 * @return the line; nothing if the file does not create it
	 */
	OptionalInt lineOfRoutine(String name) {
		return statements().stream()
			.filter((statement) -> statement.startsWith("CREATE") && statement.words()
				.stream()
				.limit(BEGINNING)
				.anyMatch((word) -> word.equals("FUNCTION") || word.equals("PROCEDURE")))
			.filter((statement) -> beginning(statement).contains(name))
			.mapToInt(SqlStatement::line)
			.findFirst();
	}

	private List<String> beginning(SqlStatement statement) {
		return Lexemes.of(statement.in(this.script.sql())).stream().limit(BEGINNING).map(NameText::of).toList();
	}

	/**
	 * Returns the names in the beginnings of the CREATE statements that are left, among
	 * which are those of the objects.
	 */
	Set<String> namesToCreate() {
		Set<String> names = new HashSet<>();
		for (SqlStatement statement : statements().subList(this.done, statements().size())) {
			if (statement.startsWith("CREATE")) {
				names.addAll(beginning(statement));
			}
		}
		return names;
	}

	private void settle(ServerConnection connection) {
		String settings = settings();
		if (!settings.isEmpty()) {
			connection.send(settings);
		}
	}

	/**
	 * Returns the settings that the file has made so far.
	 * @return statements, each ended by a semicolon
	 */
	String settings() {
		return statements().subList(0, this.done)
			.stream()
			.filter((statement) -> statement.startsWith("SET") || statement.startsWith("RESET"))
			.map((statement) -> statement.in(this.script.sql()) + ";\n")
			.collect(Collectors.joining());
	}

	private Optional<FailedStatement> run(ServerConnection connection, int from, int to) {
		return StatementRun.of(connection, this.script.sql(), from, to);
	}

	private List<SqlStatement> statements() {
		return this.script.statements();
	}

}
