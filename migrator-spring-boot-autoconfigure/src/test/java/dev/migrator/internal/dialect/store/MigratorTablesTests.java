package dev.migrator.internal.dialect.store;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * The names of the two tables in SQL.
 */
class MigratorTablesTests {

	private final MigratorTables unresolved = new MigratorTables(null, "v'1", "my \"h\"");

	private final MigratorTables resolved = this.unresolved.in("My Schema");

	@Test
	void namesAreQuotedAndHaveTheirSchemaIfItIsKnown() {
		assertThat(this.unresolved.version()).isEqualTo("\"v'1\"");
		assertThat(this.resolved.version()).isEqualTo("\"My Schema\".\"v'1\"");
		assertThat(this.resolved.history()).isEqualTo("\"My Schema\".\"my \"\"h\"\"\"");
	}

	@Test
	void onlyTheSchemaOfTheConnectionIsLookedAtWhereNoneIsKnown() {
		assertThat(this.unresolved.regclass("v'1"))
			.isEqualTo("to_regclass(quote_ident(current_schema()) || '.' || quote_ident('v''1'))");
		assertThat(this.resolved.regclass("v"))
			.isEqualTo("to_regclass(quote_ident('My Schema') || '.' || quote_ident('v'))");
	}

	@Test
	void schemaIsCreatedOnlyWhereItIsKnown() {
		assertThat(this.resolved.createSchema()).isEqualTo("CREATE SCHEMA \"My Schema\";\n");
		assertThatIllegalStateException().isThrownBy(this.unresolved::createSchema);
	}

}
