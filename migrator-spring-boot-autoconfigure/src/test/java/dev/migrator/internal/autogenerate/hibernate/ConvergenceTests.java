package dev.migrator.internal.autogenerate.hibernate;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import dev.migrator.autogenerate.Change;
import dev.migrator.autogenerate.ComparisonSettings;
import dev.migrator.autogenerate.CompiledRevisions;
import dev.migrator.autogenerate.ModelDifferences;
import dev.migrator.autogenerate.ProposedChanges;
import dev.migrator.autogenerate.WantedModel;
import dev.migrator.internal.autogenerate.comparison.ModelComparison;
import dev.migrator.internal.autogenerate.revision.JavaRevisionBody;
import dev.migrator.internal.autogenerate.revision.SqlRevisionBody;
import dev.migrator.internal.dialect.connection.ServerConnection;
import dev.migrator.internal.script.JavaRevisionScript;
import dev.migrator.revision.Direction;
import dev.migrator.testing.CatalogSnapshot;
import dev.migrator.testing.Postgres;
import dev.migrator.testing.Strength;
import dev.migrator.testing.TestDatabase;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Struct;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.DataAccessException;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is generated for entities makes a database that has what they want, and nothing is
 * found where Hibernate made it.
 */
@Tag("server")
@Tag("strength")
class ConvergenceTests {

	/** Without names, and without whether NULLs are distinct. */
	private static final String KEYS = """
			select conrelid::regclass || ': ' || pg_get_constraintdef(oid) from pg_constraint
			    where contype in ('p', 'u', 'f') and connamespace::regnamespace::text not like 'pg%'
			union all select regexp_replace(pg_get_indexdef(indexrelid), 'INDEX .* ON', 'INDEX ON') from pg_index
			    where indrelid::regclass::text not like 'pg_%'
			order by 1""";

	private final TestDatabase database = Postgres.newDatabase();

	static Stream<Model> someModels() {
		return Strength.some(Stream.of(Model.values()));
	}

	@ParameterizedTest
	@EnumSource
	void nothingIsFoundInWhatHibernateCreated(Model model) {
		model.byHand().forEach(this.database::execute);
		Hibernate.create(this.database, model.entities());

		assertThat(compare(this.database, model).differences().detected()).isEmpty();
	}

	@ParameterizedTest
	@MethodSource("someModels")
	void theOrderInWhichHibernateSortsColumnsIsNoDifference(Model model) {
		model.byHand().forEach(this.database::execute);
		Hibernate.createSorted(this.database, model.entities());

		assertThat(compare(this.database, model).differences().detected()).isEmpty();
	}

	@ParameterizedTest
	@EnumSource
	void whatIsGeneratedMakesWhatIsWanted(Model model) {
		CatalogSnapshot empty = CatalogSnapshot.of(this.database);
		SqlRevisionBody body = SqlRevisionBody.of(compare(this.database, model).differences());

		run(this.database, body.upgrade());

		CatalogSnapshot upgraded = CatalogSnapshot.of(this.database);
		assertThat(compare(this.database, model).differences().detected()).as(body.upgrade()).isEmpty();
		Hibernate.validate(this.database, model.entities());
		run(this.database, body.downgrade());
		assertThat(CatalogSnapshot.of(this.database)).hasToString(empty.toString());
		run(this.database, body.upgrade());
		assertThat(CatalogSnapshot.of(this.database)).hasToString(upgraded.toString());
	}

	@ParameterizedTest
	@MethodSource("someModels")
	void keysAndIndexesHaveTheirColumnsInTheOrderOfHibernate(Model model) {
		TestDatabase hibernates = Postgres.newDatabase();
		model.byHand().forEach(hibernates::execute);
		Hibernate.createSorted(hibernates, model.entities());

		run(this.database, SqlRevisionBody.of(compare(this.database, model).differences()).upgrade());

		assertThat(this.database.column(KEYS)).isEqualTo(hibernates.column(KEYS));
		Postgres.giveBack(hibernates);
	}

	/**
	 * The type is made by Hibernate, or by hand.
	 */
	@Test
	void nothingIsFoundInACompositeTypeThatHibernateCreated() {
		Hibernate.createSorted(this.database, Shipment.class);

		assertThat(this.database.column("select conname from pg_constraint where contype = 'c' and conrelid > 0"))
			.containsExactly("shipments_parcel_check");
		assertThat(compare(this.database, Shipment.class).differences().detected()).isEmpty();
	}

	@Test
	void javaDoesTheSame(@TempDir Path directory) throws Exception {
		List<ProposedChanges> differences = Stream.of(Model.values())
			.map((model) -> compare(this.database, model).differences())
			.toList();

		List<JavaRevisionScript> scripts = CompiledRevisions.of(directory,
				differences.stream().map(JavaRevisionBody::of).toList());

		for (Model model : Model.values()) {
			JavaRevisionScript script = scripts.get(model.ordinal());
			assertThat(script.operations(Direction.UPGRADE)).as(model.name())
				.isEqualTo(differences.get(model.ordinal()).changes().stream().map(Change::operation).toList());
			assertThat(script.operations(Direction.DOWNGRADE)).as(model.name()).isNotEmpty();
		}
	}

	private static ModelDifferences compare(TestDatabase database, Model model) {
		return compare(database, model.wanted());
	}

	static ModelDifferences compare(TestDatabase database, Class<?>... entities) {
		return compare(database, Hibernate.model(entities));
	}

	static ModelDifferences compare(TestDatabase database, ComparisonSettings settings, Class<?>... entities) {
		return compare(database, settings, Hibernate.model(entities));
	}

	static ModelDifferences compare(TestDatabase database, WantedModel wanted) {
		return compare(database, ComparisonSettings.DEFAULT, wanted);
	}

	private static ModelDifferences compare(TestDatabase database, ComparisonSettings settings, WantedModel wanted) {
		try (ServerConnection connection = ServerConnection.open(database.dataSource(), (notice) -> {
		})) {
			return new ModelComparison(settings, List.of()).compare(connection, wanted, Set.of());
		}
	}

	static void run(TestDatabase database, String sql) {
		try {
			database.execute(sql);
		}
		catch (DataAccessException ex) {
			throw new AssertionError(sql, ex);
		}
	}

	enum Size {

		SMALL, LARGE

	}

	@Embeddable
	@Struct(name = "parcel")
	static class Parcel {

		@Column(nullable = false)
		String content;

		@Enumerated(EnumType.STRING)
		Size size;

	}

	@Entity
	@Table(name = "shipments")
	static class Shipment {

		@Id
		long id;

		Parcel parcel;

	}

}
