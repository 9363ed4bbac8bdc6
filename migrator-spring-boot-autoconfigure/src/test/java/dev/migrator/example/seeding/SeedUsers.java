package dev.migrator.example.seeding;

import java.util.concurrent.atomic.AtomicInteger;

import dev.migrator.script.JavaRevision;
import dev.migrator.script.Operations;
import dev.migrator.script.RevisionScript;

@RevisionScript(revision = "seed", revises = "users", message = "seed users", created = "2026-02-03T04:05:06+01:00")
class SeedUsers implements JavaRevision {

	/** How many were ever created. */
	static final AtomicInteger created = new AtomicInteger();

	private final UserNames users;

	SeedUsers(UserNames users) {
		created.incrementAndGet();
		this.users = users;
	}

	@Override
	public void upgrade(Operations op) {
		op.data("insert the first users",
				(jdbc) -> this.users.names()
					.forEach((name) -> jdbc.sql("insert into users (name, backend) values (?, pg_backend_pid())")
						.param(name)
						.update()),
				(jdbc) -> jdbc.sql("delete from users").update());
	}

}
