package dev.migrator.autogenerate;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import dev.migrator.internal.schema.SchemaObjects;
import dev.migrator.schema.DataType;
import dev.migrator.schema.ReferentialAction;
import dev.migrator.schema.Types;
import dev.migrator.script.Operations;
import dev.migrator.script.TableDefinition;

/**
 * Schemas at random, of few names, so that two of them have much in common.
 */
final class RandomSchemas {

	private static final List<DataType> TYPES = List.of(Types.integer(), Types.bigint(), Types.text(),
			Types.varchar(20), Types.numeric(8, 2), Types.timestamptz(), Types.array(Types.text()), Types.jsonb(),
			Types.bool(), Types.named("mood"), Types.named("mood"), Types.array(Types.named("mood")));

	private final Random random;

	private final List<String> moods = new ArrayList<>(List.of("A", "B", "C"));

	private RandomSchemas(long seed) {
		this.random = new Random(seed);
	}

	static SchemaObjects of(long seed) {
		RandomSchemas schemas = new RandomSchemas(seed);
		return Schemas.schema(schemas::create);
	}

	private boolean once(int in) {
		return this.random.nextInt(in) == 0;
	}

	private void create(Operations op) {
		// "A" is always there, for defaults and checks
		if (once(3)) {
			this.moods.remove("B");
		}
		if (once(3)) {
			this.moods.add(this.random.nextInt(this.moods.size() + 1), "D");
		}
		op.createEnum("mood", this.moods.toArray(String[]::new));
		if (once(2)) {
			op.createSequence("s", (sequence) -> sequence.incrementBy(1 + this.random.nextInt(3)));
		}
		List<String> tables = List.of("a", "b", "c", "d").stream().filter((table) -> !once(4)).toList();
		tables.forEach((table) -> op.createTable(table, (t) -> table(t, table, tables)));
	}

	private void table(TableDefinition t, String table, List<String> tables) {
		boolean big = once(4);
		t.column("id", big ? Types.bigint() : Types.integer()).notNull();
		t.primaryKey("id").named(once(4) ? "pk_" + table : table + "_pkey");
		List<String> columns = new ArrayList<>();
		for (String name : List.of("k", "l", "m", "n")) {
			if (!once(3)) {
				columns.add(name);
				column(t, name);
			}
		}
		if (once(2)) {
			String other = tables.get(this.random.nextInt(tables.size()));
			t.column("ref", Types.integer());
			t.foreignKey("ref", other, "id")
				.named("fk_" + table)
				.onDelete(once(2) ? ReferentialAction.CASCADE : ReferentialAction.NO_ACTION);
		}
		if (once(3)) {
			t.column("made", Types.integer()).generatedAs(once(2) ? "id::integer" : "2");
		}
		for (String name : columns) {
			if (once(4)) {
				t.index()
					.expression("(" + name + " IS NULL)")
					.where(once(2) ? name + " IS NOT NULL" : "id > 1")
					.named("ix_" + table + name);
			}
		}
		if (once(3)) {
			t.unique(List.of(columns.isEmpty() || once(2) ? "id" : columns.get(0)).toArray(String[]::new))
				.named("uq_" + table);
		}
		if (once(3)) {
			var index = t.index("id").named("ix_" + table);
			if (once(2)) {
				index.unique();
			}
		}
		if (once(3)) {
			t.check("id > " + this.random.nextInt(2)).named("ck_" + table);
		}
		if (columns.size() > 1 && once(3)) {
			t.check(columns.get(0) + " IS NOT NULL OR " + columns.get(1) + " IS NULL").named("ck2_" + table);
		}
	}

	private void column(TableDefinition t, String name) {
		DataType type = TYPES.get(this.random.nextInt(TYPES.size()));
		var column = t.column(name, type);
		if (once(3)) {
			column.notNull();
		}
		if (type.equals(Types.named("mood"))) {
			String value = this.moods.get(this.random.nextInt(this.moods.size()));
			if (once(2)) {
				column.defaultSql("'" + value + "'::mood");
			}
			if (once(3)) {
				t.check(name + " >= '" + value + "'::mood").named("ck_" + name);
			}
		}
		else if (once(3)) {
			column.defaultSql("NULL");
		}
		if (once(4)) {
			column.comment("comment " + this.random.nextInt(2));
		}
	}

}
