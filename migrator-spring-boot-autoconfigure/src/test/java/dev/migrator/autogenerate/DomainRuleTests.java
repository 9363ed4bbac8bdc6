package dev.migrator.autogenerate;

import java.util.List;

import dev.migrator.operation.DropDomain;
import dev.migrator.schema.Check;
import dev.migrator.schema.Domain;
import dev.migrator.schema.ObjectName;
import dev.migrator.schema.Types;
import dev.migrator.schema.object.DomainObject;
import dev.migrator.schema.object.SchemaObjects;
import org.junit.jupiter.api.Test;

import static dev.migrator.autogenerate.Schemas.differences;
import static org.assertj.core.api.Assertions.assertThat;

class DomainRuleTests {

	private static final ObjectName NAME = ObjectName.of("email");

	private static final Domain EMAIL = new Domain(NAME, Types.text(), null, true, null,
			List.of(new Check("at", "VALUE ~ '@'", false)));

	@Test
	void domainIsDropped() {
		Differences removed = differences(SchemaObjects.of(List.of(new DomainObject(EMAIL))), SchemaObjects.none());

		assertThat(removed.detected()).containsExactly("Detected removed domain 'email'");
		assertThat(removed.changes()).extracting(Change::operation)
			.containsExactly(new DropDomain(NAME, EMAIL, false, false));
	}

}
