package dev.migrator.autogenerate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

import dev.migrator.internal.schema.SchemaObjects;
import dev.migrator.schema.DataType;
import dev.migrator.schema.ReferentialAction;
import dev.migrator.schema.Types;
import dev.migrator.script.ColumnDefinition;
import dev.migrator.script.DomainDefinition;
import dev.migrator.script.Operations;
import dev.migrator.script.TableDefinition;

/**
 * Models at random, in the words of people and not in PostgreSQL's, of few names, so that
 * two of them have much in common. Each name of a column has types among which its one
 * value can be converted to and fro.
 */
final class RandomModels {

	private static final String LONG = "a_name_that_is_as_long_as_a_name_can_be_in_this_database_longes";

	private static final List<String> TABLES = List.of("a", "b", "Order \"1\"", "billing.a", "billing.user", LONG);

	private static final Map<String, List<DataType>> TYPES = Map.of("n", List.of(Types.sql("int4"), Types.bigint(),
			Types.sql("decimal(10, 2)"), Types.numeric(8, 0), Types.text(), Types.varchar(20), Types.sql("int2")),
			"select",
			List.of(Types.timestamptz(), Types.sql("timestamp(3) with time zone"), Types.timestamp(), Types.text(),
					Types.timestamp(0), Types.date()),
			"Word",
			List.of(Types.text(), Types.varchar(20), Types.sql("character varying(30)"), Types.named("mood"),
					Types.named("mood"), Types.named("label"), Types.named("billing.kind")),
			"words", List.of(Types.sql("text[]"), Types.array(Types.varchar(9)), Types.array(Types.named("mood"))),
			"flag", List.of(Types.bool(), Types.sql("bool"), Types.text()), "doc",
			List.of(Types.jsonb(), Types.json(), Types.text()), "span",
			List.of(Types.interval(), Types.sql("interval(3)"), Types.text()));

	private static final Map<String, String> VALUES = Map.of("n", "'1'", "select", "'2026-01-01'", "Word", "'A'",
			"words", "'{A}'", "flag", "'true'", "doc", "'{}'", "span", "'1 day'", "id", "1", "ref", "1");

	private final Random random;

	private final int serverVersion;

	private final List<String> moods = new ArrayList<>(List.of("A", "B", "C"));

	private RandomModels(long seed, int serverVersion) {
		this.random = new Random(seed);
		this.serverVersion = serverVersion;
	}

	static SchemaObjects of(long seed, int serverVersion) {
		RandomModels models = new RandomModels(seed, serverVersion);
		return Schemas.schema(models::create);
	}

	/**
	 * The value that a column has in the only row of its table.
	 */
	static String value(String column) {
		return VALUES.getOrDefault(column, "DEFAULT");
	}

	private boolean once(int in) {
		return this.random.nextInt(in) == 0;
	}

	private <T> T any(List<T> values) {
		return values.get(this.random.nextInt(values.size()));
	}

	private void create(Operations op) {
		// "A" is always there, for rows, defaults and checks
		if (once(3)) {
			this.moods.remove("B");
		}
		if (once(3)) {
			this.moods.add(this.random.nextInt(this.moods.size() + 1), "it's");
		}
		op.createEnum("mood", this.moods.toArray(String[]::new));
		op.createEnum("billing.kind", once(2) ? new String[] { "A" } : new String[] { "A", "B" });
		op.createDomain("label", Types.text(), this::label);
		if (once(2)) {
			op.createSequence("s", (s) -> s.incrementBy(1 + this.random.nextInt(3)).cache(1 + this.random.nextInt(2)));
		}
		List<String> tables = TABLES.stream().filter((table) -> !once(3)).toList();
		tables.forEach((table) -> op.createTable(table, (t) -> table(op, t, table, tables)));
	}

	/**
	 * In the words of the server: only what is said of tables is tried there first.
	 */
	private void label(DomainDefinition domain) {
		if (once(3)) {
			domain.collate("C");
		}
		if (once(3)) {
			domain.defaultSql("'A'::text");
		}
		domain.check(once(2) ? "VALUE <> ''::text" : "length(VALUE) > 0");
		if (once(3)) {
			domain.check("VALUE <> 'x'::text", (check) -> check.named("no_x"));
		}
	}

	private void table(Operations op, TableDefinition t, String table, List<String> tables) {
		String suffix = table.substring(0, Math.min(table.length(), 20));
		id(op, t, table);
		t.primaryKey("id").named(once(4) ? "pk_" + suffix : suffix + "_pkey");
		List<String> columns = TYPES.keySet().stream().sorted().filter((name) -> !once(3)).collect(Collectors.toList());
		Map<String, DataType> types = new HashMap<>();
		columns.forEach((name) -> types.put(name, column(t, name)));
		if (once(2)) {
			t.column("ref", Types.integer());
			var key = t.foreignKey("ref", any(tables), "id")
				.named("fk_" + suffix)
				.onDelete(any(
						List.of(ReferentialAction.CASCADE, ReferentialAction.NO_ACTION, ReferentialAction.SET_NULL)));
			if (once(3)) {
				key.initiallyDeferred();
			}
		}
		generated(t, suffix);
		columns.forEach((name) -> objects(t, suffix, name, types.get(name)));
		if (once(4)) {
			t.column("during", Types.sql("tsrange"));
			t.exclude("gist")
				.column("during", once(2) ? "&&" : "-|-")
				.where(once(2) ? "id <> 7" : "id between 1 and 5")
				.named("ex_" + suffix);
		}
		if (once(3)) {
			t.comment("comment " + this.random.nextInt(2));
		}
	}

	private void id(Operations op, TableDefinition t, String table) {
		ColumnDefinition id = t.column("id", once(3) ? Types.bigint() : Types.sql("int4")).notNull();
		switch (this.random.nextInt(5)) {
			case 0 -> id.identity((s) -> s.incrementBy(1 + this.random.nextInt(2)));
			case 1 -> id.identityByDefault();
			case 2 -> {
				String sequence = table.equals("a") || table.equals("b") ? table + "_id_seq" : null;
				if (sequence != null) {
					op.createSequence(sequence, (s) -> s.as(Types.integer()).ownedBy(table, "id"));
					id.defaultSql("nextval('" + sequence + "')");
				}
			}
			default -> {
			}
		}
	}

	private void generated(TableDefinition t, String suffix) {
		if (once(3)) {
			ColumnDefinition made = t.column("made", Types.integer());
			String expression = any(List.of("id::int4", "(2)", "cast(id + 1 as integer)"));
			if (this.serverVersion >= 18 && once(2)) {
				made.virtuallyGeneratedAs(expression);
			}
			else {
				made.generatedAs(expression);
				if (once(2)) {
					t.index("made").named("ix_made_" + suffix);
				}
			}
		}
	}

	private DataType column(TableDefinition t, String name) {
		DataType type = any(TYPES.get(name));
		ColumnDefinition column = t.column(name, type);
		boolean required = once(3);
		if (required) {
			column.notNull();
		}
		if (once(3)) {
			column.defaultSql((required || once(2)) ? String.valueOf(VALUES.get(name)) : "NULL");
		}
		boolean words = type.equals(Types.text()) || type.equals(Types.varchar(20));
		if (words && once(3)) {
			column.collate(any(List.of("C", "POSIX")));
		}
		if (once(4)) {
			column.comment("it's " + this.random.nextInt(2));
		}
		check(t, name, type);
		return type;
	}

	private void check(TableDefinition t, String name, DataType type) {
		if (type.equals(Types.named("mood")) && once(2)) {
			t.check(any(List.of("\"Word\" in ('A', 'C')", "\"Word\" = 'A'", "\"Word\" >= 'A'::mood")))
				.named("ck_" + name);
		}
		if (name.equals("n") && !type.equals(Types.text()) && !type.equals(Types.varchar(20)) && once(2)) {
			t.check(any(List.of("n between 0 and 9", "n > 0 and n<>5", "cast(n as bigint) < 100", "n in (1, 2)")))
				.named("ck_" + name);
		}
		if (type.equals(Types.text()) && name.equals("select") && once(2)) {
			t.check("\"select\" like '2%' or \"select\" is null").named("ck_" + name);
		}
	}

	private void objects(TableDefinition t, String suffix, String name, DataType type) {
		String quoted = "\"" + name + "\"";
		if (name.equals("doc") || name.equals("words")) {
			return;
		}
		switch (this.random.nextInt(9)) {
			case 0 -> t.index().column(name, (key) -> key.descending().nullsLast()).named("ix_" + suffix + name);
			case 1 -> t.index()
				.expression("(" + quoted + " is null)")
				.where(once(2) ? quoted + " is not null" : "id>1")
				.named("ix_" + suffix + name);
			case 2 -> t.index(name).include("id").unique().named("ix_" + suffix + name);
			case 3 -> t.index(name).using("hash").named("ix_" + suffix + name);
			case 4 -> {
				var unique = t.unique(name, "id").named("uq_" + suffix + name);
				if (this.serverVersion >= 15 && once(2)) {
					unique.nullsNotDistinct();
				}
				if (once(3)) {
					unique.deferrable();
				}
			}
			case 5 -> {
				if (type.equals(Types.text()) || type.equals(Types.varchar(20))) {
					t.index()
						.expression("lower(" + quoted + "::varchar)",
								(key) -> key.collate("C").operatorClass("text_pattern_ops"))
						.where("id in (1, 2)")
						.named("ix_" + suffix + name);
				}
			}
			default -> {
			}
		}
	}

}
