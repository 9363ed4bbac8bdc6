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
 * The names of foreign keys and indexes, as Hibernate writes them. Tells those that
 * somebody chose from those that Hibernate made, where Hibernate does not remember it: a
 * prefix and an MD5 hash to the base of 35.
 */
final class ModelNames {

	private static final Pattern FOREIGN_KEY = Pattern.compile("[\"`]?FK[0-9a-y]{18,25}[\"`]?");

	private static final Pattern INDEX = Pattern.compile("IDX[0-9a-y]{18,25}");

	/** The name may be in quotes. */
	private static final Pattern ADDED = Pattern.compile(" add constraint (\"(?:[^\"]|\"\")+\"|\\S+) .*",
			Pattern.DOTALL);

	private final Metadata metadata;

	private final SqlStringGenerationContext context;

	ModelNames(Metadata metadata, SqlStringGenerationContext context) {
		this.metadata = metadata;
		this.context = context;
	}

	/**
	 * Whether Hibernate puts a name that is chosen into quotes, where all names are to
	 * be, depends on its version.
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
	 * Hibernate leaves the quotes out, whether there are any or not; where that could not
	 * run, they stay.
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
