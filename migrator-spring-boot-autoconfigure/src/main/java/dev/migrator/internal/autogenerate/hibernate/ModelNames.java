package dev.migrator.internal.autogenerate.hibernate;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.migrator.internal.dialect.lexer.NameText;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.model.relational.SqlStringGenerationContext;
import org.hibernate.dialect.Dialect;
import org.hibernate.mapping.ForeignKey;
import org.hibernate.mapping.Index;

/**
 * Returns the names of foreign keys and indexes as Hibernate writes them. Distinguishes
 * names that were chosen from names that Hibernate generated, if Hibernate does not
 * record it: a generated name is a prefix and an MD5 hash to the base of 35.
 */
final class ModelNames {

	private static final Pattern FOREIGN_KEY = Pattern.compile("[\"`]?FK[0-9a-y]{18,25}[\"`]?");

	private static final Pattern INDEX = Pattern.compile("IDX[0-9a-y]{18,25}");

	/** Matches the name in the statement, which may be quoted. */
	private static final Pattern ADDED = Pattern.compile(" add constraint (\"(?:[^\"]|\"\")+\"|\\S+) .*",
			Pattern.DOTALL);

	private final Metadata metadata;

	private final SqlStringGenerationContext context;

	ModelNames(Metadata metadata, SqlStringGenerationContext context) {
		this.metadata = metadata;
		this.context = context;
	}

	/**
	 * Reads the name from Hibernate's SQL: if all names must be quoted, it depends on the
	 * version of Hibernate whether it quotes a chosen name.
	 */
	String of(ForeignKey key) {
		Dialect dialect = this.metadata.getDatabase().getDialect();
		String alter = dialect.getAlterTableString(this.context.format(key.getTable().getQualifiedTableName()));
		for (String sql : dialect.getForeignKeyExporter().getSqlCreateStrings(key, this.metadata, this.context)) {
			Matcher added = ADDED.matcher(sql.startsWith(alter) ? sql.substring(alter.length()) : sql);
			if (added.matches()) {
				return PhysicalNames.written(added.group(1));
			}
		}
		return PhysicalNames.written(key.getName());
	}

	/**
	 * Returns the name of an index. Hibernate removes the quotes, if there are any; they
	 * are kept if the SQL would not run without them.
	 */
	static String of(Index index) {
		String name = index.getName();
		return NameText.isUnquoted(name) ? NameText.unquoted(name) : NameText.quoted(name);
	}

	static boolean isInvented(ForeignKey key) {
		return key.getName() == null || FOREIGN_KEY.matcher(key.getName()).matches();
	}

	static boolean isInvented(Index index) {
		return index.getName() == null || INDEX.matcher(index.getName()).matches();
	}

}
