package dev.migrator.internal.dialect.ddl;

import java.util.List;

import dev.migrator.internal.dialect.lexer.NameSql;
import dev.migrator.operation.ViewDirective.CreateView;
import dev.migrator.operation.ViewDirective.DropView;
import dev.migrator.operation.ViewDirective.RefreshView;
import dev.migrator.schema.element.View;

/**
 * Writes views.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-createview.html">CREATE
 * VIEW</a>
 */
final class ViewSql {

	private ViewSql() {
	}

	static List<String> create(CreateView create) {
		View view = create.view();
		return List.of("CREATE " + (create.replace() ? "OR REPLACE " : "") + kind(view.materialized())
				+ NameSql.of(view.name()) + NameSql.optional("", view.columns())
				+ (view.securityInvoker() ? " WITH (security_invoker = true)" : "") + " AS\n"
				+ SqlFragment.of(view.query()));
	}

	static List<String> drop(DropView drop) {
		return List.of("DROP " + kind(drop.materialized())
				+ ObjectSql.toDrop(drop.ifExists(), NameSql.of(drop.name()), drop.cascade()));
	}

	static List<String> refresh(RefreshView refresh) {
		return List.of("REFRESH MATERIALIZED VIEW " + (refresh.concurrently() ? "CONCURRENTLY " : "")
				+ NameSql.of(refresh.name()));
	}

	private static String kind(boolean materialized) {
		return materialized ? "MATERIALIZED VIEW " : "VIEW ";
	}

}
