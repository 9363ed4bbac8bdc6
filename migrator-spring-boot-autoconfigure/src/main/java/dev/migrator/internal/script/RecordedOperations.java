package dev.migrator.internal.script;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import dev.migrator.internal.dialect.ddl.CustomSql;
import dev.migrator.internal.dialect.ddl.DirectiveSql;
import dev.migrator.operation.DataMigration;
import dev.migrator.operation.Directive;
import dev.migrator.operation.Executable;
import dev.migrator.operation.ExecuteSql;
import dev.migrator.operation.NothingToUndo;
import dev.migrator.operation.Operation;
import dev.migrator.operation.SqlSource;
import dev.migrator.schema.InvalidDefinitionException;
import dev.migrator.schema.TextRule;
import dev.migrator.script.DataChange;
import dev.migrator.script.IrreversibleOperationException;
import dev.migrator.script.Operations;
import org.jspecify.annotations.Nullable;
import org.springframework.util.Assert;

/**
 * Records the operations of a revision in their order. Refuses immediately what cannot
 * become SQL.
 */
public final class RecordedOperations implements Operations {

	private final List<Operation> recorded = new ArrayList<>();

	private final boolean transactional;

	private volatile boolean ended;

	private RecordedOperations(boolean transactional) {
		this.transactional = transactional;
	}

	public static List<Operation> record(Consumer<Operations> revision, boolean transactional) {
		RecordedOperations operations = new RecordedOperations(transactional);
		try {
			revision.accept(operations);
		}
		finally {
			operations.ended = true;
		}
		return List.copyOf(operations.recorded);
	}

	/**
	 * Returns the operation in the form in which it runs.
	 */
	public static Executable executable(Operation operation, boolean transactional) {
		if (operation instanceof Directive directive) {
			return transactional ? DirectiveSql.inTransaction(directive) : DirectiveSql.withoutTransaction(directive);
		}
		return (Executable) operation;
	}

	@Override
	public void execute(String sql) {
		Assert.hasText(sql, "'sql' must not be empty");
		TextRule.check("The SQL of op.execute(...)", sql);
		invoke(ExecuteSql.of(sql));
	}

	@Override
	public void execute(String sql, String undo) {
		Assert.hasText(sql, "'sql' must not be empty");
		TextRule.check("The SQL of op.execute(...)", sql);
		Assert.hasText(undo, "'undo' must not be empty");
		TextRule.check("The SQL of op.execute(...)", undo);
		invoke(new ExecuteSql(SqlSource.of(sql), SqlSource.of(undo)));
	}

	@Override
	public void data(String why, DataChange change) {
		data(why, change, null, false);
	}

	@Override
	public void data(String why, DataChange change, DataChange undo) {
		Assert.notNull(undo, "'undo' must not be null");
		data(why, change, undo, false);
	}

	@Override
	public void dataWithAutocommit(String why, DataChange change) {
		data(why, change, null, true);
	}

	@Override
	public void dataWithAutocommit(String why, DataChange change, DataChange undo) {
		Assert.notNull(undo, "'undo' must not be null");
		data(why, change, undo, true);
	}

	private void data(String why, DataChange change, @Nullable DataChange undo, boolean autocommit) {
		Assert.hasText(why, "'why' must not be empty");
		Assert.notNull(change, "'change' must not be null");
		invoke(new DataMigration(why, change, undo, autocommit));
	}

	@Override
	public void nothingToUndo(String why) {
		Assert.hasText(why, "'why' must not be empty");
		invoke(new NothingToUndo(why));
	}

	@Override
	public void reverse(Consumer<Operations> forward) {
		List<Operation> operations = record(forward, this.transactional);
		for (int i = operations.size() - 1; i >= 0; i--) {
			Operation operation = operations.get(i);
			invoke(operation.reverse().orElseThrow(() -> new IrreversibleOperationException(operation)));
		}
	}

	@Override
	public void invoke(Operation operation) {
		// An operation that is recorded now would not be in any plan: it would be lost
		// silently.
		if (this.ended) {
			throw new IllegalStateException("The Operations of a revision were used after its upgrade or downgrade "
					+ "had returned. Operations that are recorded then would never run. In op.data(\"why\", jdbc -> ...) use "
					+ "jdbc; everything else belongs before or after op.data, not in it.");
		}
		Assert.notNull(operation, "'operation' must not be null");
		CustomSql.check(operation);
		if (this.transactional && operation instanceof Directive directive && directive.outsideTransaction()) {
			throw new InvalidDefinitionException(
					"PostgreSQL cannot run \"%s\" in a transaction, but this revision is one."
						.formatted(operation.describe()),
					"Set transactional = false in its @RevisionScript.");
		}
		if (this.transactional && operation instanceof DataMigration data && data.autocommit()) {
			throw new InvalidDefinitionException(
					"The code \"%s\" commits its statements separately, but this revision is one transaction."
						.formatted(data.why()),
					"Set transactional = false in its @RevisionScript, or use op.data to run the code in the transaction.");
		}
		executable(operation, this.transactional);
		this.recorded.add(operation);
	}

}
