package dev.migrator.internal.dialect.text;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import dev.migrator.schema.BuiltIn;
import dev.migrator.schema.DataType.BuiltInType;
import dev.migrator.schema.DataType.WrittenType;
import dev.migrator.testing.Postgres;
import dev.migrator.testing.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The alignment of types, as the catalog has it.
 */
@Tag("server")
class TypeAlignmentServerTests {

	/** 12 bytes before PostgreSQL 16, 16 since. */
	private static final Set<BuiltIn> CHANGED = EnumSet.of(BuiltIn.ACLITEM);

	private final TestDatabase database = Postgres.newDatabase();

	@Test
	void alignmentOfABuiltInTypeIsThatOfTheCatalog() {
		assertThat(EnumSet.complementOf(EnumSet.copyOf(CHANGED)))
			.allSatisfy((type) -> assertThat(TypeAlignment.of(new BuiltInType(type, List.of(), null)).name())
				.isEqualTo(inCatalog(type)));
	}

	@Test
	void enumIsStoredAsANumber() {
		this.database.execute("create type mood as enum ('A')");

		assertThat(inCatalog("'mood'")).isEqualTo(TypeAlignment.OF_ENUM.name());
	}

	@ParameterizedTest
	@CsvSource({ "BIGSERIAL, EIGHT", "serial4, FOUR", "smallserial, TWO", "geometry, VARIABLE" })
	void writtenTypeIsKnownIfItIsANumber(String sql, TypeAlignment alignment) {
		assertThat(TypeAlignment.of(new WrittenType(sql))).isEqualTo(alignment);
	}

	private @Nullable String inCatalog(BuiltIn type) {
		return inCatalog((type == BuiltIn.BYTE_CHAR) ? "'\"char\"'"
				: "'" + type.name().toLowerCase(Locale.ROOT).replace("double_precision", "float8") + "'");
	}

	private @Nullable String inCatalog(String type) {
		return this.database.value("""
				select case when typlen < 0 then 'VARIABLE' when typalign = 'd' then 'EIGHT'
				  when typalign = 'i' then 'FOUR' when typalign = 's' then 'TWO' else 'ONE' end
				from pg_type where oid = %s::regtype""".formatted(type));
	}

}
