package dev.migrator.internal.dialect.definition;

/**
 * The definitions of partitions and inheriting tables, and of the parts of tables that
 * belong to no comparison.
 */
final class TableDefinitions {

	/**
	 * Of a partition only those columns are written that differ from the columns of its
	 * table. A column that is inherited and also local is written.
	 */
	static final String HEIRS = """
			select 'pg_class', c.oid, 'TABLE', null, n.nspname, c.relname, c.relname,
			    pg_catalog.format('CREATE%s TABLE %s%s%s%s%s%s;', case c.relpersistence when 'u' then ' UNLOGGED' end,
			        c.oid::regclass,
			        case when c.relispartition then (select ' PARTITION OF ' || h.inhparent::regclass
			            from pg_catalog.pg_inherits h where h.inhrelid = c.oid) end,
			        coalesce(case when c.relispartition then ' (' || p.parts || ')' end,
			            case when not c.relispartition then ' (' || coalesce(p.parts, '') || ')' end),
			        case when c.relispartition then ' ' || pg_catalog.pg_get_expr(c.relpartbound, c.oid)
			            else (select ' INHERITS (' || pg_catalog.string_agg(h.inhparent::regclass::text, ', '
			                order by h.inhseqno) || ')' from pg_catalog.pg_inherits h where h.inhrelid = c.oid) end,
			        ' PARTITION BY ' || pg_catalog.pg_get_partkeydef(c.oid),
			        ' WITH (' || pg_catalog.array_to_string(c.reloptions, ', ') || ')')
			    || coalesce((select pg_catalog.string_agg(k.statement, '' order by k.place, k.name) from (
			        select 1, a.attname, pg_catalog.format(E'\\nALTER TABLE ONLY %s ALTER COLUMN %I SET DEFAULT %s;', c.oid::regclass,
			            a.attname, pg_catalog.pg_get_expr(d.adbin, d.adrelid))
			        from pg_catalog.pg_attribute a join pg_catalog.pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
			        where a.attrelid = c.oid and not a.attislocal and a.attgenerated = '' and a.attidentity = ''
			            and not c.relispartition and pg_catalog.pg_get_expr(d.adbin, d.adrelid) is distinct from {inherited}
			        union all select 2, a.attname, pg_catalog.format(E'\\nALTER TABLE ONLY %s ALTER COLUMN %I SET NOT NULL;',
			            c.oid::regclass, a.attname)
			        from pg_catalog.pg_attribute a
			        where a.attrelid = c.oid and not a.attislocal and not c.relispartition and a.attnotnull
			            and not {notNullBefore}
			        union all select 3, a.attname, pg_catalog.format(E'\\nALTER TABLE ONLY %s ALTER COLUMN %I SET STORAGE %s;',
			            c.oid::regclass, a.attname, case a.attstorage when 'p' then 'PLAIN' when 'e' then 'EXTERNAL'
			                when 'm' then 'MAIN' else 'EXTENDED' end)
			        from pg_catalog.pg_attribute a join pg_catalog.pg_type t on t.oid = a.atttypid
			        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attstorage <> t.typstorage
			        union all select 4, a.attname, pg_catalog.format(E'\\nALTER TABLE ONLY %s ALTER COLUMN %I SET STATISTICS %s;',
			            c.oid::regclass, a.attname, a.attstattarget)
			        from pg_catalog.pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and a.attstattarget >= 0
			        union all select 5, a.attname, pg_catalog.format(E'\\nALTER TABLE ONLY %s ALTER COLUMN %I SET (%s);',
			            c.oid::regclass, a.attname, pg_catalog.array_to_string(a.attoptions, ', '))
			        from pg_catalog.pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and a.attoptions is not null
			        union all select 6, '', pg_catalog.format(E'\\nALTER TABLE %s SET (%s);', c.oid::regclass,
			            (select pg_catalog.string_agg('toast.' || o.option, ', ' order by o.option)
			                from pg_catalog.unnest(tc.reloptions) o (option)))
			        from pg_catalog.pg_class tc where tc.oid = c.reltoastrelid and tc.reloptions is not null
			        union all select case k.contype when 'p' then 10 when 'u' then 11 else 12 end, k.conname,
			            pg_catalog.format(E'\\nALTER TABLE %s ADD CONSTRAINT %I %s;', c.oid::regclass, k.conname,
			                pg_catalog.pg_get_constraintdef(k.oid))
			        from pg_catalog.pg_constraint k
			        where k.conrelid = c.oid and k.conislocal and k.coninhcount = 0 and k.conparentid = 0
			            and k.contype in ('p', 'u', 'x', 'c')
			        union all select 20, i.relname, E'\\n' || pg_catalog.pg_get_indexdef(i.oid, 0, true) || ';'
			        from pg_catalog.pg_index x join pg_catalog.pg_class i on i.oid = x.indexrelid
			        where x.indrelid = c.oid and x.indisvalid and not i.relispartition and not exists (
			            select from pg_catalog.pg_constraint k where k.conindid = i.oid and k.conrelid = c.oid
			                and k.contype in ('p', 'u', 'x'))
			        union all select 21, i.relname, pg_catalog.format(E'\\nALTER TABLE %s CLUSTER ON %I;', c.oid::regclass, i.relname)
			        from pg_catalog.pg_index x join pg_catalog.pg_class i on i.oid = x.indexrelid
			        where x.indrelid = c.oid and x.indisclustered
			        union all select 22, '', pg_catalog.format(E'\\nALTER TABLE %s REPLICA IDENTITY %s;', c.oid::regclass,
			            case c.relreplident when 'f' then 'FULL' when 'n' then 'NOTHING' else 'USING INDEX '
			                || (select pg_catalog.quote_ident(i.relname) from pg_catalog.pg_index x
			                    join pg_catalog.pg_class i on i.oid = x.indexrelid
			                    where x.indrelid = c.oid and x.indisreplident) end)
			        where c.relreplident <> 'd'
			        union all select case d.objsubid when 0 then 30 else 31 end, a.attname, case when d.objsubid = 0
			            then pg_catalog.format(E'\\nCOMMENT ON TABLE %s IS %L;', c.oid::regclass, d.description)
			            else pg_catalog.format(E'\\nCOMMENT ON COLUMN %s.%I IS %L;', c.oid::regclass, a.attname, d.description) end
			        from pg_catalog.pg_description d left join pg_catalog.pg_attribute a on a.attrelid = c.oid
			            and a.attnum = d.objsubid
			        where d.classoid = 'pg_catalog.pg_class'::regclass and d.objoid = c.oid
			        union all select 40, k.conname, pg_catalog.format(E'\\nCOMMENT ON CONSTRAINT %I ON %s IS %L;', k.conname,
			            c.oid::regclass, d.description)
			        from pg_catalog.pg_constraint k join pg_catalog.pg_description d
			            on d.classoid = 'pg_catalog.pg_constraint'::regclass and d.objoid = k.oid
			        where k.conrelid = c.oid and k.contype <> 'f' and k.conparentid = 0 and k.conislocal and k.coninhcount = 0
			        union all select 41, i.relname, pg_catalog.format(E'\\nCOMMENT ON INDEX %s IS %L;', i.oid::regclass, d.description)
			        from pg_catalog.pg_index x join pg_catalog.pg_class i on i.oid = x.indexrelid
			        join pg_catalog.pg_description d on d.classoid = 'pg_catalog.pg_class'::regclass and d.objoid = i.oid
			            and d.objsubid = 0
			        where x.indrelid = c.oid and not i.relispartition
			    ) k (place, name, statement)), ''),
			    pg_catalog.format('DROP TABLE %s;', c.oid::regclass)
			from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
			cross join lateral (select pg_catalog.string_agg(E'\\n    ' || a.part, ',' order by a.number) || E'\\n' from (
			    select a.attnum, pg_catalog.format('%I %s%s%s%s%s', a.attname, pg_catalog.format_type(a.atttypid, a.atttypmod),
			        case when a.attcollation <> t.typcollation then ' COLLATE ' || a.attcollation::regcollation::text end,
			        case a.attgenerated when '' then case when a.attidentity = ''
			            then ' DEFAULT ' || pg_catalog.pg_get_expr(d.adbin, d.adrelid) end
			            when 's' then ' GENERATED ALWAYS AS (' || pg_catalog.pg_get_expr(d.adbin, d.adrelid) || ') STORED'
			            else ' GENERATED ALWAYS AS (' || pg_catalog.pg_get_expr(d.adbin, d.adrelid) || ')' end,
			        case a.attidentity when 'a' then ' GENERATED ALWAYS AS IDENTITY' when 'd' then ' GENERATED BY DEFAULT AS IDENTITY'
			            end,
			        case when a.attnotnull then ' NOT NULL' end)
			    from pg_catalog.pg_attribute a join pg_catalog.pg_type t on t.oid = a.atttypid
			    left join pg_catalog.pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
			    where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attislocal and not c.relispartition
			    union all select 2000 + a.attnum, pg_catalog.format('CONSTRAINT %I NOT NULL %I', k.conname, a.attname)
			    from pg_catalog.pg_constraint k join pg_catalog.pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
			    where k.conrelid = c.oid and k.contype = 'n' and k.conislocal and not c.relispartition
			        and not (a.attislocal and k.conname = pg_catalog.format('%s_%s_not_null', c.relname, a.attname))
			    union all select a.attnum, pg_catalog.format('%I WITH OPTIONS%s%s', a.attname, o.value, o.taken)
			    from pg_catalog.pg_attribute a
			    left join pg_catalog.pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
			    cross join lateral (select
			        case when a.attgenerated = '' and a.attidentity = ''
			                and pg_catalog.pg_get_expr(d.adbin, d.adrelid) is distinct from {inherited}
			            then ' DEFAULT ' || coalesce(pg_catalog.pg_get_expr(d.adbin, d.adrelid), 'NULL') end,
			        case when a.attnotnull and not {notNullBefore} then ' NOT NULL' end) o (value, taken)
			    where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and c.relispartition
			        and (o.value is not null or o.taken is not null)
			    ) a (number, part)) p (parts)
			where c.relkind in ('r', 'p') and {schemas} and {own}
			    and exists (select from pg_catalog.pg_inherits h where h.inhrelid = c.oid)
			"""
		.replace("{inherited}", """
				(select pg_catalog.pg_get_expr(pd.adbin, pd.adrelid) from pg_catalog.pg_inherits h
				    join pg_catalog.pg_attribute pa on pa.attrelid = h.inhparent and pa.attname = a.attname
				    left join pg_catalog.pg_attrdef pd on pd.adrelid = pa.attrelid and pd.adnum = pa.attnum
				    where h.inhrelid = a.attrelid order by h.inhseqno limit 1)""")
		.replace("{notNullBefore}",
				"""
						exists (select from pg_catalog.pg_inherits h join pg_catalog.pg_attribute pa on pa.attrelid = h.inhparent
						    and pa.attname = a.attname where h.inhrelid = a.attrelid and pa.attnotnull)""");

	/** The foreign keys of partitions and inheriting tables that are their own. */
	static final String FOREIGN_KEYS_OF_HEIRS = """
			select 'pg_constraint', k.oid, 'CONSTRAINT', c.oid, n.nspname, c.relname, k.conname,
			    pg_catalog.format('ALTER TABLE %s ADD CONSTRAINT %I %s;', c.oid::regclass, k.conname,
			        pg_catalog.pg_get_constraintdef(k.oid))
			    || coalesce(pg_catalog.format(E'\\nCOMMENT ON CONSTRAINT %I ON %s IS ', k.conname, c.oid::regclass)
			        || pg_catalog.quote_literal(pg_catalog.obj_description(k.oid, 'pg_constraint')) || ';', ''),
			    pg_catalog.format('ALTER TABLE %s DROP CONSTRAINT %I;', c.oid::regclass, k.conname)
			from pg_catalog.pg_constraint k join pg_catalog.pg_class c on c.oid = k.conrelid
			join pg_catalog.pg_namespace n on n.oid = c.relnamespace
			where k.contype = 'f' and k.conparentid = 0 and {schemas} and {own}
			    and exists (select from pg_catalog.pg_inherits h where h.inhrelid = c.oid)
			""";

	static final String ROW_SECURITY = """
			select 'row security', c.oid, 'POLICY', c.oid, n.nspname, c.relname, '',
			    pg_catalog.concat_ws(E'\\n',
			        case when c.relrowsecurity then pg_catalog.format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY;', c.oid::regclass) end,
			        case when c.relforcerowsecurity
			            then pg_catalog.format('ALTER TABLE %s FORCE ROW LEVEL SECURITY;', c.oid::regclass) end), ''
			from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
			where c.relkind in ('r', 'p') and (c.relrowsecurity or c.relforcerowsecurity) and {schemas} and {own}
			""";

	/** Those of a view are written with the view. */
	static final String STATISTICS = """
			select 'pg_statistic_ext', s.oid, 'STATISTICS', c.oid, n.nspname, c.relname, s.stxname,
			    pg_catalog.replace(pg_catalog.pg_get_statisticsobjdef(s.oid), pg_catalog.format('CREATE STATISTICS %I.%I ', t.nspname,
			        s.stxname), pg_catalog.format('CREATE STATISTICS %s ', w.called)) || ';'
			    || coalesce(pg_catalog.format(E'\\nALTER STATISTICS %s SET STATISTICS ', w.called)
			        || case when s.stxstattarget >= 0 then s.stxstattarget end || ';', '')
			    || coalesce(pg_catalog.format(E'\\nCOMMENT ON STATISTICS %s IS ', w.called)
			        || pg_catalog.quote_literal(pg_catalog.obj_description(s.oid, 'pg_statistic_ext')) || ';', ''),
			    pg_catalog.format('DROP STATISTICS %s;', w.called)
			from pg_catalog.pg_statistic_ext s join pg_catalog.pg_class c on c.oid = s.stxrelid
			join pg_catalog.pg_namespace n on n.oid = c.relnamespace
			join pg_catalog.pg_namespace t on t.oid = s.stxnamespace
			cross join lateral (select case when t.nspname = pg_catalog.current_schema() then pg_catalog.quote_ident(s.stxname)
			    else pg_catalog.format('%I.%I', t.nspname, s.stxname) end) w (called)
			where c.relkind in ('r', 'p') and {schemas} and {own}
			""";

	private TableDefinitions() {
	}

}
