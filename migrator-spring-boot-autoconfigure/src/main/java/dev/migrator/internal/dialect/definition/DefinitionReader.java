package dev.migrator.internal.dialect.definition;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

import dev.migrator.internal.dialect.catalog.CatalogNames;
import dev.migrator.internal.dialect.catalog.CatalogReader;
import dev.migrator.internal.dialect.catalog.CatalogSelection;
import dev.migrator.internal.dialect.connection.Row;
import dev.migrator.internal.dialect.connection.ServerConnection;
import dev.migrator.internal.dialect.surroundings.ObjectTexts;
import org.jspecify.annotations.Nullable;

/**
 * Reads the definitions of all objects of a database that {@link CatalogReader} does not
 * read: schemas, extensions, composite and range types, routines, views, partitions,
 * inheriting tables, and of all tables the triggers, rules, policies and statistics
 * objects. Objects of an extension are made with it.
 */
public final class DefinitionReader {

	/**
	 * The kinds of {@link dev.migrator.internal.dialect.catalog.UncomparedObject} that
	 * are read.
	 */
	public static final List<String> KINDS = List.of("extension", "composite type", "range type", "aggregate",
			"function", "procedure", "view", "materialized view", "partition", "inheriting table", "statistics object",
			"trigger", "rule", "policy");

	/** The objects whose text another reader has. */
	private static final String OPAQUE = """
			select o.classid, o.objid, o.kind, o.relation, n.nspname, o.name, o.identity
			from (
			    select 'pg_proc', p.oid, 'ROUTINE', null::oid, p.pronamespace, p.proname, p.oid::regprocedure::text, 'pg_proc', p.oid
			        from pg_catalog.pg_proc p where p.prokind <> 'a'
			    union all select 'pg_class', c.oid, case c.relkind when 'm' then 'MATERIALIZED_VIEW' else 'VIEW' end, null,
			            c.relnamespace, c.relname, c.relname, 'pg_class', c.oid
			        from pg_catalog.pg_class c where c.relkind in ('v', 'm')
			    union all select 'pg_trigger', t.oid, 'TRIGGER', c.oid, c.relnamespace, c.relname, t.tgname, 'pg_class', c.oid
			        from pg_catalog.pg_trigger t join pg_catalog.pg_class c on c.oid = t.tgrelid
			        where not t.tgisinternal and t.tgparentid = 0
			    union all select 'pg_rewrite', r.oid, 'RULE', c.oid, c.relnamespace, c.relname, r.rulename, 'pg_class', c.oid
			        from pg_catalog.pg_rewrite r join pg_catalog.pg_class c on c.oid = r.ev_class
			        where r.rulename <> '_RETURN'
			    union all select 'pg_policy', p.oid, 'POLICY', c.oid, c.relnamespace, c.relname, p.polname, 'pg_class', c.oid
			        from pg_catalog.pg_policy p join pg_catalog.pg_class c on c.oid = p.polrelid
			) o (classid, objid, kind, relation, schema, name, identity, ownerclass, owner)
			join pg_catalog.pg_namespace n on n.oid = o.schema
			where {schemas} and not exists (select from pg_catalog.pg_depend x
			    where x.classid = ('pg_catalog.' || o.ownerclass)::regclass and x.objid = o.owner and x.deptype in ('e', 'i'))
			""";

	private DefinitionReader() {
	}

	/**
	 * Reads the definitions, with two messages.
	 * @param connection the session
	 * @param schemas the names of the schemas
	 * @return the definitions, in no order
	 */
	public static List<Definition> read(ServerConnection connection, Collection<String> schemas) {
		String condition = CatalogSelection.schemas(schemas).condition();
		List<List<Row>> rows = connection
			.queries(List.of("select pg_catalog.current_schema()", query(OPAQUE, condition, "pg_proc", "null"),
					query(TypeDefinitions.SCHEMAS, condition, "pg_namespace", "n.oid").replace("{comment}",
							comment("SCHEMA", "n.oid", "pg_namespace", "pg_catalog.quote_ident(n.nspname)")),
					TypeDefinitions.EXTENSIONS,
					query(TypeDefinitions.COMPOSITES, condition, "pg_type", "t.oid").replace("{comment}", ofType()),
					query(TypeDefinitions.RANGES, condition, "pg_type", "t.oid").replace("{comment}", ofType()),
					query(TypeDefinitions.AGGREGATES, condition, "pg_proc", "p.oid"),
					query(TableDefinitions.HEIRS, condition, "pg_class", "c.oid"),
					query(TableDefinitions.FOREIGN_KEYS_OF_HEIRS, condition, "pg_class", "c.oid"),
					query(TableDefinitions.ROW_SECURITY, condition, "pg_class", "c.oid"),
					query(TableDefinitions.STATISTICS, condition, "pg_statistic_ext", "s.oid")));
		CatalogNames names = new CatalogNames(rows.get(0).get(0).text(0));
		List<Definition> all = new ArrayList<>();
		Map<String, ObjectTexts> texts = ObjectTexts.readBare(connection, rows.get(1));
		for (Row row : rows.get(1)) {
			ObjectTexts text = texts.get(row.required(0) + row.required(1));
			if (text != null) {
				all.add(definition(row, names, text.text().create(), text.drop()));
			}
		}
		rows.subList(2, rows.size())
			.forEach(
					(kind) -> kind.forEach((row) -> all.add(definition(row, names, row.required(7), row.required(8)))));
		return all;
	}

	private static String query(String query, String schemas, String catalog, String oid) {
		return query.replace("{schemas}", schemas).replace("{own}", CatalogSelection.noExtension(catalog, oid));
	}

	private static String ofType() {
		return comment("TYPE", "t.oid", "pg_type", "t.oid::regtype");
	}

	private static String comment(String words, String oid, String catalog, String name) {
		return TypeDefinitions.comment(words, oid, catalog, name);
	}

	private static Definition definition(Row row, CatalogNames names, String create, String drop) {
		String of = row.text(3);
		String schema = row.text(4);
		return new Definition(new ObjectKey(row.required(0), row.required(1)), DefinedKind.valueOf(row.required(2)),
				(of != null) ? new ObjectKey("pg_class", of) : null, defaultless(schema, row.required(5), names),
				row.required(5), row.required(6), create.strip(), drop);
	}

	private static @Nullable String defaultless(@Nullable String schema, String name, CatalogNames names) {
		return (schema != null) ? names.of(schema, name).schema() : null;
	}

}
