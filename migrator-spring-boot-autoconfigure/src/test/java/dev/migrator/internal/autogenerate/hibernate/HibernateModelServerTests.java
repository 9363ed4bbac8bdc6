package dev.migrator.internal.autogenerate.hibernate;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.migrator.autogenerate.ImplicitName;
import dev.migrator.autogenerate.WantedModel;
import dev.migrator.internal.dialect.ddl.DirectiveSql;
import dev.migrator.internal.schema.SchemaObjects;
import dev.migrator.operation.ConstraintDirective.AddConstraint;
import dev.migrator.operation.Directive;
import dev.migrator.operation.EnumDirective.CreateEnum;
import dev.migrator.operation.SchemaDirective.CreateSchema;
import dev.migrator.operation.SequenceDirective.CreateSequence;
import dev.migrator.operation.TableDirective.CreateTable;
import dev.migrator.schema.ObjectName;
import dev.migrator.schema.element.EnumType;
import dev.migrator.schema.element.ForeignKey;
import dev.migrator.schema.element.Table;
import dev.migrator.testing.CatalogSnapshot;
import dev.migrator.testing.Postgres;
import dev.migrator.testing.TestDatabase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is read from the entities is what Hibernate itself creates for them.
 */
@Tag("server")
class HibernateModelServerTests {

	/** What Hibernate calls a foreign key or an index without a name. */
	private static final Pattern HASHED = Pattern.compile("\\b(?:fk|idx)[0-9a-y]{18,25}\\b");

	private final TestDatabase hibernates = Postgres.newDatabase();

	private final TestDatabase ours = Postgres.newDatabase();

	/**
	 * On both sides with the order of the entities, within keys too.
	 */
	@ParameterizedTest
	@EnumSource
	void theModelIsWhatHibernateCreatesAndFindsValid(Model model) {
		model.byHand().forEach(this.hibernates::execute);
		Hibernate.create(this.hibernates, model.entities());
		WantedModel wanted = Hibernate.model(Map.of("hibernate.column_ordering_strategy", "legacy"), "public",
				model.entities());

		create(this.ours, wanted.schema());

		assertThat(lines(this.ours, wanted.invented())).containsExactlyElementsOf(lines(this.hibernates, Set.of()));
		assertThat(wanted.leftOut()).isEmpty();
		Hibernate.validate(this.ours, model.entities());
	}

	private static List<String> lines(TestDatabase database, Set<ImplicitName> invented) {
		Set<String> names = invented.stream().map(ImplicitName::name).collect(Collectors.toSet());
		return CatalogSnapshot.of(database).lines().stream().map((line) -> withoutNames(line, names)).sorted().toList();
	}

	/**
	 * The names of primary keys, unique constraints and checks are PostgreSQL's on both
	 * sides and stay.
	 */
	private static String withoutNames(String line, Set<String> invented) {
		String shown = HASHED.matcher(line).replaceAll("?");
		if (line.contains("FOREIGN KEY") || line.startsWith("index CREATE INDEX")) {
			for (String name : invented) {
				shown = shown
					.replaceFirst("^(constraint|index CREATE INDEX) \"?" + Pattern.quote(name) + "\"? on", "$1 ? on")
					.replaceFirst("^(index CREATE INDEX) \"?" + Pattern.quote(name) + "\"? ON", "$1 ? ON");
			}
		}
		return shown;
	}

	private static void create(TestDatabase database, SchemaObjects schema) {
		Stream.concat(schema.tables().stream().map(Table::name), schema.enums().stream().map(EnumType::name))
			.map(ObjectName::schema)
			.filter(Objects::nonNull)
			.distinct()
			.forEach((name) -> run(database, new CreateSchema(name, true)));
		schema.enums().forEach((type) -> run(database, new CreateEnum(type)));
		schema.sequences().forEach((sequence) -> run(database, new CreateSequence(sequence, false)));
		schema.tables().forEach((table) -> run(database, new CreateTable(withoutForeignKeys(table), false)));
		schema.tables()
			.forEach((table) -> foreignKeys(table)
				.forEach((key) -> run(database, new AddConstraint(table.name(), key, false))));
	}

	private static Stream<ForeignKey> foreignKeys(Table table) {
		return table.constraints().stream().filter(ForeignKey.class::isInstance).map(ForeignKey.class::cast);
	}

	private static Table withoutForeignKeys(Table table) {
		return new Table(table.name(), table.columns(),
				table.constraints().stream().filter((constraint) -> !(constraint instanceof ForeignKey)).toList(),
				table.indexes(), table.unlogged(), table.partitionBy(), table.comment());
	}

	private static void run(TestDatabase database, Directive directive) {
		try (Reader sql = DirectiveSql.inTransaction(directive).source().open();
				StringWriter text = new StringWriter()) {
			sql.transferTo(text);
			database.execute(text.toString());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
