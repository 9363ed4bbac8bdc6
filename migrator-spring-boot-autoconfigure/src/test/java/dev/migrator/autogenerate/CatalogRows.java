package dev.migrator.autogenerate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import dev.migrator.internal.dialect.connection.Row;
import dev.migrator.internal.dialect.connection.ServerConnection;

/**
 * What the columns that are read hold, of the objects that are compared. Instead of
 * numbers of rows there are names: an object that was dropped and created again is the
 * same, and so is one that was renamed.
 */
final class CatalogRows {

	private static final String TABLES = "(select oid from pg_class where relkind in ('r', 'p', 'v') and "
			+ "relnamespace in (select oid from pg_namespace where oid >= 16384 or nspname = 'public'))";

	/** Which rows of a catalog {@code x} are about what is compared. */
	private static final Map<String, String> COMPARED = Map.ofEntries(
			Map.entry("pg_class",
					"x.relkind <> 'c' and x.relnamespace in (select oid from pg_namespace where oid >= 16384 "
							+ "and nspname !~ '^pg_' or nspname = 'public')"),
			Map.entry("pg_attribute", "x.attrelid in " + TABLES + " and x.attnum > 0 and not x.attisdropped"),
			Map.entry("pg_attrdef", "x.adrelid in " + TABLES),
			Map.entry("pg_constraint",
					"(x.conrelid in " + TABLES + " or x.contypid <> 0) "
							+ "and (x.contype <> 'n' or x.conname !~ '_not_null$')"),
			Map.entry("pg_index", "x.indrelid in " + TABLES), Map.entry("pg_sequence", "true"),
			Map.entry("pg_type", "x.oid >= 16384 and x.typrelid = 0 and x.typelem = 0"), Map.entry("pg_enum", "true"),
			Map.entry("pg_description", "x.objoid >= 16384"),
			Map.entry("pg_depend",
					"x.classid = 'pg_class'::regclass and x.deptype in ('a', 'i') "
							+ "and x.objid in (select seqrelid from pg_sequence)"),
			Map.entry("pg_namespace", "x.oid >= 16384 and x.nspname !~ '^pg_'"));

	/** Read in another way, or only of some rows. */
	private static final Map<String, String> SHOWN = Map.of("adbin", "pg_get_expr(x.adbin, x.adrelid)", "conbin",
			"pg_get_expr(x.conbin, x.conrelid)", "indpred", "pg_get_expr(x.indpred, x.indrelid)", "indexprs",
			"pg_get_expr(x.indexprs, x.indrelid)", "relam", "case when x.relkind = 'i' then x.relam end");

	private static final String NAMES = """
			select 'pg_class', oid, relname from pg_class union all select 'pg_type', oid, typname from pg_type
			union all select 'pg_namespace', oid, nspname from pg_namespace
			union all select 'pg_collation', oid, collname from pg_collation
			union all select 'pg_opclass', oid, opcname from pg_opclass
			union all select 'pg_operator', oid, oprname from pg_operator
			union all select 'pg_am', oid, amname from pg_am
			union all select 'pg_tablespace', oid, spcname from pg_tablespace
			""";

	/** The server does not say it of the last ones, which may refer to anything. */
	private static final String REFERENCES = """
			select fktable::text || '.' || fkcols[1], pktable::text from pg_get_catalog_foreign_keys()
			where pg_catalog.cardinality(fkcols) = 1
			union all values ('pg_depend.objid', 'pg_class'), ('pg_depend.refobjid', 'pg_class'),
			    ('pg_description.objoid', 'pg_class')
			""";

	private static final Pattern NUMBER = Pattern.compile("\\d+");

	private final Map<String, String> names;

	private final Map<String, List<Map<String, String>>> rows = new LinkedHashMap<>();

	private CatalogRows(Map<String, String> names) {
		this.names = names;
	}

	static CatalogRows read(ServerConnection connection, List<CatalogColumn> columns) {
		return read(connection, columns, Map.of());
	}

	/**
	 * The rows as they are later: what there was before keeps the name that it had.
	 */
	CatalogRows later(ServerConnection connection, List<CatalogColumn> columns) {
		return read(connection, columns, this.names);
	}

	private static CatalogRows read(ServerConnection connection, List<CatalogColumn> columns,
			Map<String, String> earlier) {
		Map<String, String> objects = new HashMap<>();
		connection.query(NAMES).forEach((row) -> objects.put(row.text(0) + " " + row.text(1), row.required(2)));
		objects.putAll(earlier);
		CatalogRows read = new CatalogRows(objects);
		Map<String, String> references = connection.query(REFERENCES)
			.stream()
			.collect(Collectors.toMap((row) -> row.required(0), (row) -> row.required(1), (first, second) -> first));
		Map<String, Set<String>> byCatalog = new LinkedHashMap<>();
		columns.stream()
			.filter(CatalogColumn::isRead)
			.forEach((column) -> byCatalog.computeIfAbsent(column.catalog(), (key) -> new LinkedHashSet<>())
				.add(column.name()));
		byCatalog.forEach((catalog, names) -> read.read(connection, catalog, List.copyOf(names), references));
		return read;
	}

	private void read(ServerConnection connection, String catalog, List<String> columns,
			Map<String, String> references) {
		List<Row> found = connection.query(query(catalog, columns));
		this.rows.put(catalog, found.stream().map((row) -> named(row, catalog, columns, references)).toList());
	}

	private static String query(String catalog, List<String> columns) {
		return columns.stream()
			.map((column) -> "(" + SHOWN.getOrDefault(column, "x." + column) + ")::text")
			.collect(Collectors.joining(", ", "select ",
					" from %s x where %s".formatted(catalog, COMPARED.get(catalog))));
	}

	private Map<String, String> named(Row row, String catalog, List<String> columns, Map<String, String> references) {
		Map<String, String> named = new LinkedHashMap<>();
		IntStream.range(0, columns.size()).forEach((i) -> {
			String name = catalog + "." + columns.get(i);
			String target = references.get(name);
			String value = String.valueOf(row.text(i));
			named.put(name, (target != null) ? named(value, target) : value);
		});
		return named;
	}

	private String named(String value, String catalog) {
		return NUMBER.matcher(value)
			.replaceAll((number) -> Matcher
				.quoteReplacement(this.names.getOrDefault(catalog + " " + number.group(), number.group())));
	}

	/**
	 * The same without some columns, in an order that does not depend on the server's.
	 */
	Map<String, List<String>> without(Set<String> columns) {
		Map<String, List<String>> without = new LinkedHashMap<>();
		this.rows.forEach((catalog, ofCatalog) -> {
			List<String> shown = new ArrayList<>();
			ofCatalog.forEach((row) -> {
				Map<String, String> rest = new LinkedHashMap<>(row);
				rest.keySet().removeAll(columns);
				shown.add(rest.toString());
			});
			without.put(catalog, shown.stream().sorted().toList());
		});
		return without;
	}

}
