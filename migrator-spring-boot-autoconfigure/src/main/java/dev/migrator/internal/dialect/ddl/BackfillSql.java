package dev.migrator.internal.dialect.ddl;

import java.util.List;

import dev.migrator.internal.dialect.lexer.DollarQuote;
import dev.migrator.internal.dialect.lexer.NameSql;
import dev.migrator.internal.dialect.lexer.SqlText;
import dev.migrator.operation.RowDirective.Backfill;

/**
 * Writes a backfill as code that runs on the server. The code reads the table in the
 * order of its primary key and commits each batch. Its time is linear in the number of
 * rows, it sends no rows, and it does the same in psql.
 *
 * @see <a href=
 * "https://www.postgresql.org/docs/current/plpgsql-transactions.html">Transaction
 * Management in PL/pgSQL</a>
 */
final class BackfillSql {

	private static final String CODE = """

			DECLARE
			    target regclass := %1$s;
			    keys text;
			    behind text;
			    texts text;
			    downwards text;
			    following text := '';
			    last_key text[];
			    next_key text[];
			    updated bigint;
			    total bigint := 0;
			    tries int := 0;
			    reported timestamptz := clock_timestamp();
			BEGIN
			    SELECT string_agg(quote_ident(a.attname), ', ' ORDER BY k.place),
			           string_agg(format('$1[%%s]::%%s', k.place, format_type(a.atttypid, a.atttypmod)), ', ' ORDER BY k.place),
			           string_agg(quote_ident(a.attname) || '::text', ', ' ORDER BY k.place),
			           string_agg(quote_ident(a.attname) || ' DESC', ', ' ORDER BY k.place)
			    INTO keys, behind, texts, downwards
			    FROM pg_catalog.pg_index i
			    CROSS JOIN unnest(i.indkey::int2[]) WITH ORDINALITY k (number, place)
			    JOIN pg_catalog.pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = k.number
			    WHERE i.indrelid = target AND i.indisprimary AND k.place <= i.indnkeyatts;
			    IF keys IS NULL THEN
			        RAISE EXCEPTION 'backfill: the table %% has no primary key', target;
			    END IF;
			    LOOP
			        PERFORM set_config('lock_timeout', '%2$sms', true);
			        BEGIN
			            EXECUTE 'WITH batch AS MATERIALIZED (SELECT ' || keys || ' FROM ' || target || ' WHERE (' || %3$s || ')'
			                || following || ' ORDER BY ' || keys || ' LIMIT %4$s FOR NO KEY UPDATE), '
			                || 'updated AS (UPDATE ' || target || ' SET ' || %5$s
			                || ' WHERE (' || keys || ') IN (SELECT ' || keys || ' FROM batch)) '
			                || 'SELECT count(*), (SELECT ARRAY[' || texts || '] FROM batch ORDER BY ' || downwards || ' LIMIT 1) FROM batch'
			            INTO updated, next_key USING last_key;
			            tries := 0;
			        EXCEPTION WHEN lock_not_available OR deadlock_detected OR serialization_failure THEN
			            tries := tries + 1;
			            IF tries > %6$s THEN
			                RAISE;
			            END IF;
			            updated := -1;
			        END;
			        COMMIT;
			        IF updated < 0 THEN
			            PERFORM pg_sleep(least(0.1 * 2 ^ tries, 10));
			            CONTINUE;
			        END IF;
			        EXIT WHEN updated = 0;
			        total := total + updated;
			        last_key := next_key;
			        following := ' AND (' || keys || ') > (' || behind || ')';
			        IF clock_timestamp() > reported + interval '10 s' THEN
			            reported := clock_timestamp();
			            RAISE NOTICE 'backfill of %%: %% rows so far', target, total;
			        END IF;
			        PERFORM pg_sleep(%7$s);
			    END LOOP;
			    RAISE NOTICE 'backfill of %%: %% rows', target, total;
			END
			""";

	private BackfillSql() {
	}

	static List<String> of(Backfill backfill) {
		String code = CODE.formatted(SqlText.literal(NameSql.of(backfill.table())), backfill.lockTimeout().toMillis(),
				DollarQuote.of("where", SqlFragment.of(backfill.where())), backfill.batch(),
				DollarQuote.of("set", SqlFragment.of(backfill.set())), backfill.retries(),
				String.valueOf(backfill.pause().toMillis() / 1000.0));
		return List.of("DO " + DollarQuote.of("backfill", code));
	}

}
