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

	static List<Operation> record(Consumer<Operations> revision) {
		RecordedOperations operations = new RecordedOperations();
		revision.accept(operations);
		return List.copyOf(operations.recorded);
	}

	@Override
	public void execute(String sql) {
		Assert.hasText(sql, "'sql' must not be empty");
		this.recorded.add(ExecuteSql.of(sql));
	}

	@Override
	public void data(String why, DataChange change) {
		Assert.hasText(why, "'why' must not be empty");
		Assert.notNull(change, "'change' must not be null");
		this.recorded.add(new DataMigration(why, change, null));
	}

	@Override
	public void data(String why, DataChange change, DataChange undo) {
		Assert.hasText(why, "'why' must not be empty");
		Assert.notNull(change, "'change' must not be null");
		Assert.notNull(undo, "'undo' must not be null");
		this.recorded.add(new DataMigration(why, change, undo));
	}

	@Override
	public void reverse(Consumer<Operations> forward) {
		List<Operation> operations = record(forward);
		for (int i = operations.size() - 1; i >= 0; i--) {
			Operation operation = operations.get(i);
			this.recorded.add(operation.reverse().orElseThrow(() -> new IrreversibleOperationException(operation)));
		}
	}

}
