package dev.migrator.internal.dialect.ddl;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import dev.migrator.internal.dialect.lexer.NameSql;
import dev.migrator.operation.GrantTarget;
import dev.migrator.operation.Granted;
import dev.migrator.operation.RightDirective.Grant;
import dev.migrator.operation.RightDirective.Revoke;
import dev.migrator.schema.Privilege;

/**
 * Writes GRANT and REVOKE.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-grant.html">GRANT</a>
 */
final class GrantSql {

	private GrantSql() {
	}

	static List<String> grant(Grant grant) {
		return List.of("GRANT " + rights(grant.granted()) + " TO " + NameSql.list(grant.granted().roles())
				+ (grant.withGrantOption() ? " WITH GRANT OPTION" : ""));
	}

	static List<String> revoke(Revoke revoke) {
		return List.of("REVOKE " + rights(revoke.granted()) + " FROM " + NameSql.list(revoke.granted().roles())
				+ (revoke.cascade() ? " CASCADE" : ""));
	}

	private static String rights(Granted granted) {
		String privileges = granted.privileges().contains(Privilege.ALL) ? "ALL PRIVILEGES"
				: granted.privileges().stream().map(Privilege::name).collect(Collectors.joining(", "));
		return privileges + " ON " + target(granted.on());
	}

	private static String target(GrantTarget on) {
		if (on instanceof GrantTarget.OfFunction function) {
			return (function.signature().procedure() ? "PROCEDURE " : "FUNCTION ")
					+ RoutineSql.signature(function.signature());
		}
		GrantTarget.Named named = (GrantTarget.Named) on;
		return named.kind().words().toUpperCase(Locale.ROOT) + " " + NameSql.of(named.name());
	}

}
