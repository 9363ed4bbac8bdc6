package dev.migrator.autogenerate;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import dev.migrator.internal.autogenerate.online.OnlineChanges;
import dev.migrator.internal.autogenerate.revision.SqlRevisionBody;
import dev.migrator.internal.schema.SchemaObjects;
import dev.migrator.operation.ConstraintDirective.AddConstraint;
import dev.migrator.operation.IndexDirective.CreateIndex;
import dev.migrator.operation.IndexDirective.DropIndex;
import dev.migrator.operation.RowDirective.Backfill;
import dev.migrator.schema.ObjectName;
import dev.migrator.schema.element.Index;
import dev.migrator.schema.element.IndexKey;
import dev.migrator.script.Operations;
import org.junit.jupiter.api.Test;

import static dev.migrator.autogenerate.Schemas.schema;
import static dev.migrator.schema.Types.bigint;
import static dev.migrator.schema.Types.integer;
import static dev.migrator.schema.Types.text;
import static dev.migrator.schema.Types.varchar;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * What runs in a transaction, and what follows without one.
 */
class OnlineChangesTests {

	@Test
	void indexesAreBuiltAndDroppedConcurrently() {
		OnlineChanges changes = changes((op) -> op.createTable("users", (t) -> {
			t.column("age", integer());
			t.index("age").named("ix_old");
		}), (op) -> op.createTable("users", (t) -> {
			t.column("age", integer());
			t.index("age").where("age > 5").named("ix_new");
		}));

		assertThat(changes.inTransaction()).isEmpty();
		assertThat(after(changes).upgrade()).isEqualTo("""
				CREATE INDEX CONCURRENTLY ix_new ON users (age) WHERE age > 5;

				DROP INDEX CONCURRENTLY ix_old;""");
		assertThat(after(changes).downgrade()).isEqualTo("""
				CREATE INDEX CONCURRENTLY ix_old ON users (age);

				DROP INDEX CONCURRENTLY ix_new;""");
	}

	@Test
	void indexThatKeepsItsNameGetsItWhenItIsBuilt() {
		OnlineChanges changes = changes((op) -> op.createTable("users", (t) -> {
			t.column("age", integer());
			t.index("age").named("ix");
		}), (op) -> op.createTable("users", (t) -> {
			t.column("age", integer());
			t.index("age").where("age > 5").named("ix");
		}));

		assertThat(after(changes).upgrade()).isEqualTo("""
				CREATE INDEX CONCURRENTLY ix_new ON users (age) WHERE age > 5;

				DROP INDEX CONCURRENTLY ix;

				ALTER INDEX ix_new RENAME TO ix;""");
		assertThat(after(changes).downgrade()).isEqualTo("""
				ALTER INDEX ix RENAME TO ix_new;

				CREATE INDEX CONCURRENTLY ix ON users (age);

				DROP INDEX CONCURRENTLY ix_new;""");
	}

	@Test
	void keysAreMadeOfIndexes() {
		OnlineChanges changes = changes((op) -> op.createTable("users", (t) -> {
			t.column("id", bigint()).notNull();
			t.column("email", text());
		}), (op) -> op.createTable("users", (t) -> {
			t.column("id", bigint()).primaryKey();
			t.column("email", text());
			t.unique("email").initiallyDeferred();
		}));

		assertThat(changes.inTransaction()).isEmpty();
		assertThat(after(changes).upgrade()).isEqualTo(
				"""
						CREATE UNIQUE INDEX CONCURRENTLY users_pkey ON users (id);

						CREATE UNIQUE INDEX CONCURRENTLY users_email_key ON users (email);

						ALTER TABLE users ADD CONSTRAINT users_pkey PRIMARY KEY USING INDEX users_pkey;

						ALTER TABLE users ADD CONSTRAINT users_email_key UNIQUE USING INDEX users_email_key DEFERRABLE INITIALLY DEFERRED;""");
		assertThat(after(changes).downgrade()).isEqualTo("""
				ALTER TABLE users DROP CONSTRAINT users_email_key;

				ALTER TABLE users DROP CONSTRAINT users_pkey;""");
	}

	@Test
	void checksAndForeignKeysAreValidatedLater() {
		OnlineChanges changes = changes((op) -> {
			op.createTable("users", (t) -> t.column("id", bigint()).primaryKey());
			op.createTable("sets", (t) -> t.column("user_id", bigint()));
		}, (op) -> {
			op.createTable("users", (t) -> t.column("id", bigint()).primaryKey());
			op.createTable("sets", (t) -> {
				t.column("user_id", bigint()).references("users", "id").check("user_id > 0");
			});
		});

		assertThat(first(changes).upgrade()).isEqualTo(
				"""
						ALTER TABLE sets ADD CONSTRAINT sets_user_id_check CHECK (user_id > 0) NOT VALID;

						ALTER TABLE sets ADD CONSTRAINT sets_user_id_fkey FOREIGN KEY (user_id) REFERENCES users (id) NOT VALID;""");
		assertThat(after(changes).upgrade()).isEqualTo("""
				ALTER TABLE sets VALIDATE CONSTRAINT sets_user_id_check;

				ALTER TABLE sets VALIDATE CONSTRAINT sets_user_id_fkey;""");
		assertThat(after(changes).downgrade()).isEmpty();
	}

	@Test
	void foreignKeyWaitsForTheKeyThatItReferences() {
		OnlineChanges changes = changes((op) -> {
			op.createTable("users", (t) -> t.column("email", text()));
			op.createTable("sets", (t) -> t.column("email", text()));
		}, (op) -> {
			op.createTable("users", (t) -> t.column("email", text()).unique());
			op.createTable("sets", (t) -> t.column("email", text()).references("users", "email"));
		});

		assertThat(changes.inTransaction()).isEmpty();
		assertThat(after(changes).upgrade()).isEqualTo("""
				CREATE UNIQUE INDEX CONCURRENTLY users_email_key ON users (email);

				ALTER TABLE users ADD CONSTRAINT users_email_key UNIQUE USING INDEX users_email_key;

				ALTER TABLE sets ADD CONSTRAINT sets_email_fkey FOREIGN KEY (email) REFERENCES users (email) NOT VALID;

				ALTER TABLE sets VALIDATE CONSTRAINT sets_email_fkey;""");
	}

	@Test
	void columnBecomesNotNullWhenItIsFilled() {
		OnlineChanges changes = changes((op) -> op.createTable("users", (t) -> t.column("id", bigint())),
				(op) -> op.createTable("users", (t) -> {
					t.column("id", bigint());
					t.column("age", integer()).notNull();
				}));

		assertThat(first(changes).upgrade()).isEqualTo("ALTER TABLE users ADD COLUMN age integer;");
		assertThat(after(changes).upgrade()).isEqualTo("""
				-- TODO: existing rows have no value in users.age; fill the column here:
				-- UPDATE users SET age = ... WHERE age IS NULL;
				-- If VALIDATE fails, fill the column after the ADD CONSTRAINT, which is already done.
				ALTER TABLE users ADD CONSTRAINT users_age_not_null_check CHECK (age IS NOT NULL) NOT VALID;
				ALTER TABLE users VALIDATE CONSTRAINT users_age_not_null_check;
				ALTER TABLE users ALTER COLUMN age SET NOT NULL;
				ALTER TABLE users DROP CONSTRAINT users_age_not_null_check;""");
		assertThat(after(changes).downgrade()).isEqualTo("ALTER TABLE users ALTER COLUMN age DROP NOT NULL;");
		assertThat(first(changes).downgrade()).endsWith("ALTER TABLE users DROP COLUMN age;");
	}

	@Test
	void newTableIsCreatedAsItIs() {
		SchemaObjects wanted = schema((op) -> {
			op.createTable("a", (t) -> {
				t.column("id", bigint()).primaryKey();
				t.column("b_id", bigint()).references("b", "id");
				t.index("b_id");
			});
			op.createTable("b", (t) -> {
				t.column("id", bigint()).primaryKey();
				t.column("a_id", bigint()).references("a", "id").check("a_id > 0");
			});
		});
		List<Change> changes = Schemas.differences(SchemaObjects.none(), wanted).changes();

		assertThat(OnlineChanges.of(changes, SchemaObjects.none())).isEqualTo(new OnlineChanges(changes, List.of()));
	}

	@Test
	void indexGoesWithItsColumn() {
		OnlineChanges changes = changes((op) -> op.createTable("users", (t) -> {
			t.column("id", bigint());
			t.column("name", text());
			t.index("id").where("name IS NOT NULL").named("ix");
		}), (op) -> op.createTable("users", (t) -> t.column("id", bigint())));

		assertThat(changes.after()).isEmpty();
		assertThat(first(changes).upgrade()).startsWith("DROP INDEX ix;");
	}

	@Test
	void whatRewritesTheTableSaysSo() {
		OnlineChanges changes = changes((op) -> op.createTable("users", (t) -> {
			t.column("a", integer());
			t.column("b", varchar(10));
			t.column("c", text());
		}), (op) -> op.createTable("users", (t) -> {
			t.column("a", bigint());
			t.column("b", varchar(20));
			t.column("c", integer());
		}));

		assertThat(changes.after()).isEmpty();
		assertThat(first(changes).upgrade()).isEqualTo("""
				-- PostgreSQL rewrites the table here; no other session can read or write it meanwhile
				ALTER TABLE users ALTER COLUMN a TYPE bigint;

				ALTER TABLE users ALTER COLUMN b TYPE varchar(20);

				-- PostgreSQL does not convert these types by itself; check the USING expression
				-- PostgreSQL rewrites the table here; no other session can read or write it meanwhile
				ALTER TABLE users ALTER COLUMN c TYPE integer USING (c::text::integer);""");
	}

	@Test
	void partitionedTableIsChangedUnderItsLock() {
		Consumer<Operations> from = (op) -> op.createTable("logs", (t) -> {
			t.column("id", bigint()).notNull();
			t.partitionBy("RANGE (id)");
		});
		OnlineChanges changes = changes(from, (op) -> op.createTable("logs", (t) -> {
			t.column("id", bigint()).notNull();
			t.partitionBy("RANGE (id)");
			t.index("id").named("ix");
			t.check("id > 0").named("ck");
		}));

		assertThat(first(changes).upgrade()).isEqualTo("""
				ALTER TABLE logs ADD CONSTRAINT ck CHECK (id > 0) NOT VALID;

				-- the table is partitioned: no other session can write to it while PostgreSQL does this
				CREATE INDEX ix ON logs (id);""");
		assertThat(after(changes).upgrade()).isEqualTo("ALTER TABLE logs VALIDATE CONSTRAINT ck;");
	}

	@Test
	void whatRunsOutsideOfTransactionsFollows() {
		Change fill = Change.of(new Backfill(ObjectName.of("users"), "age = 1", "age IS NULL", Backfill.BATCH,
				Backfill.PAUSE, Backfill.LOCK_TIMEOUT, Backfill.RETRIES));

		OnlineChanges changes = OnlineChanges.of(List.of(fill), schema((op) -> {
		}));

		assertThat(changes).isEqualTo(new OnlineChanges(List.of(), List.of(fill)));
	}

	@Test
	void whatIsSaidOfAChangeStays() {
		Index index = new Index("ix", ObjectName.of("users"), List.of(IndexKey.column("age")), false, false, null,
				List.of(), null, Map.of(), null);
		Change create = Change.builder(new CreateIndex(index, false, false))
			.detected("Detected added index")
			.remark("is slow")
			.undo(List.of(new DropIndex(ObjectName.of("ix"), index, true, true, false)))
			.build();

		OnlineChanges changes = OnlineChanges.of(List.of(create), SchemaObjects.none());

		assertThat(changes.after()).containsExactly(Change.builder(new CreateIndex(index, true, false))
			.detected(create.detected())
			.loss(create.loss())
			.remark(create.remark())
			.undo(create.undo())
			.build());
	}

	@Test
	void whatIsNotToBeValidatedIsNot() {
		OnlineChanges changes = changes((op) -> op.createTable("users", (t) -> t.column("age", integer())),
				(op) -> op.createTable("users", (t) -> t.column("age", integer()).check("age > 0")));
		AddConstraint add = (AddConstraint) changes.inTransaction().get(0).operation();

		List<Change> again = List.of(Change.of(add));

		assertThat(add.notValid()).isTrue();
		assertThat(OnlineChanges.of(again, SchemaObjects.none())).isEqualTo(new OnlineChanges(again, List.of()));
	}

	@Test
	void whatNeedsWhatFollowsFollowsItToo() {
		SchemaObjects real = schema((op) -> op.createTable("users", (t) -> t.column("age", integer())));
		List<Change> changes = new ArrayList<>(Schemas.differences(real, schema((op) -> op.createTable("users", (t) -> {
			t.column("age", integer());
			t.index("age").named("ix");
		}))).changes());
		Schemas.record((op) -> {
			op.commentOnIndex("ix", "ages", null);
			op.execute("ALTER TABLE users CLUSTER ON ix", "ALTER TABLE users SET WITHOUT CLUSTER");
			op.commentOnTable("users", "people", null);
			op.renameColumn("users", "age", "years");
			op.commentOnColumn("users", "years", "whole ones", null);
		}).forEach((operation) -> changes.add(Change.of(operation)));

		OnlineChanges online = OnlineChanges.of(changes, real);

		assertThat(first(online).upgrade()).isEqualTo("COMMENT ON TABLE users IS 'people';");
		assertThat(after(online).upgrade()).isEqualTo("""
				CREATE INDEX CONCURRENTLY ix ON users (age);

				COMMENT ON INDEX ix IS 'ages';

				ALTER TABLE users CLUSTER ON ix;

				ALTER TABLE users RENAME COLUMN age TO years;

				COMMENT ON COLUMN users.years IS 'whole ones';""");
		assertThat(after(online).downgrade()).isEqualTo("""
				COMMENT ON COLUMN users.years IS NULL;

				ALTER TABLE users RENAME COLUMN years TO age;

				ALTER TABLE users SET WITHOUT CLUSTER;

				COMMENT ON INDEX ix IS NULL;

				DROP INDEX CONCURRENTLY ix;""");
	}

	@Test
	void indexGoesAtOnceWhereTheForeignKeyOfANewTableCouldDependOnIt() {
		OnlineChanges changes = changes((op) -> op.createTable("users", (t) -> {
			t.column("id", bigint());
			t.index("id").named("ix_1").unique();
			t.index("id").named("ix_2").unique();
		}), (op) -> {
			op.createTable("users", (t) -> {
				t.column("id", bigint());
				t.index("id").named("ix_2").unique();
			});
			op.createTable("visits", (t) -> t.column("user_id", bigint()).references("users", "id"));
		});

		assertThat(changes.after()).isEmpty();
		assertThat(first(changes).upgrade()).startsWith("DROP INDEX ix_1;");
	}

	@Test
	void pageShowsWhatIsWritten() {
		OnlineChanges changes = changes((op) -> {
			op.createTable("teams", (t) -> t.column("id", bigint()).primaryKey());
			op.createTable("users", (t) -> {
				t.column("email", text());
				t.column("team_id", bigint());
				t.index("team_id").named("ix_users");
			});
		}, (op) -> {
			op.createTable("teams", (t) -> t.column("id", bigint()).primaryKey());
			op.createTable("users", (t) -> {
				t.column("email", text()).unique();
				t.column("team_id", bigint()).references("teams", "id");
				t.column("age", integer()).notNull().check("age > 0");
				t.index("team_id", "age").named("ix_users");
			});
		});

		assertThat(Path.of("../docs/autogenerate.md")).content()
			.contains("```sql\n" + first(changes).upgrade() + "\n```")
			.contains("```sql\n" + after(changes).upgrade() + "\n```");
	}

	private static OnlineChanges changes(Consumer<Operations> from, Consumer<Operations> to) {
		SchemaObjects real = schema(from);
		return OnlineChanges.of(Schemas.differences(real, schema(to)).changes(), real);
	}

	private static SqlRevisionBody first(OnlineChanges changes) {
		return OnlineRevisions.of(changes).first();
	}

	private static SqlRevisionBody after(OnlineChanges changes) {
		return OnlineRevisions.of(changes).second();
	}

}
