package dev.migrator.internal.dialect.definition;

/**
 * The definitions of schemas, extensions, composite types, range types and aggregates.
 */
final class TypeDefinitions {

	/**
	 * The default schema exists where the statements run. A schema with an extension
	 * stays, because that does.
	 */
	static final String SCHEMAS = """
			select 'pg_namespace', n.oid, 'SCHEMA', null, null, n.nspname, n.nspname,
			    pg_catalog.format('CREATE SCHEMA IF NOT EXISTS %I;', n.nspname) || {comment},
			    case when exists (select from pg_catalog.pg_extension e where e.extnamespace = n.oid) then ''
			        else pg_catalog.format('DROP SCHEMA %I;', n.nspname) end
			from pg_catalog.pg_namespace n
			where ({schemas} or n.oid in (select e.extnamespace from pg_catalog.pg_extension e))
			    and n.nspname not in ('public', 'pg_catalog') and n.nspname is distinct from pg_catalog.current_schema()
			    and {own}
			""";

	/**
	 * An extension that has a schema of its own makes it. No extension is dropped: others
	 * may use it, and the role may not be allowed to create it again.
	 */
	static final String EXTENSIONS = """
			select 'pg_extension', e.oid, 'EXTENSION', null, null, e.extname, e.extname,
			    pg_catalog.format('CREATE EXTENSION IF NOT EXISTS %I%s;', e.extname, case when n.nspname <> 'pg_catalog'
			        and not exists (select from pg_catalog.pg_depend x where x.classid = 'pg_catalog.pg_namespace'::regclass
			            and x.objid = n.oid and x.deptype = 'e')
			        then pg_catalog.format(' WITH SCHEMA %I', n.nspname) end), ''
			from pg_catalog.pg_extension e join pg_catalog.pg_namespace n on n.oid = e.extnamespace
			where e.oid >= 16384
			""";

	static final String COMPOSITES = """
			select 'pg_type', t.oid, 'TYPE', null, n.nspname, t.typname, t.typname,
			    pg_catalog.format('CREATE TYPE %s AS (%s);', t.oid::regtype, (select pg_catalog.string_agg(
			        pg_catalog.format(E'\\n    %I %s%s', a.attname, pg_catalog.format_type(a.atttypid, a.atttypmod),
			            case when a.attcollation <> b.typcollation then ' COLLATE ' || a.attcollation::regcollation::text end),
			            ',' order by a.attnum) || E'\\n'
			        from pg_catalog.pg_attribute a join pg_catalog.pg_type b on b.oid = a.atttypid
			        where a.attrelid = t.typrelid and a.attnum > 0 and not a.attisdropped))
			    || {comment}
			    || coalesce((select pg_catalog.string_agg(pg_catalog.format(E'\\nCOMMENT ON COLUMN %s.%I IS %L;', t.oid::regtype,
			            a.attname, d.description), '' order by a.attnum)
			        from pg_catalog.pg_attribute a join pg_catalog.pg_description d
			            on d.classoid = 'pg_catalog.pg_class'::regclass and d.objoid = a.attrelid and d.objsubid = a.attnum
			        where a.attrelid = t.typrelid and a.attnum > 0), ''),
			    pg_catalog.format('DROP TYPE %s;', t.oid::regtype)
			from pg_catalog.pg_type t join pg_catalog.pg_class c on c.oid = t.typrelid and c.relkind = 'c'
			join pg_catalog.pg_namespace n on n.oid = t.typnamespace
			where {schemas} and {own}
			""";

	static final String RANGES = """
			select 'pg_type', t.oid, 'TYPE', null, n.nspname, t.typname, t.typname,
			    pg_catalog.format('CREATE TYPE %s AS RANGE (%s);', t.oid::regtype, pg_catalog.concat_ws(', ',
			        'SUBTYPE = ' || r.rngsubtype::regtype,
			        case when not o.opcdefault then pg_catalog.format('SUBTYPE_OPCLASS = %I.%I', s.nspname, o.opcname) end,
			        case when r.rngcollation <> b.typcollation then 'COLLATION = ' || r.rngcollation::regcollation::text end,
			        case when r.rngcanonical <> 0 then 'CANONICAL = ' || r.rngcanonical::regproc::text end,
			        case when r.rngsubdiff <> 0 then 'SUBTYPE_DIFF = ' || r.rngsubdiff::regproc::text end,
			        'MULTIRANGE_TYPE_NAME = ' || r.rngmultitypid::regtype::text)) || {comment},
			    pg_catalog.format('DROP TYPE %s;', t.oid::regtype)
			from pg_catalog.pg_range r join pg_catalog.pg_type t on t.oid = r.rngtypid
			join pg_catalog.pg_namespace n on n.oid = t.typnamespace
			join pg_catalog.pg_type b on b.oid = r.rngsubtype
			join pg_catalog.pg_opclass o on o.oid = r.rngsubopc join pg_catalog.pg_namespace s on s.oid = o.opcnamespace
			where {schemas} and {own}
			""";

	static final String AGGREGATES = """
			select 'pg_proc', p.oid, 'ROUTINE', null, n.nspname, p.proname, p.oid::regprocedure::text,
			    pg_catalog.format(E'CREATE AGGREGATE %s(%s) (\\n    %s\\n);',
			        f.called, coalesce(nullif(pg_catalog.pg_get_function_arguments(p.oid), ''), '*'),
			        pg_catalog.concat_ws(E',\\n    ',
			            'SFUNC = ' || a.aggtransfn::regproc, 'STYPE = ' || a.aggtranstype::regtype,
			            'SSPACE = ' || nullif(a.aggtransspace, 0),
			            'FINALFUNC = ' || nullif(a.aggfinalfn::oid, 0::oid)::regproc,
			            case when a.aggfinalextra then 'FINALFUNC_EXTRA' end,
			            'FINALFUNC_MODIFY = ' || case when a.aggfinalfn <> 0 and a.aggfinalmodify
			                <> case a.aggkind when 'n' then 'r'::"char" else 'w'::"char" end
			                then case a.aggfinalmodify when 'r' then 'READ_ONLY' when 's' then 'SHAREABLE' else 'READ_WRITE' end
			                end,
			            'COMBINEFUNC = ' || nullif(a.aggcombinefn::oid, 0::oid)::regproc,
			            'SERIALFUNC = ' || nullif(a.aggserialfn::oid, 0::oid)::regproc,
			            'DESERIALFUNC = ' || nullif(a.aggdeserialfn::oid, 0::oid)::regproc,
			            'INITCOND = ' || pg_catalog.quote_literal(a.agginitval),
			            'MSFUNC = ' || nullif(a.aggmtransfn::oid, 0::oid)::regproc,
			            'MINVFUNC = ' || nullif(a.aggminvtransfn::oid, 0::oid)::regproc,
			            'MSTYPE = ' || nullif(a.aggmtranstype, 0::oid)::regtype,
			            'MSSPACE = ' || nullif(a.aggmtransspace, 0),
			            'MFINALFUNC = ' || nullif(a.aggmfinalfn::oid, 0::oid)::regproc,
			            case when a.aggmfinalextra then 'MFINALFUNC_EXTRA' end,
			            'MFINALFUNC_MODIFY = ' || case when a.aggmfinalfn <> 0 and a.aggmfinalmodify
			                <> case a.aggkind when 'n' then 'r'::"char" else 'w'::"char" end
			                then case a.aggmfinalmodify when 'r' then 'READ_ONLY' when 's' then 'SHAREABLE' else 'READ_WRITE' end
			                end,
			            'MINITCOND = ' || pg_catalog.quote_literal(a.aggminitval),
			            (select pg_catalog.format('SORTOP = OPERATOR(%I.%s)', s.nspname, o.oprname)
			                from pg_catalog.pg_operator o join pg_catalog.pg_namespace s on s.oid = o.oprnamespace
			                where o.oid = a.aggsortop),
			            'PARALLEL = ' || case p.proparallel when 's' then 'SAFE' when 'r' then 'RESTRICTED' end,
			            case when a.aggkind = 'h' then 'HYPOTHETICAL' end))
			    || coalesce(pg_catalog.format(E'\\nCOMMENT ON AGGREGATE %s IS ', w.signature)
			        || pg_catalog.quote_literal(pg_catalog.obj_description(p.oid, 'pg_proc')) || ';', ''),
			    pg_catalog.format('DROP AGGREGATE %s;', w.signature)
			from pg_catalog.pg_aggregate a join pg_catalog.pg_proc p on p.oid = a.aggfnoid
			join pg_catalog.pg_namespace n on n.oid = p.pronamespace
			cross join lateral (select case when pg_catalog.pg_function_is_visible(p.oid) then pg_catalog.quote_ident(p.proname)
			    else pg_catalog.format('%I.%I', n.nspname, p.proname) end) f (called)
			cross join lateral (select pg_catalog.format('%s(%s)', f.called,
			    coalesce(nullif(pg_catalog.pg_get_function_identity_arguments(p.oid), ''), '*'))) w (signature)
			where {schemas} and {own}
			""";

	private TypeDefinitions() {
	}

	/**
	 * Returns SQL for the comment on an object.
	 */
	static String comment(String words, String oid, String catalog, String name) {
		return """
				coalesce(pg_catalog.format(E'\\nCOMMENT ON %s %%s IS ', %s)
				    || pg_catalog.quote_literal(pg_catalog.obj_description(%s, '%s')) || ';', '')
				""".formatted(words, name, oid, catalog);
	}

}
