package dev.migrator.directives;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import dev.migrator.operation.GrantTarget;
import dev.migrator.schema.element.Trigger;
import dev.migrator.script.Operations;

import static dev.migrator.schema.Privilege.EXECUTE;
import static dev.migrator.schema.Privilege.INSERT;
import static dev.migrator.schema.Privilege.SELECT;
import static dev.migrator.schema.Privilege.USAGE;
import static dev.migrator.schema.ReferentialAction.CASCADE;
import static dev.migrator.schema.ReferentialAction.RESTRICT;
import static dev.migrator.schema.ReferentialAction.SET_NULL;
import static dev.migrator.schema.Types.array;
import static dev.migrator.schema.Types.bigint;
import static dev.migrator.schema.Types.integer;
import static dev.migrator.schema.Types.named;
import static dev.migrator.schema.Types.numeric;
import static dev.migrator.schema.Types.smallint;
import static dev.migrator.schema.Types.sql;
import static dev.migrator.schema.Types.text;
import static dev.migrator.schema.Types.timestamptz;
import static dev.migrator.schema.Types.uuid;
import static dev.migrator.schema.Types.varchar;

/**
 * An example of each directive. The order of the methods is that of the page.
 */
@SuppressWarnings("unused")
final class DirectiveExamples {

	private static final String TABLES = """
			create table users (id uuid primary key, email varchar(320) not null, status text default 'new', age int);
			create table workouts (id bigint not null, user_id uuid, title varchar(200), starts_at timestamptz, ends_at timestamptz);
			""";

	private static final String ENUM = """
			create type workout_status as enum ('PLANNED', 'IN_PROGRESS', 'COMPLETED', 'SKIPPED');
			create table workouts (id bigint primary key, status workout_status not null default 'PLANNED', history workout_status[]);
			""";

	private static final String ROLE = """
			do $$ begin create role workouts_reader; exception when duplicate_object then null; end $$;
			create table users (id uuid primary key);
			create sequence numbers;
			create schema billing;
			grant select on users to current_user;
			grant usage on sequence numbers to current_user;
			grant usage on schema billing to current_user;
			""";

	private DirectiveExamples() {
	}

	@Example(section = "Tables", given = "create table users (id uuid primary key)")
	static void createTable(Operations op) {
		op.createTable("workouts", (t) -> {
			t.column("id", bigint()).identity().primaryKey();
			t.column("user_id", uuid()).notNull();
			t.column("title", varchar(200)).notNull().comment("what the user calls it");
			t.column("tags", array(text())).notNull().defaultTo(List.of());
			t.column("created_at", timestamptz()).notNull().defaultSql("now()");
			t.column("weight_kg", numeric(6, 2)).check("weight_kg > 0");
			t.column("weight_lb", numeric(6, 2)).generatedAs("weight_kg * 2.20462");
			t.foreignKey("user_id", "users", "id").onDelete(CASCADE);
			t.unique("user_id", "title");
			t.index("created_at");
			t.comment("a training session");
		});
	}

	@Example(section = "Tables",
			given = "create schema billing; create table customers (id int, region text, primary key (id, region))")
	static void createTableWithEverything(Operations op) {
		op.createTable("billing.invoices", (t) -> {
			t.column("id", bigint()).identityByDefault((s) -> s.startWith(1000).incrementBy(10));
			t.column("customer_id", integer()).notNull();
			t.column("region", text()).notNull().collate("pg_catalog.C");
			t.column("number", text()).unique();
			t.column("period", named("daterange")).notNull();
			t.primaryKey("id").named("invoices_id");
			t.foreignKey(List.of("customer_id", "region"), "customers", List.of("id", "region"))
				.named("invoices_customer")
				.matchFull()
				.onDelete(RESTRICT)
				.onUpdate(CASCADE)
				.initiallyDeferred();
			t.check("region <> ''").named("invoices_region");
			t.unique("number", "region").include("customer_id").deferrable();
			t.exclude("gist").expression("period", "&&").where("number IS NOT NULL");
			t.index("customer_id").column("region", (k) -> k.descending().nullsLast());
			t.index("customer_id").column("number", (k) -> k.ascending().nullsFirst()).named("invoices_by_number");
		});
	}

	@Example(section = "Tables", undone = false)
	static void createTableIfNotExists(Operations op) {
		op.createTable("settings", (t) -> {
			t.column("name", text()).primaryKey();
			t.ifNotExists();
		});
	}

	@Example(section = "Tables")
	static void createPartitionedTable(Operations op) {
		op.createTable("events", (t) -> {
			t.column("at", timestamptz()).notNull();
			t.column("payload", text());
			t.partitionBy("RANGE (at)");
		});
	}

	@Example(section = "Tables")
	static void createUnloggedTable(Operations op) {
		op.createTable("sessions", (t) -> {
			t.column("id", uuid()).primaryKey();
			t.unlogged();
		});
	}

	@Example(section = "Tables",
			given = "create table notes (id bigint not null, constraint notes_pkey primary key (id))")
	static void dropTable(Operations op) {
		op.dropTable("notes");
	}

	@Example(section = "Tables",
			given = "create table notes (id bigint not null, constraint notes_pkey primary key (id))")
	static void dropTableReversibly(Operations op) {
		op.reverse((was) -> was.createTable("notes", (t) -> t.column("id", bigint()).primaryKey()));
	}

	@Example(section = "Tables", given = "create table notes (id bigint); create view all_notes as select * from notes",
			undone = false)
	static void dropTableCascade(Operations op) {
		op.dropTable("notes", (d) -> d.ifExists().cascade());
	}

	@Example(section = "Tables", given = TABLES)
	static void renameTable(Operations op) {
		op.renameTable("workouts", "sessions");
	}

	@Example(section = "Tables", given = TABLES + "create schema training;")
	static void moveTable(Operations op) {
		op.moveTable("public.workouts", "training");
	}

	@Example(section = "Tables", given = "create table notes (id bigint) with (autovacuum_enabled = false)")
	static void alterTable(Operations op) {
		op.alterTable("notes", (t) -> {
			t.with("fillfactor", 70).with("toast.autovacuum_vacuum_scale_factor", "0.05");
			t.without("autovacuum_enabled");
		}, (was) -> {
			was.without("fillfactor").without("toast.autovacuum_vacuum_scale_factor");
			was.with("autovacuum_enabled", false);
		});
	}

	@Example(section = "Tables", given = "create table drafts (id bigint); create unlogged table notes (id bigint)")
	static void changeWhetherTableIsLogged(Operations op) {
		op.alterTable("drafts", (t) -> t.unlogged(), (was) -> was.logged());
		op.alterTable("notes", (t) -> t.logged(), (was) -> was.unlogged());
	}

	@Example(section = "Tables", given = """
			create table notes (id bigint not null constraint notes_id unique); create table drafts (id bigint);
			create table sent (id bigint); alter table sent replica identity full;""")
	static void changeReplicaIdentity(Operations op) {
		op.alterTable("notes", (t) -> t.replicaIdentityUsing("notes_id"), (was) -> was.replicaIdentityDefault());
		op.alterTable("drafts", (t) -> t.replicaIdentityFull(), (was) -> was.replicaIdentityDefault());
		op.alterTable("sent", (t) -> t.replicaIdentityNothing(), (was) -> was.replicaIdentityFull());
	}

	@Example(section = "Tables", given = """
			create table notes (id bigint constraint notes_id primary key); create table drafts (id bigint);
			create index ix_drafts on drafts (id); alter table drafts cluster on ix_drafts;""")
	static void changeWhatTableIsSortedBy(Operations op) {
		op.alterTable("notes", (t) -> t.clusterOn("notes_id"), (was) -> was.noCluster());
		op.alterTable("drafts", (t) -> t.noCluster(), (was) -> was.clusterOn("ix_drafts"));
	}

	@Example(section = "Tables", given = TABLES)
	static void commentOnTable(Operations op) {
		op.commentOnTable("users", "who trains", null);
	}

	@Example(section = "Columns", given = TABLES)
	static void addColumn(Operations op) {
		op.addColumn("users", "avatar_url", varchar(500));
	}

	@Example(section = "Columns", given = TABLES)
	static void addColumnWithConstraints(Operations op) {
		op.addColumn("workouts", "coach_id", uuid(), (c) -> {
			c.references("users", "id", (key) -> key.onDelete(SET_NULL));
			c.comment("who supervised it");
		});
		op.addColumn("workouts", "rating", integer(), (c) -> c.notNull().defaultTo(0).check("rating BETWEEN 0 AND 5"));
	}

	@Example(section = "Columns", given = TABLES, undone = false)
	static void addColumnIfNotExists(Operations op) {
		op.addColumnIfNotExists("users", "locale", text());
	}

	@Example(section = "Columns", given = TABLES, undone = false)
	static void addColumnWithDefaultIfNotExists(Operations op) {
		op.addColumnIfNotExists("users", "locale", text(), (c) -> c.notNull().defaultTo("de"));
	}

	@Example(section = "Columns", given = TABLES, since = 18)
	static void addVirtualColumn(Operations op) {
		op.addColumn("users", "domain", text(), (c) -> c.virtuallyGeneratedAs("split_part(email, '@', 2)"));
	}

	@Example(section = "Columns", given = TABLES)
	static void dropColumn(Operations op) {
		op.dropColumn("users", "status");
	}

	@Example(section = "Columns", given = TABLES)
	static void dropColumnReversibly(Operations op) {
		op.reverse((was) -> was.addColumn("users", "status", text(), (c) -> c.defaultTo("new")));
	}

	@Example(section = "Columns", given = TABLES)
	static void renameColumn(Operations op) {
		op.renameColumn("workouts", "title", "name");
	}

	@Example(section = "Columns", given = TABLES)
	static void changeTypeOfColumn(Operations op) {
		op.alterColumn("users", "email", (c) -> c.type(text()), (was) -> was.type(varchar(320)));
	}

	@Example(section = "Columns", given = "create table t (a varchar(20) collate \"C\")")
	static void changeTypeAndCollationOfColumn(Operations op) {
		op.alterColumn("t", "a", (c) -> c.type(text()).collate("pg_catalog.POSIX"),
				(was) -> was.type(varchar(20)).collate("pg_catalog.C"));
	}

	@Example(section = "Columns", given = TABLES + "create type user_status as enum ('new', 'old');")
	static void changeTypeAndDefaultOfColumn(Operations op) {
		op.alterColumn("users", "status", (c) -> {
			c.type(named("user_status")).using("status::user_status");
			c.defaultTo("new");
		}, (was) -> {
			was.type(text());
			was.defaultSql("'new'::text");
		});
	}

	@Example(section = "Columns", given = TABLES)
	static void setColumnNotNull(Operations op) {
		op.alterColumn("users", "age", (c) -> c.notNull());
	}

	@Example(section = "Columns", given = TABLES, transactional = false)
	static void setColumnNotNullWithoutLockingAnybodyOut(Operations op) {
		op.alterColumn("users", "age", (c) -> c.notNull());
	}

	@Example(section = "Columns", given = TABLES)
	static void setColumnNullable(Operations op) {
		op.alterColumn("users", "email", (c) -> c.nullable());
	}

	@Example(section = "Columns", given = TABLES)
	static void changeDefaultOfColumn(Operations op) {
		op.alterColumn("users", "age", (c) -> c.defaultTo(18), (was) -> was.noDefault());
		op.alterColumn("users", "status", (c) -> c.noDefault(), (was) -> was.defaultTo("new"));
		op.alterColumn("workouts", "starts_at", (c) -> c.defaultSql("now()"), (was) -> was.noDefault());
	}

	@Example(section = "Columns", given = TABLES)
	static void addIdentity(Operations op) {
		op.alterColumn("workouts", "id", (c) -> c.identity((s) -> s.startWith(100)));
	}

	@Example(section = "Columns",
			given = "create table t (id bigint generated always as identity (start with 100 maxvalue 500))")
	static void changeIdentity(Operations op) {
		op.alterColumn("t", "id", (c) -> c.identityByDefault((s) -> s.startWith(100).incrementBy(5)),
				(was) -> was.identity((s) -> s.startWith(100).maxValue(500)));
	}

	@Example(section = "Columns",
			given = "create table t (a integer, twice integer generated always as (a * 2) stored)")
	static void dropExpression(Operations op) {
		op.alterColumn("t", "twice", (c) -> c.noExpression());
	}

	@Example(section = "Columns", given = "create table t (id bigint generated always as identity)")
	static void dropIdentity(Operations op) {
		op.alterColumn("t", "id", (c) -> c.noIdentity(), (was) -> was.identity());
	}

	@Example(section = "Columns", given = TABLES)
	static void changeSeveralThingsOfAColumn(Operations op) {
		op.alterColumn("workouts", "title", (c) -> {
			c.type(text()).collate("pg_catalog.C");
			c.notNull().comment("what the user calls it").rename("name");
		}, (was) -> {
			was.type(varchar(200)).using("left(title, 200)");
			was.noComment();
		});
	}

	@Example(section = "Columns", given = "create table notes (title text, body text)")
	static void changeHowColumnIsKept(Operations op) {
		op.alterColumn("notes", "body", (c) -> c.storage("external").compression("pglz"),
				(was) -> was.storage("extended").defaultCompression());
		op.alterColumn("notes", "title", (c) -> c.statistics(500).with("n_distinct", "-0.5"),
				(was) -> was.defaultStatistics().without("n_distinct"));
	}

	@Example(section = "Columns", given = "create table notes (body text storage main)", since = 16)
	static void leaveStorageToTheType(Operations op) {
		op.alterColumn("notes", "body", (c) -> c.defaultStorage(), (was) -> was.storage("main"));
	}

	@Example(section = "Columns", given = TABLES)
	static void commentOnColumn(Operations op) {
		op.commentOnColumn("users", "age", "in years", null);
	}

	@Example(section = "Constraints", given = TABLES)
	static void createPrimaryKey(Operations op) {
		op.createPrimaryKey("workouts", "id");
	}

	@Example(section = "Constraints", given = TABLES)
	static void createUnique(Operations op) {
		op.createUnique("users", "email");
	}

	@Example(section = "Constraints", given = TABLES, since = 15)
	static void createUniqueOfNulls(Operations op) {
		op.createUnique("users", List.of("email", "age"), (u) -> u.named("users_once").nullsNotDistinct().deferrable());
	}

	@Example(section = "Constraints", given = TABLES)
	static void createCheck(Operations op) {
		op.createCheck("workouts", "starts_at < ends_at", (c) -> c.named("workouts_take_time"));
	}

	@Example(section = "Constraints", given = TABLES)
	static void createForeignKey(Operations op) {
		op.createForeignKey("workouts", "user_id", "users", "id", (k) -> k.onDelete(CASCADE));
	}

	@Example(section = "Constraints", given = TABLES)
	static void createForeignKeyNotValid(Operations op) {
		op.createForeignKey("workouts", "user_id", "users", "id", (k) -> k.notValid());
	}

	@Example(section = "Constraints", given = TABLES)
	static void createExclude(Operations op) {
		op.createExclude("workouts", "gist",
				(e) -> e.named("workouts_do_not_overlap")
					.expression("tstzrange(starts_at, ends_at)", "&&")
					.where("title IS NOT NULL"));
	}

	@Example(section = "Constraints", given = "create table bookings (room int4range, at tsrange)")
	static void createExcludeWithOperatorClass(Operations op) {
		op.createExclude("bookings", "gist",
				(e) -> e.column("room", "&&", (k) -> k.operatorClass("range_ops")).column("at", "&&"));
	}

	@Example(section = "Constraints", given = "create table t (a int constraint positive check (a > 0))")
	static void dropConstraint(Operations op) {
		op.dropConstraint("t", "positive");
	}

	@Example(section = "Constraints", given = "create table t (a int constraint positive check (a > 0))")
	static void dropConstraintReversibly(Operations op) {
		op.reverse((was) -> was.createCheck("t", "a > 0", (c) -> c.named("positive")));
	}

	@Example(section = "Constraints", given = """
			create table parent (id int constraint parent_pkey primary key, code text constraint parent_code unique);
			create table child (id int, code text, constraint child_parent foreign key (id) references parent (id),
			    constraint child_code foreign key (code) references parent (code) on delete cascade);""")
	static void dropConstraintsOfOtherKindsReversibly(Operations op) {
		op.reverse((was) -> {
			was.createPrimaryKey("parent", "id");
			was.createUnique("parent", List.of("code"), (u) -> u.named("parent_code"));
			was.createForeignKey("child", "code", "parent", "code", (k) -> k.named("child_code").onDelete(CASCADE));
			was.createForeignKey("child", "id", "parent", "id", (k) -> k.named("child_parent"));
		});
	}

	@Example(section = "Constraints", given = TABLES)
	static void createCheckThatIsNotInherited(Operations op) {
		op.createCheck("workouts", "id > 0", (c) -> c.noInherit());
	}

	@Example(section = "Constraints",
			given = "create table t (a int); alter table t add constraint positive check (a > 0) not valid",
			undone = false)
	static void validateConstraint(Operations op) {
		op.validateConstraint("t", "positive");
	}

	@Example(section = "Constraints", given = TABLES, since = 18)
	static void createConstraintsOfPeriods(Operations op) {
		op.createTable("prices", (t) -> {
			t.column("product", sql("int4range"));
			t.column("during", sql("daterange"));
			t.primaryKey("product", "during").withoutOverlaps();
		});
		op.createTable("offers", (t) -> {
			t.column("product", sql("int4range"));
			t.column("during", sql("daterange"));
			t.foreignKey(List.of("product", "during"), "prices", List.of("product", "during")).period();
		});
	}

	@Example(section = "Constraints", given = TABLES, since = 18)
	static void createCheckThatIsNotEnforced(Operations op) {
		op.createCheck("workouts", "id > 0", (c) -> c.notEnforced());
	}

	@Example(section = "Constraints", given = "create table u (id int primary key); create table t (a int, "
			+ "constraint t_a_fkey foreign key (a) references u)", since = 18)
	static void stopEnforcingForeignKey(Operations op) {
		op.stopEnforcingForeignKey("t", "t_a_fkey");
	}

	@Example(section = "Constraints", given = "create table u (id int primary key); create table t (a int, "
			+ "constraint t_a_fkey foreign key (a) references u not enforced)", since = 18)
	static void enforceForeignKey(Operations op) {
		op.enforceForeignKey("t", "t_a_fkey");
	}

	@Example(section = "Constraints", given = "create table t (a int, constraint t_a_key unique (a))")
	static void renameConstraint(Operations op) {
		op.renameConstraint("t", "t_a_key", "t_once");
	}

	@Example(section = "Constraints", given = "create table t (a int, constraint t_a_key unique (a))")
	static void commentOnConstraint(Operations op) {
		op.commentOnConstraint("t", "t_a_key", "asked for by the tax office", null);
	}

	@Example(section = "Indexes", given = TABLES)
	static void createIndex(Operations op) {
		op.createIndex("ix_workouts_user_id", "workouts", "user_id", "starts_at");
	}

	@Example(section = "Indexes", given = TABLES)
	static void createUniqueIndex(Operations op) {
		op.createUniqueIndex("ux_users_email", "users", "email");
	}

	@Example(section = "Indexes", given = "create table notes (words tsvector)")
	static void createIndexWithParameterOfOperatorClass(Operations op) {
		op.createIndex("ix_notes_words", "notes",
				(i) -> i.using("gist").column("words", (k) -> k.operatorClass("tsvector_ops").with("siglen", 100)));
	}

	@Example(section = "Indexes", given = TABLES)
	static void createIndexWithEverything(Operations op) {
		op.createIndex("ix_users_search", "users",
				(i) -> i.unique()
					.expression("lower(email)", (k) -> k.operatorClass("text_pattern_ops"))
					.column("status", (k) -> k.collate("pg_catalog.C").descending().nullsLast())
					.include("age")
					.with("fillfactor", 70)
					.where("age > 18"));
	}

	@Example(section = "Indexes", given = TABLES, since = 15)
	static void createUniqueIndexOfNulls(Operations op) {
		op.createIndex("ux_users_age", "users", (i) -> i.column("age").unique().nullsNotDistinct());
	}

	@Example(section = "Indexes", given = TABLES)
	static void createIndexOfAnotherMethod(Operations op) {
		op.createIndex("ix_users_email", "users", (i) -> i.using("hash").column("email").tablespace("pg_default"));
	}

	@Example(section = "Indexes", given = TABLES, transactional = false)
	static void createIndexConcurrently(Operations op) {
		op.createIndex("ix_workouts_user_id", "workouts", (i) -> i.column("user_id").concurrently());
	}

	@Example(section = "Indexes", given = TABLES, undone = false)
	static void createIndexIfNotExists(Operations op) {
		op.createIndex("ix_users_age", "users", (i) -> i.column("age").ifNotExists());
	}

	@Example(section = "Indexes", given = TABLES + "create index ix_users_age on users (age);")
	static void dropIndex(Operations op) {
		op.dropIndex("ix_users_age");
	}

	@Example(section = "Indexes", given = TABLES + "create index ix_users_age on users (age);")
	static void dropIndexReversibly(Operations op) {
		op.reverse((was) -> was.createIndex("ix_users_age", "users", "age"));
	}

	@Example(section = "Indexes", given = TABLES + "create index ix_users_email on users (lower(email));",
			transactional = false)
	static void dropIndexConcurrently(Operations op) {
		op.dropIndex("ix_users_email", (d) -> d.concurrently());
	}

	@Example(section = "Indexes", given = TABLES + "create index ix_users_email on users (lower(email));",
			transactional = false)
	static void dropIndexConcurrentlyReversibly(Operations op) {
		op.reverse((was) -> was.createIndex("ix_users_email", "users",
				(i) -> i.expression("lower(email)").concurrently()));
	}

	@Example(section = "Indexes", given = TABLES + "create index ix_users_age on users (age);", undone = false,
			changesTheSchema = false)
	static void rebuildIndex(Operations op) {
		op.rebuildIndex("ix_users_age");
	}

	@Example(section = "Indexes", given = TABLES + "create index ix_users_age on users (age);", transactional = false,
			undone = false, changesTheSchema = false)
	static void rebuildIndexConcurrently(Operations op) {
		op.rebuildIndexConcurrently("ix_users_age");
	}

	@Example(section = "Indexes", given = TABLES + "create index ix_users_age on users (age);")
	static void renameIndex(Operations op) {
		op.renameIndex("ix_users_age", "users_by_age");
	}

	@Example(section = "Indexes",
			given = "create table notes (id bigint constraint notes_id primary key with (fillfactor = 90), title text);"
					+ "create index ix_notes_title on notes (lower(title), (title || id)) with (deduplicate_items = off);"
					+ "alter index ix_notes_title alter 2 set statistics 100;")
	static void alterIndex(Operations op) {
		op.alterIndex("notes_id", (i) -> i.with("fillfactor", 70), (was) -> was.with("fillfactor", 90));
		op.alterIndex("ix_notes_title", (i) -> i.statistics(1, 500).defaultStatistics(2).without("deduplicate_items"),
				(was) -> was.defaultStatistics(1).statistics(2, 100).with("deduplicate_items", "off"));
	}

	@Example(section = "Indexes", given = TABLES + "create index ix_users_age on users (age);")
	static void commentOnIndex(Operations op) {
		op.commentOnIndex("ix_users_age", "for the report of the year", null);
	}

	@Example(section = "Enums")
	static void createEnum(Operations op) {
		op.createEnum("muscle_group", "LEGS", "CHEST", "BACK");
	}

	@Example(section = "Enums", given = "create type muscle_group as enum ('LEGS', 'CHEST')")
	static void dropEnum(Operations op) {
		op.dropEnum("muscle_group");
	}

	@Example(section = "Enums", given = "create type muscle_group as enum ('LEGS', 'CHEST')")
	static void dropEnumReversibly(Operations op) {
		op.reverse((was) -> was.createEnum("muscle_group", "LEGS", "CHEST"));
	}

	@Example(section = "Enums", given = ENUM)
	static void renameEnum(Operations op) {
		op.renameEnum("workout_status", "session_status");
	}

	@Example(section = "Enums", given = ENUM + "create schema training;")
	static void moveEnum(Operations op) {
		op.moveEnum("public.workout_status", "training");
	}

	@Example(section = "Enums", given = ENUM)
	static void commentOnEnum(Operations op) {
		op.commentOnEnum("workout_status", "how far it is", null);
	}

	@Example(section = "Enums", given = ENUM, undone = false)
	static void addEnumValue(Operations op) {
		op.addEnumValue("workout_status", "CANCELLED");
	}

	@Example(section = "Enums", given = ENUM)
	static void addEnumValueReversibly(Operations op) {
		op.addEnumValue("workout_status", "PAUSED",
				(v) -> v.after("IN_PROGRESS")
					.column("workouts", "status", "PLANNED")
					.arrayColumn("workouts", "history"),
				(was) -> was.values("PLANNED", "IN_PROGRESS", "COMPLETED", "SKIPPED"));
	}

	@Example(section = "Enums", given = ENUM)
	static void renameEnumValue(Operations op) {
		op.renameEnumValue("workout_status", "SKIPPED", "CANCELLED");
	}

	@Example(section = "Enums", given = ENUM)
	static void removeEnumValue(Operations op) {
		op.removeEnumValue("workout_status", "SKIPPED",
				(e) -> e.replace("SKIPPED", "COMPLETED")
					.column("workouts", "status", "PLANNED")
					.arrayColumn("workouts", "history"),
				(was) -> was.values("PLANNED", "IN_PROGRESS", "COMPLETED", "SKIPPED"));
	}

	@Example(section = "Enums", given = "create type e as enum ('A', 'B'); create table t (a e[] default '{A,B}')")
	static void rebuildEnumOfArrayWithDefault(Operations op) {
		op.rebuildEnum("e", (e) -> e.values("B", "A").arrayColumn("t", "a", List.of("A", "B")),
				(was) -> was.values("A", "B"));
	}

	@Example(section = "Enums", given = ENUM)
	static void rebuildEnum(Operations op) {
		op.rebuildEnum("workout_status",
				(e) -> e.values("COMPLETED", "IN_PROGRESS", "PLANNED", "SKIPPED")
					.column("workouts", "status", "PLANNED")
					.arrayColumn("workouts", "history"),
				(was) -> was.values("PLANNED", "IN_PROGRESS", "COMPLETED", "SKIPPED"));
	}

	@Example(section = "Domains")
	static void createDomain(Operations op) {
		op.createDomain("email", text(), (d) -> d.notNull().check("VALUE ~ '@'"));
		op.createDomain("label", varchar(80), (d) -> {
			d.collate("pg_catalog.C").defaultTo("none");
			d.check("VALUE <> ''", (check) -> check.named("label_filled"));
			d.check("VALUE = trim(VALUE)", (check) -> check.named("label_trimmed"));
		});
		op.createDomain("moment", timestamptz(), (d) -> d.defaultSql("now()"));
	}

	@Example(section = "Domains", given = "create domain email as text")
	static void dropDomain(Operations op) {
		op.dropDomain("email");
	}

	@Example(section = "Domains", given = "create domain email as text constraint email_check check (value ~ '@')")
	static void dropDomainReversibly(Operations op) {
		op.reverse((was) -> was.createDomain("email", text(), (d) -> d.check("VALUE ~ '@'")));
	}

	@Example(section = "Domains", given = "create domain email as text; create table users (email email)")
	static void dropDomainCascade(Operations op) {
		op.dropDomain("email", (d) -> d.ifExists().cascade());
	}

	@Example(section = "Domains", given = "create domain label as text default 'none'")
	static void alterDomain(Operations op) {
		op.alterDomain("label", (d) -> d.notNull().defaultTo("new"), (was) -> was.defaultTo("none"));
	}

	@Example(section = "Domains", given = "create domain moment as timestamptz not null")
	static void alterDomainToTakeNull(Operations op) {
		op.alterDomain("moment", (d) -> d.nullable().defaultSql("now()"), (was) -> was.noDefault());
	}

	@Example(section = "Domains", given = "create domain email as text")
	static void createDomainCheck(Operations op) {
		op.createDomainCheck("email", "VALUE ~ '@'");
		op.createDomainCheck("email", "length(VALUE) > 3", (check) -> check.named("email_length"));
	}

	@Example(section = "Domains", given = "create domain email as text constraint email_check check (value ~ '@')")
	static void dropDomainCheck(Operations op) {
		op.dropDomainCheck("email", "email_check");
	}

	@Example(section = "Domains", given = "create domain email as text constraint email_check check (value ~ '@')")
	static void dropDomainCheckReversibly(Operations op) {
		op.reverse((was) -> was.createDomainCheck("email", "VALUE ~ '@'"));
	}

	@Example(section = "Domains", given = "create domain email as text constraint email_check check (value ~ '@')")
	static void dropDomainCheckIfExists(Operations op) {
		op.dropDomainCheck("email", "email_check", (d) -> d.ifExists().cascade());
	}

	@Example(section = "Domains", given = "create domain email as text")
	static void renameDomain(Operations op) {
		op.renameDomain("email", "address");
	}

	@Example(section = "Domains", given = "create domain email as text; create schema mail")
	static void moveDomain(Operations op) {
		op.moveDomain("public.email", "mail");
	}

	@Example(section = "Domains", given = "create domain email as text")
	static void commentOnDomain(Operations op) {
		op.commentOnDomain("email", "as it was typed", null);
	}

	@Example(section = "Sequences", given = "create table invoices (number bigint)")
	static void createSequence(Operations op) {
		op.createSequence("invoices_seq", (s) -> s.startWith(1000).incrementBy(50).ownedBy("invoices", "number"));
		op.createSequence("tickets_seq", (s) -> s.as(integer()).minValue(10).maxValue(99).cache(5).cycle());
	}

	@Example(section = "Sequences", given = "create sequence invoices_seq increment by 50")
	static void dropSequence(Operations op) {
		op.dropSequence("invoices_seq");
	}

	@Example(section = "Sequences", given = "create sequence invoices_seq increment by 50")
	static void dropSequenceReversibly(Operations op) {
		op.reverse((was) -> was.createSequence("invoices_seq", (s) -> s.incrementBy(50)));
	}

	@Example(section = "Sequences", given = "create sequence invoices_seq maxvalue 500 cache 3")
	static void alterSequence(Operations op) {
		op.alterSequence("invoices_seq", (s) -> s.incrementBy(50).maxValue(1000), (was) -> was.maxValue(500).cache(3));
	}

	@Example(section = "Sequences", given = "create sequence tickets_seq maxvalue 99 cycle")
	static void endSequenceAtItsLastNumber(Operations op) {
		op.alterSequence("tickets_seq", (s) -> s.noCycle(), (was) -> was.cycle());
	}

	@Example(section = "Sequences", given = "create sequence tickets_seq maxvalue 99")
	static void letSequenceBeginAgain(Operations op) {
		op.alterSequence("tickets_seq", (s) -> s.startWith(100).minValue(100).maxValue(199).restart(),
				(was) -> was.startWith(1).minValue(1).maxValue(99));
	}

	@Example(section = "Sequences", given = "create sequence tickets_seq as smallint")
	static void changeTypeOfSequence(Operations op) {
		op.alterSequence("tickets_seq", (s) -> s.as(integer()).maxValue(99_999), (was) -> was.as(smallint()));
	}

	@Example(section = "Sequences", given = "create table invoices (number bigint); create sequence invoices_seq")
	static void giveSequenceToColumn(Operations op) {
		op.alterSequence("invoices_seq", (s) -> s.ownedBy("invoices", "number"), (was) -> was.ownedByNone());
	}

	@Example(section = "Sequences",
			given = "create table invoices (number bigint); create sequence invoices_seq owned by invoices.number")
	static void takeSequenceFromItsColumn(Operations op) {
		op.alterSequence("invoices_seq", (s) -> s.ownedByNone(), (was) -> was.ownedBy("invoices", "number"));
	}

	@Example(section = "Sequences", given = "create sequence tickets_seq; create unlogged sequence invoices_seq",
			since = 15)
	static void changeWhetherSequenceIsLogged(Operations op) {
		op.alterSequence("tickets_seq", (s) -> s.unlogged(), (was) -> was.logged());
		op.alterSequence("invoices_seq", (s) -> s.logged(), (was) -> was.unlogged());
	}

	@Example(section = "Sequences", given = "create sequence invoices_seq")
	static void renameSequence(Operations op) {
		op.renameSequence("invoices_seq", "invoice_numbers");
	}

	@Example(section = "Sequences", given = "create sequence invoices_seq; create schema billing")
	static void moveSequence(Operations op) {
		op.moveSequence("public.invoices_seq", "billing");
	}

	@Example(section = "Sequences", given = "create sequence invoices_seq")
	static void commentOnSequence(Operations op) {
		op.commentOnSequence("invoices_seq", "without gaps", null);
	}

	@Example(section = "Schemas and extensions")
	static void createSchema(Operations op) {
		op.createSchema("billing");
	}

	@Example(section = "Schemas and extensions", undone = false)
	static void createSchemaIfNotExists(Operations op) {
		op.createSchemaIfNotExists("billing");
	}

	@Example(section = "Schemas and extensions", given = "create schema billing")
	static void dropSchema(Operations op) {
		op.dropSchema("billing");
	}

	@Example(section = "Schemas and extensions", given = "create schema billing; create table billing.t (id int)",
			undone = false)
	static void dropSchemaCascade(Operations op) {
		op.dropSchema("billing", (d) -> d.cascade());
	}

	@Example(section = "Schemas and extensions", given = "create schema billing")
	static void renameSchema(Operations op) {
		op.renameSchema("billing", "accounting");
	}

	@Example(section = "Schemas and extensions", given = "create schema billing")
	static void commentOnSchema(Operations op) {
		op.commentOnSchema("billing", "invoices and what was paid", null);
	}

	@Example(section = "Schemas and extensions", given = "drop extension plpgsql")
	static void createExtension(Operations op) {
		op.createExtension("plpgsql", (e) -> e.schema("pg_catalog").version("1.0"));
	}

	@Example(section = "Schemas and extensions", changesTheSchema = false, undone = false)
	static void createExtensionIfNotExists(Operations op) {
		op.createExtension("plpgsql", (e) -> e.ifNotExists());
	}

	@Example(section = "Schemas and extensions")
	static void dropExtension(Operations op) {
		op.dropExtension("plpgsql");
	}

	@Example(section = "Views", given = TABLES)
	static void createView(Operations op) {
		op.createView("adults", "SELECT id, email FROM users WHERE age >= 18");
	}

	@Example(section = "Views", given = TABLES, since = 15)
	static void createViewWithOptions(Operations op) {
		op.createView("emails", "SELECT id, lower(email) FROM users",
				(v) -> v.columns("user_id", "email").securityInvoker());
	}

	@Example(section = "Views", given = TABLES + "create view adults as select id from users where age >= 18;")
	static void replaceView(Operations op) {
		op.replaceView("adults", (v) -> v.query("SELECT id FROM users WHERE age >= 21"),
				(was) -> was.query("SELECT id FROM users WHERE age >= 18"));
	}

	@Example(section = "Views", given = TABLES + "create view adults as select id from users;")
	static void dropView(Operations op) {
		op.dropView("adults");
	}

	@Example(section = "Views", given = TABLES + "create view adults as select id from users;")
	static void dropViewReversibly(Operations op) {
		op.reverse((was) -> was.createView("adults", "SELECT id FROM users"));
	}

	@Example(section = "Views", given = TABLES + "create view adults as select id from users;")
	static void renameView(Operations op) {
		op.renameView("adults", "grown_ups");
	}

	@Example(section = "Views", given = TABLES + "create view adults as select id from users; create schema reports;")
	static void moveView(Operations op) {
		op.moveView("public.adults", "reports");
	}

	@Example(section = "Views", given = TABLES + "create view adults as select id from users;")
	static void commentOnView(Operations op) {
		op.commentOnView("adults", "from 18 on", null);
	}

	@Example(section = "Views", given = TABLES)
	static void createMaterializedView(Operations op) {
		op.createMaterializedView("ages", "SELECT age, count(*) AS users FROM users GROUP BY age");
	}

	@Example(section = "Views", given = TABLES)
	static void createMaterializedViewWithOptions(Operations op) {
		op.createMaterializedView("ages", "SELECT age, count(*) FROM users GROUP BY age",
				(v) -> v.columns("age", "users"));
	}

	@Example(section = "Views", given = "create materialized view ages as select 1 as age", changesTheSchema = false,
			undone = false)
	static void refreshMaterializedView(Operations op) {
		op.refreshMaterializedView("ages");
	}

	@Example(section = "Views",
			given = "create materialized view ages as select 1 as age; create unique index on ages (age)",
			changesTheSchema = false, undone = false)
	static void refreshMaterializedViewConcurrently(Operations op) {
		op.refreshMaterializedViewConcurrently("ages");
	}

	@Example(section = "Views", given = "create materialized view ages as select 1 as age")
	static void dropMaterializedView(Operations op) {
		op.dropMaterializedView("ages");
	}

	@Example(section = "Views", given = "create materialized view ages as select 1 as age")
	static void dropMaterializedViewReversibly(Operations op) {
		op.reverse((was) -> was.createMaterializedView("ages", "SELECT 1 AS age"));
	}

	@Example(section = "Views", given = "create materialized view ages as select 1 as age")
	static void renameMaterializedView(Operations op) {
		op.renameMaterializedView("ages", "users_by_age");
	}

	@Example(section = "Views", given = "create materialized view ages as select 1 as age; create schema reports")
	static void moveMaterializedView(Operations op) {
		op.moveMaterializedView("public.ages", "reports");
	}

	@Example(section = "Views", given = "create materialized view ages as select 1 as age")
	static void commentOnMaterializedView(Operations op) {
		op.commentOnMaterializedView("ages", "of last night", null);
	}

	@Example(section = "Functions and triggers")
	static void createFunction(Operations op) {
		op.createFunction("volume",
				(f) -> f.argument("sets", integer())
					.argument("reps", integer(), 10)
					.returns("integer")
					.language("sql")
					.attribute("IMMUTABLE")
					.body("SELECT sets * reps"));
	}

	@Example(section = "Functions and triggers")
	static void createFunctionOfUnnamedArguments(Operations op) {
		op.createFunction("volume",
				(f) -> f.argument(integer())
					.argument(integer(), 10)
					.returns("integer")
					.language("sql")
					.body("SELECT $1 * $2"));
	}

	@Example(section = "Functions and triggers", given = "create function one() returns int language sql as 'SELECT 1'")
	static void replaceFunction(Operations op) {
		op.replaceFunction("one", (f) -> f.returns("integer").language("sql").body("SELECT 3 - 2"),
				(was) -> was.returns("integer").language("sql").body("SELECT 1"));
	}

	@Example(section = "Functions and triggers",
			given = "create function twice(n int) returns int language sql as 'SELECT n * 2'")
	static void dropFunction(Operations op) {
		op.dropFunction("twice", integer());
	}

	@Example(section = "Functions and triggers",
			given = "create function twice(n int) returns int language sql as 'SELECT n * 2'")
	static void dropFunctionReversibly(Operations op) {
		op.reverse((was) -> was.createFunction("twice",
				(f) -> f.argument("n", integer()).returns("integer").language("sql").body("SELECT n * 2")));
	}

	@Example(section = "Functions and triggers")
	static void createProcedure(Operations op) {
		op.createProcedure("nothing", (p) -> p.body("BEGIN NULL; END"));
	}

	@Example(section = "Functions and triggers",
			given = "create procedure nothing() language plpgsql as 'BEGIN NULL; END'")
	static void replaceProcedure(Operations op) {
		op.replaceProcedure("nothing", (p) -> p.body("BEGIN RAISE NOTICE 'nothing'; END"),
				(was) -> was.body("BEGIN NULL; END"));
	}

	@Example(section = "Functions and triggers",
			given = "create procedure nothing() language plpgsql as 'BEGIN NULL; END'")
	static void dropProcedure(Operations op) {
		op.dropProcedure("nothing");
	}

	@Example(section = "Functions and triggers",
			given = "create procedure nothing() language plpgsql as 'BEGIN NULL; END'")
	static void dropProcedureReversibly(Operations op) {
		op.reverse((was) -> was.createProcedure("nothing", (p) -> p.body("BEGIN NULL; END")));
	}

	@Example(section = "Functions and triggers", given = TABLES)
	static void createTrigger(Operations op) {
		op.createFunction("lower_email", (f) -> f.returns("trigger").body("""
				BEGIN
				    NEW.email := lower(NEW.email);
				    RETURN NEW;
				END"""));
		op.createTrigger("users_lower_email", "users",
				(t) -> t.before(Trigger.Event.INSERT, Trigger.Event.UPDATE)
					.ofColumns("email")
					.forEachRow()
					.when("NEW.email <> lower(NEW.email)")
					.execute("lower_email"));
	}

	@Example(section = "Functions and triggers", given = """
			create view v as select 1 as a;
			create function refuse() returns trigger language plpgsql as 'BEGIN RETURN NULL; END';""")
	static void createTriggerOnView(Operations op) {
		op.createTrigger("v_is_read_only", "v",
				(t) -> t.insteadOf(Trigger.Event.INSERT, Trigger.Event.DELETE).forEachRow().execute("refuse", "why"));
	}

	@Example(section = "Functions and triggers", given = TABLES + """
			create trigger same before update on users for each row
			    execute function suppress_redundant_updates_trigger();""")
	static void dropTrigger(Operations op) {
		op.dropTrigger("same", "users");
	}

	@Example(section = "Functions and triggers", given = TABLES + """
			create trigger same before update on users for each row
			    execute function suppress_redundant_updates_trigger();""")
	static void dropTriggerReversibly(Operations op) {
		op.reverse((was) -> was.createTrigger("same", "users",
				(t) -> t.before(Trigger.Event.UPDATE).forEachRow().execute("suppress_redundant_updates_trigger")));
	}

	@Example(section = "Rights", given = ROLE)
	static void grant(Operations op) {
		op.grant(Set.of(SELECT, INSERT), GrantTarget.table("users"), "workouts_reader");
		op.grant(USAGE, GrantTarget.sequence("numbers"), "workouts_reader", "public");
		op.grantWithGrantOption(Set.of(USAGE), GrantTarget.schema("billing"), "workouts_reader");
	}

	@Example(section = "Rights", given = ROLE + """
			create procedure nothing() language plpgsql as 'BEGIN NULL; END';
			grant execute on procedure nothing to current_user;""")
	static void grantOnProcedure(Operations op) {
		op.grant(EXECUTE, GrantTarget.procedure("nothing"), "workouts_reader");
	}

	@Example(section = "Rights", given = ROLE + "grant select on users to workouts_reader;")
	static void revoke(Operations op) {
		op.revoke(SELECT, GrantTarget.allTablesIn("public"), "workouts_reader");
	}

	@Example(section = "Rights", given = ROLE + "grant select, insert on users to workouts_reader;")
	static void revokeReversibly(Operations op) {
		op.reverse((was) -> was.grant(Set.of(SELECT, INSERT), GrantTarget.table("users"), "workouts_reader"));
	}

	@Example(section = "Rights", given = ROLE + "grant usage on schema billing to workouts_reader with grant option;")
	static void revokeGrantOption(Operations op) {
		op.reverse((was) -> was.grantWithGrantOption(Set.of(USAGE), GrantTarget.schema("billing"), "workouts_reader"));
	}

	@Example(section = "Rights", given = ROLE + "grant usage on schema billing to workouts_reader with grant option;")
	static void revokeAndCascade(Operations op) {
		op.revoke(Set.of(USAGE), GrantTarget.schema("billing"), List.of("workouts_reader"), (r) -> r.cascade());
	}

	@Example(section = "Rows",
			given = "create table exercises (id uuid primary key, name text, since date, tags text[])",
			changesTheSchema = false)
	static void bulkInsert(Operations op) {
		op.bulkInsert("exercises", List.of("id", "name", "since", "tags"), (rows) -> {
			rows.key("id");
			rows.row(UUID.fromString("6b0d4c0e-93a1-4f6c-9c55-0f3a6a3cfd01"), "Farmer's walk", LocalDate.of(2026, 1, 5),
					List.of("grip", "legs"));
			rows.row(UUID.fromString("6b0d4c0e-93a1-4f6c-9c55-0f3a6a3cfd02"), "Plank", null, List.of());
		});
	}

	@Example(section = "Rows", given = "create table levels (id int generated always as identity, name text)",
			changesTheSchema = false)
	static void bulkInsertWithNumbersOfTheirOwn(Operations op) {
		op.bulkInsert("levels", List.of("id", "name"),
				(rows) -> rows.key("id").row(1, "easy").row(2, "hard").overridingIdentity());
	}

	@Example(section = "Rows", given = "create table levels (id int, name text); insert into levels values (1, 'easy')",
			changesTheSchema = false)
	static void bulkDelete(Operations op) {
		op.bulkDelete("levels", List.of("id", "name"), (rows) -> rows.key("id").row(1, "easy"));
	}

	@Example(section = "Rows",
			given = "create table logs (id bigint primary key, sets int, reps int, volume int); insert into logs select n, 3, n from generate_series(1, 2500) n",
			transactional = false, changesTheSchema = false, undone = false)
	static void backfill(Operations op) {
		op.backfill("logs",
				(b) -> b.set("volume = sets * reps")
					.where("volume IS NULL")
					.batch(1000)
					.pause(Duration.ofMillis(50))
					.lockTimeout(Duration.ofSeconds(2))
					.retries(10));
	}

	@Example(section = "Anything else", given = TABLES, undone = false)
	static void execute(Operations op) {
		op.execute("ALTER TABLE users SET (fillfactor = 70)");
	}

	@Example(section = "Anything else", given = TABLES)
	static void executeReversibly(Operations op) {
		op.execute("CREATE POLICY own ON users USING (email = current_user)", "DROP POLICY own ON users");
	}

	@Example(section = "Anything else", changesTheSchema = false, undone = false)
	static void nothingToUndo(Operations op) {
		op.nothingToUndo("the values stay as they are");
	}

	@Example(section = "Anything else", given = TABLES, changesTheSchema = false)
	static void data(Operations op) {
		op.data("trim titles", (jdbc) -> jdbc.sql("update workouts set title = trim(title)").update(), (jdbc) -> {
		});
	}

	// It may run twice, so it does only what is left to do.
	@Example(section = "Anything else", given = TABLES, transactional = false, changesTheSchema = false)
	static void dataWithAutocommit(Operations op) {
		op.dataWithAutocommit("trim titles", (jdbc) -> {
			String some = "update workouts set title = trim(title) where id in "
					+ "(select id from workouts where title <> trim(title) limit 1000)";
			while (jdbc.sql(some).update() > 0) {
				// until nothing is left to do
			}
		}, (jdbc) -> {
		});
	}

	@Example(section = "Operations of your own", given = TABLES)
	static void invoke(Operations op) {
		op.invoke(new EnableRowSecurity("users", "own_row", "email"));
	}

}
