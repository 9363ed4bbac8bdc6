package dev.migrator.execution;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.migrator.dialect.SqlStatement;
import dev.migrator.dialect.SqlStatements;
import dev.migrator.operation.DataMigration;
import dev.migrator.operation.ExecuteSql;
import dev.migrator.operation.Operation;
import dev.migrator.script.ScriptBody;

/**
 * What a revision without a transaction does in one go: a statement, or a data change.
 *
 * @param operation index of its operation
 * @param number its number among all of the revision, from 1
 * @param of how many there are
 * @param line the line of the operation's text at which it begins, from 1
 * @param text the statement, or what the data change is for
 * @param concurrently whether it is a statement that runs CONCURRENTLY
 * @param data the data change, if it is one
 */
record Unit(int operation, int number, int of, int line, String text, boolean concurrently,
		Optional<DataMigration> data) {

	static List<Unit> of(ScriptBody body) {
		List<Unit> units = new ArrayList<>();
		int index = 0;
		for (Operation operation : body.operations()) {
			if (operation instanceof ExecuteSql sql) {
				addStatements(units, index, sql.sql());
			}
			else if (operation instanceof DataMigration data) {
				units.add(new Unit(index, units.size() + 1, 0, 1, data.why(), false, Optional.of(data)));
			}
			index++;
		}
		return units.stream().map((unit) -> unit.of(units.size())).toList();
	}

	private static void addStatements(List<Unit> units, int operation, String sql) {
		for (SqlStatement statement : SqlStatements.of(sql)) {
			units.add(new Unit(operation, units.size() + 1, 0, statement.line(), statement.in(sql),
					statement.words().contains("CONCURRENTLY"), Optional.empty()));
		}
	}

	private Unit of(int count) {
		return new Unit(this.operation, this.number, count, this.line, this.text, this.concurrently, this.data);
	}

	boolean last() {
		return this.number == this.of;
	}

}
