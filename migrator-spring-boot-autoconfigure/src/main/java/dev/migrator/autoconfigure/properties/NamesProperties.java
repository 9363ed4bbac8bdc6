package dev.migrator.autoconfigure.properties;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

import dev.migrator.autogenerate.convention.NamePattern;
import dev.migrator.autogenerate.convention.NamedKind;
import dev.migrator.autogenerate.convention.NamingConvention;
import dev.migrator.schema.InvalidDefinitionException;
import org.jspecify.annotations.Nullable;

/**
 * Configuration properties of the names of constraints and indexes that the model does
 * not name.
 */
public class NamesProperties {

	/**
	 * Pattern of the names of primary keys, with {table}, {columns} or {column};
	 * PostgreSQL's names if not set.
	 */
	private @Nullable String primaryKey;

	/**
	 * Pattern of the names of unique constraints, with {table}, {columns} or {column};
	 * PostgreSQL's names if not set.
	 */
	private @Nullable String unique;

	/**
	 * Pattern of the names of foreign keys, with {table}, {columns}, {column},
	 * {referenced-table} or {referenced-columns}; PostgreSQL's names if not set.
	 */
	private @Nullable String foreignKey;

	/**
	 * Pattern of the names of checks, with {table}, {columns} or {column}; PostgreSQL's
	 * names if not set.
	 */
	private @Nullable String check;

	/**
	 * Pattern of the names of exclusion constraints, with {table}, {columns} or {column};
	 * PostgreSQL's names if not set.
	 */
	private @Nullable String exclusion;

	/**
	 * Pattern of the names of indexes, with {table}, {columns} or {column}; PostgreSQL's
	 * names if not set.
	 */
	private @Nullable String index;

	public @Nullable String getPrimaryKey() {
		return this.primaryKey;
	}

	public void setPrimaryKey(@Nullable String primaryKey) {
		this.primaryKey = primaryKey;
	}

	public @Nullable String getUnique() {
		return this.unique;
	}

	public void setUnique(@Nullable String unique) {
		this.unique = unique;
	}

	public @Nullable String getForeignKey() {
		return this.foreignKey;
	}

	public void setForeignKey(@Nullable String foreignKey) {
		this.foreignKey = foreignKey;
	}

	public @Nullable String getCheck() {
		return this.check;
	}

	public void setCheck(@Nullable String check) {
		this.check = check;
	}

	public @Nullable String getExclusion() {
		return this.exclusion;
	}

	public void setExclusion(@Nullable String exclusion) {
		this.exclusion = exclusion;
	}

	public @Nullable String getIndex() {
		return this.index;
	}

	public void setIndex(@Nullable String index) {
		this.index = index;
	}

	NamingConvention convention() {
		Map<NamedKind, NamePattern> patterns = new EnumMap<>(NamedKind.class);
		for (NamedKind kind : NamedKind.values()) {
			String text = text(kind);
			if (text != null && !text.isEmpty()) {
				patterns.put(kind, pattern(kind, text));
			}
		}
		return new NamingConvention(patterns);
	}

	private @Nullable String text(NamedKind kind) {
		return switch (kind) {
			case PRIMARY_KEY -> this.primaryKey;
			case UNIQUE -> this.unique;
			case FOREIGN_KEY -> this.foreignKey;
			case CHECK -> this.check;
			case EXCLUSION -> this.exclusion;
			case INDEX -> this.index;
		};
	}

	private static NamePattern pattern(NamedKind kind, String text) {
		try {
			return new NamePattern(kind, text);
		}
		catch (InvalidDefinitionException ex) {
			String property = kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
			throw MigratorConfigurationException.noNamePattern("migrator.autogenerate.names." + property, text, ex);
		}
	}

}
