package dev.migrator.autoconfigure.properties;

import dev.migrator.autogenerate.convention.NamePattern;
import dev.migrator.autogenerate.convention.NamedKind;
import dev.migrator.autogenerate.convention.NamingConvention;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Patterns of names as properties.
 */
class NamesPropertiesTests {

	private final AutogenerateProperties properties = new AutogenerateProperties();

	@Test
	void namesArePostgresOwnUnlessTheyAreSet() {
		this.properties.getNames().setUnique("");

		assertThat(this.properties.settings().names()).isEqualTo(NamingConvention.POSTGRESQL);
	}

	@Test
	void eachKindHasItsPattern() {
		this.properties.getNames().setPrimaryKey("pk_{table}");
		this.properties.getNames().setUnique("uq_{table}");
		this.properties.getNames().setForeignKey("fk_{table}");
		this.properties.getNames().setCheck("ck_{table}");
		this.properties.getNames().setExclusion("ex_{table}");
		this.properties.getNames().setIndex("ix_{table}");

		assertThat(this.properties.settings().names()).isEqualTo(NamingConvention.of(
				new NamePattern(NamedKind.PRIMARY_KEY, "pk_{table}"), new NamePattern(NamedKind.UNIQUE, "uq_{table}"),
				new NamePattern(NamedKind.FOREIGN_KEY, "fk_{table}"), new NamePattern(NamedKind.CHECK, "ck_{table}"),
				new NamePattern(NamedKind.EXCLUSION, "ex_{table}"), new NamePattern(NamedKind.INDEX, "ix_{table}")));
	}

	@Test
	void badPatternIsToldWithItsProperty() {
		this.properties.getNames().setForeignKey("fk_{tabel}");

		assertThatExceptionOfType(MigratorConfigurationException.class).isThrownBy(this.properties::settings)
			.withMessage("migrator.autogenerate.names.foreign-key is \"fk_{tabel}\". {tabel} is not a placeholder.\n\n"
					+ "Write a text with at least {table} or {columns}; the placeholders are {table}, {columns}, "
					+ "{column}, {referenced-table}, {referenced-columns}.");
	}

}
