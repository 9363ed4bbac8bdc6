package dev.migrator.autogenerate;

import java.util.List;

import dev.migrator.operation.AddDomainCheck;
import dev.migrator.operation.ChangeDomainDefault;
import dev.migrator.operation.ChangeDomainNullability;
import dev.migrator.operation.CreateDomain;
import dev.migrator.operation.DropDomain;
import dev.migrator.operation.DropDomainCheck;
import dev.migrator.operation.Was;
import dev.migrator.schema.Check;
import dev.migrator.schema.Domain;
import dev.migrator.schema.ObjectName;
import dev.migrator.schema.SqlExpression;
import dev.migrator.schema.Types;
import dev.migrator.schema.object.DomainObject;
import dev.migrator.schema.object.SchemaObjects;
import org.junit.jupiter.api.Test;

import static dev.migrator.autogenerate.Schemas.differences;
import static org.assertj.core.api.Assertions.assertThat;

class DomainRuleTests {

	private static final ObjectName NAME = ObjectName.of("email");

	private static final Check AT = new Check("at", "VALUE ~ '@'", false);

	private static final Check LONG = new Check("long", "length(VALUE) > 3", false);

	private static final Domain EMAIL = new Domain(NAME, Types.text(), null, true, null, List.of(AT));

	@Test
	void domainIsCreatedAndDropped() {
		Differences added = differences(SchemaObjects.none(), schema(EMAIL));
		Differences removed = differences(schema(EMAIL), SchemaObjects.none());

		assertThat(added.detected()).containsExactly("Detected added domain 'email'");
		assertThat(added.changes()).extracting(Change::operation).containsExactly(new CreateDomain(EMAIL));
		assertThat(removed.detected()).containsExactly("Detected removed domain 'email'");
		assertThat(removed.changes()).extracting(Change::operation)
			.containsExactly(new DropDomain(NAME, EMAIL, false, false));
		assertThat(differences(schema(EMAIL), schema(EMAIL)).isEmpty()).isTrue();
	}

	@Test
	void domainIsChangedInPlace() {
		SqlExpression value = new SqlExpression("'x@y'");
		Differences changed = differences(schema(EMAIL),
				schema(new Domain(NAME, Types.text(), null, false, value, List.of(LONG))));

		assertThat(changed.detected()).containsOnly("Detected changed domain 'email'");
		assertThat(changed.changes()).extracting(Change::operation)
			.containsExactly(new DropDomainCheck(NAME, "at", AT, false, false),
					new ChangeDomainNullability(NAME, false), new ChangeDomainDefault(NAME, value, Was.known(null)),
					new AddDomainCheck(NAME, LONG));
	}

	@Test
	void domainOverAnotherTypeOrOfAnotherCollationIsCreatedAnew() {
		for (Domain other : List.of(new Domain(NAME, Types.varchar(9), null, true, null, List.of(AT)),
				new Domain(NAME, Types.text(), ObjectName.of("C"), true, null, List.of(AT)))) {
			assertThat(differences(schema(EMAIL), schema(other)).changes()).extracting(Change::operation)
				.containsExactly(new DropDomain(NAME, EMAIL, false, false), new CreateDomain(other));
		}
	}

	private static SchemaObjects schema(Domain domain) {
		return SchemaObjects.of(List.of(new DomainObject(domain)));
	}

}
