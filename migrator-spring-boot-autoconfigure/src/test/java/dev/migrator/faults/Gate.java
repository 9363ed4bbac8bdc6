package dev.migrator.faults;

import dev.migrator.testing.TestDatabase;

/**
 * Where a script waits, with {@code select wait_at_gate()}, until the test lets it go on.
 * Not for a lock: a migrator's scripts wait for one a few seconds only.
 */
final class Gate {

	private final TestDatabase database;

	private Gate(TestDatabase database) {
		this.database = database;
	}

	static Gate in(TestDatabase database) {
		database.execute("create table gate (opened boolean)");
		database.execute("""
				create function wait_at_gate() returns void language plpgsql as $$
				begin
				    while not exists (select from gate) loop perform pg_sleep(0.02); end loop;
				end $$""");
		return new Gate(database);
	}

	void open() {
		this.database.execute("insert into gate values (true)");
	}

}
