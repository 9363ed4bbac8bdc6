package dev.migrator.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.migrator.autogenerate.ComparisonSettings;
import dev.migrator.autogenerate.ModelSources;
import dev.migrator.autogenerate.WantedModel;
import dev.migrator.internal.autogenerate.comparison.ModelComparison;
import dev.migrator.internal.dialect.connection.ServerConnection;
import dev.migrator.schema.element.Check;
import dev.migrator.schema.element.Column;
import dev.migrator.schema.element.Constraint;
import dev.migrator.schema.Deferral;
import dev.migrator.schema.element.ForeignKey;
import dev.migrator.schema.element.Index;
import dev.migrator.schema.element.IndexKey;
import dev.migrator.schema.ObjectName;
import dev.migrator.schema.element.PrimaryKey;
import dev.migrator.schema.ReferentialAction;
import dev.migrator.schema.element.Table;
import dev.migrator.schema.Types;
import dev.migrator.internal.schema.SchemaObjects;

/**
 * How long it takes to find that nothing differs, and how many queries that needs. Tables
 * have ten columns, a primary key, a foreign key to the table before and an index; so
 * many of them also have a check that PostgreSQL prints with other words.
 */
class ComparisonBenchmark {

	void run() throws Exception {
		System.out.println("\n| tables | columns | with a check | nothing differs | queries |");
		System.out.println("|---|---|---|---|---|");
		measure(250, 0);
		measure(500, 0);
		measure(1000, 0);
		measure(2000, 0);
		measure(1000, 200);
		measure(1000, 1000);
	}

	private static void measure(int tables, int checks) throws Exception {
		SchemaObjects schema = schema(tables, checks);
		Database database = Database.create();
		database.execute(sql(tables, checks));
		database.execute("analyze");
		Database.maintenance()
			.execute("create extension if not exists pg_stat_statements; select pg_stat_statements_reset()");
		Measurement time;
		long queries;
		try (ServerConnection connection = ServerConnection.open(database.dataSource(), (notice) -> {
		})) {
			ModelComparison comparison = new ModelComparison(ComparisonSettings.DEFAULT, List.of());
			WantedModel model = WantedModel.builder(schema, new ModelSources(List.of(), List.of()))
				.complete(true)
				.build();
			time = Measurement.of(3, 9, () -> {
				if (!comparison.compare(connection, model, Set.of()).isEmpty()) {
					throw new IllegalStateException("Something differs");
				}
				return null;
			});
			queries = Database.maintenance()
				.number("select sum(calls) from pg_stat_statements where query ilike '%pg_catalog.%'") / 12;
		}
		System.out.printf("| %d | %d | %d | %s | %d |%n", tables, tables * 10, checks, time, queries);
	}

	private static SchemaObjects schema(int tables, int checks) {
		List<Table> all = new ArrayList<>();
		for (int i = 0; i < tables; i++) {
			ObjectName name = ObjectName.of("t" + i);
			List<Column> columns = new ArrayList<>();
			columns.add(new Column("id", Types.bigint(), false, null, null, null, null, null));
			columns.add(Column.of("parent_id", Types.bigint()));
			columns.add(Column.of("status", Types.varchar(20)));
			for (int c = 3; c < 10; c++) {
				columns.add(Column.of("c" + c, (c % 2 == 0) ? Types.varchar(255) : Types.timestamptz()));
			}
			List<Constraint> constraints = new ArrayList<>();
			constraints.add(new PrimaryKey("t" + i + "_pkey", List.of("id"), List.of(), Deferral.NOT_DEFERRABLE));
			constraints.add(new ForeignKey("t" + i + "_parent_id_fkey", List.of("parent_id"),
					ObjectName.of("t" + Math.max(0, i - 1)), List.of("id"), ReferentialAction.NO_ACTION,
					ReferentialAction.NO_ACTION, false, Deferral.NOT_DEFERRABLE));
			if (i < checks) {
				constraints.add(new Check("t" + i + "_status_check", "status in ('A', 'B', 'C')", false));
			}
			all.add(new Table(
					name, columns, constraints, List.of(new Index("t" + i + "_c4_idx", name,
							List.of(IndexKey.column("c4")), false, false, null, List.of(), null, Map.of(), null)),
					false, null, null));
		}
		return SchemaObjects.of(all, List.of(), List.of());
	}

	private static String sql(int tables, int checks) {
		StringBuilder sql = new StringBuilder();
		for (int i = 0; i < tables; i++) {
			sql.append("create table t%d (id bigint primary key, parent_id bigint references t%d, status varchar(20)%s"
				.formatted(i, Math.max(0, i - 1), (i < checks) ? " check (status in ('A', 'B', 'C'))" : ""));
			for (int c = 3; c < 10; c++) {
				sql.append(", c%d %s".formatted(c, (c % 2 == 0) ? "varchar(255)" : "timestamptz"));
			}
			sql.append(");\ncreate index on t%d (c4);\n".formatted(i));
		}
		return sql.toString();
	}

}
