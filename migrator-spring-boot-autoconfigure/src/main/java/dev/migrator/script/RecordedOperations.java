package dev.migrator.script;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import dev.migrator.operation.DataMigration;
import dev.migrator.operation.ExecuteSql;
import dev.migrator.operation.Operation;

import org.springframework.util.Assert;

/**
 * The {@link Operations} that a revision is given: keeps what it is told, in order.
 */
final class RecordedOperations implements Operations {

	private final List<Operation> recorded = new ArrayList<>();

	private volatile boolean ended;

	static List<Operation> record(Consumer<Operations> revision) {
		RecordedOperations operations = new RecordedOperations();
		try {
			revision.accept(operations);
		}
		finally {
			operations.ended = true;
		}
		return List.copyOf(operations.recorded);
	}

	@Override
	public void execute(String sql) {
		Assert.hasText(sql, "'sql' must not be empty");
		add(ExecuteSql.of(sql));
	}

	@Override
	public void data(String why, DataChange change) {
		Assert.hasText(why, "'why' must not be empty");
		Assert.notNull(change, "'change' must not be null");
		add(new DataMigration(why, change, null));
	}

	@Override
	public void data(String why, DataChange change, DataChange undo) {
		Assert.hasText(why, "'why' must not be empty");
		Assert.notNull(change, "'change' must not be null");
		Assert.notNull(undo, "'undo' must not be null");
		add(new DataMigration(why, change, undo));
	}

	@Override
	public void reverse(Consumer<Operations> forward) {
		List<Operation> operations = record(forward);
		for (int i = operations.size() - 1; i >= 0; i--) {
			Operation operation = operations.get(i);
			add(operation.reverse().orElseThrow(() -> new IrreversibleOperationException(operation)));
		}
	}

	private void add(Operation operation) {
		// what came now would be in no plan: lost without a word
		if (this.ended) {
			throw new IllegalStateException("The Operations of a revision were used after its upgrade or downgrade "
					+ "had returned, and what is recorded then is never run. In op.data(\"why\", jdbc -> ...) use "
					+ "jdbc; everything else belongs before or after op.data, not in it.");
		}
		this.recorded.add(operation);
	}

}
