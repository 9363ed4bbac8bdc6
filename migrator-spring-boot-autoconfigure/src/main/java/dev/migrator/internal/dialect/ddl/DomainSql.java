package dev.migrator.internal.dialect.ddl;

import java.util.List;
import java.util.stream.Stream;

import dev.migrator.internal.dialect.lexer.NameSql;
import dev.migrator.operation.DomainDirective.AddDomainCheck;
import dev.migrator.operation.DomainDirective.AlterDomainDefault;
import dev.migrator.operation.DomainDirective.AlterDomainNullability;
import dev.migrator.operation.DomainDirective.CreateDomain;
import dev.migrator.operation.DomainDirective.DropDomain;
import dev.migrator.operation.DomainDirective.DropDomainCheck;
import dev.migrator.schema.Expression;
import dev.migrator.schema.ObjectName;
import dev.migrator.schema.Validity;
import dev.migrator.schema.element.Check;
import dev.migrator.schema.element.Domain;

/**
 * Writes domains.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-createdomain.html">CREATE
 * DOMAIN</a>
 */
final class DomainSql {

	private DomainSql() {
	}

	static List<String> create(CreateDomain create) {
		Domain domain = create.domain();
		StringBuilder sql = new StringBuilder("CREATE DOMAIN ").append(NameSql.of(domain.name()))
			.append(" AS ")
			.append(TypeSql.of(domain.type()));
		ObjectName collation = domain.collation();
		if (collation != null) {
			sql.append(" COLLATE ").append(NameSql.of(collation));
		}
		Expression defaultValue = domain.defaultValue();
		if (defaultValue != null) {
			sql.append(" DEFAULT ").append(LiteralSql.inParentheses(defaultValue));
		}
		sql.append(domain.nullable() ? "" : " NOT NULL");
		domain.checks()
			.stream()
			.filter((check) -> !isNotValid(check))
			.forEach((check) -> sql.append("\n    ").append(ConstraintSql.of(check)));
		return Stream
			.concat(Stream.of(sql.toString()),
					domain.checks().stream().filter(DomainSql::isNotValid).map((check) -> adding(domain.name(), check)))
			.toList();
	}

	static List<String> drop(DropDomain drop) {
		return List.of("DROP DOMAIN " + ObjectSql.toDrop(drop.ifExists(), NameSql.of(drop.name()), drop.cascade()));
	}

	static List<String> changeDefault(AlterDomainDefault change) {
		Expression to = change.to();
		return List.of(alter(change.domain())
				+ ((to != null) ? "SET DEFAULT " + LiteralSql.inParentheses(to) : "DROP DEFAULT"));
	}

	static List<String> changeNullability(AlterDomainNullability change) {
		return List.of(alter(change.domain()) + (change.nullable() ? "DROP" : "SET") + " NOT NULL");
	}

	static List<String> addCheck(AddDomainCheck add) {
		return List.of(adding(add.domain(), add.check()));
	}

	private static String adding(ObjectName domain, Check check) {
		return alter(domain) + "ADD " + ConstraintSql.of(check) + (isNotValid(check) ? " NOT VALID" : "");
	}

	private static boolean isNotValid(Check check) {
		return check.validity() == Validity.NOT_VALID;
	}

	static List<String> dropCheck(DropDomainCheck drop) {
		return List.of(alter(drop.domain()) + "DROP CONSTRAINT "
				+ ObjectSql.toDrop(drop.ifExists(), NameSql.of(drop.name()), drop.cascade()));
	}

	private static String alter(ObjectName domain) {
		return "ALTER DOMAIN " + NameSql.of(domain) + " ";
	}

}
