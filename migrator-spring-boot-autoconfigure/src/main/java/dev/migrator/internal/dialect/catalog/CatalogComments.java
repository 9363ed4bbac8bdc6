package dev.migrator.internal.dialect.catalog;

import java.util.List;

import dev.migrator.internal.dialect.connection.Row;
import dev.migrator.internal.schema.CommentObject;
import dev.migrator.internal.schema.ObjectId;
import dev.migrator.internal.schema.SchemaObjects;
import dev.migrator.schema.ObjectName;

/**
 * Reads the comments on constraints, indexes, sequences, enum types, domains and schemas.
 * The comments on tables and columns are read with the tables and columns. Few objects
 * have a comment, so one query asks for all of them, and those on objects that are not
 * read are left out.
 */
final class CatalogComments {

	private static final String COMMENTS = """
			select 'constraint', n.nspname, c.relname, co.conname, d.description
			from pg_catalog.pg_description d join pg_catalog.pg_constraint co on co.oid = d.objoid
			join pg_catalog.pg_class c on c.oid = co.conrelid join pg_catalog.pg_namespace n on n.oid = c.relnamespace
			where d.classoid = 'pg_catalog.pg_constraint'::regclass and {selection}
			union all
			select case c.relkind when 'S' then 'sequence' else 'index' end, n.nspname, t.relname, c.relname, d.description
			from pg_catalog.pg_description d join pg_catalog.pg_class c on c.oid = d.objoid
			join pg_catalog.pg_namespace n on n.oid = c.relnamespace
			left join (pg_catalog.pg_index i join pg_catalog.pg_class t on t.oid = i.indrelid) on i.indexrelid = c.oid
			where d.classoid = 'pg_catalog.pg_class'::regclass and d.objsubid = 0 and c.relkind in ('S', 'i', 'I')
			    and {selection}
			union all
			select 'type', n.nspname, null, t.typname, d.description
			from pg_catalog.pg_description d join pg_catalog.pg_type t on t.oid = d.objoid
			join pg_catalog.pg_namespace n on n.oid = t.typnamespace
			where d.classoid = 'pg_catalog.pg_type'::regclass and t.typtype in ('e', 'd') and {selection}
			union all
			select 'schema', n.nspname, null, n.nspname, d.description
			from pg_catalog.pg_description d join pg_catalog.pg_namespace n on n.oid = d.objoid
			where d.classoid = 'pg_catalog.pg_namespace'::regclass and n.nspname <> 'public' and {selection}
			order by 1, 2, 3, 4
			""";

	private CatalogComments() {
	}

	static String query(CatalogSelection selection) {
		return COMMENTS.replace("{selection}", selection.condition());
	}

	/**
	 * Adds the comments to objects. Leaves out the comment on the schema of unqualified
	 * names, because the model does not name that schema.
	 */
	static SchemaObjects in(SchemaObjects objects, List<Row> rows, CatalogNames names) {
		return objects.with(rows.stream()
			.map((row) -> comment(row, names))
			.filter((comment) -> comment.parent() != null || !comment.of().name().equals(names.defaultSchema()))
			.toList());
	}

	private static CommentObject comment(Row row, CatalogNames names) {
		String schema = row.required(1);
		ObjectName name = names.of(schema, row.required(3));
		String text = row.required(4);
		return switch (row.required(0)) {
			case "constraint" ->
				new CommentObject(ObjectId.constraint(names.of(schema, row.required(2)), row.required(3)), text);
			case "index" ->
				new CommentObject(ObjectId.index(name), text, ObjectId.table(names.of(schema, row.required(2))));
			case "sequence" -> new CommentObject(ObjectId.sequence(name), text);
			case "type" -> new CommentObject(ObjectId.type(name), text);
			default -> new CommentObject(ObjectId.schema(schema), text);
		};
	}

}
