package dev.migrator.autogenerate.hibernate;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;

import dev.migrator.autogenerate.Change;
import dev.migrator.autogenerate.ComparisonSettings;
import dev.migrator.autogenerate.CompiledRevisions;
import dev.migrator.autogenerate.Differences;
import dev.migrator.autogenerate.JavaRevisionBody;
import dev.migrator.autogenerate.ModelComparison;
import dev.migrator.autogenerate.ModelDifferences;
import dev.migrator.autogenerate.SqlRevisionBody;
import dev.migrator.dialect.ServerConnection;
import dev.migrator.revision.Direction;
import dev.migrator.script.JavaScript;
import dev.migrator.testing.CatalogSnapshot;
import dev.migrator.testing.Postgres;
import dev.migrator.testing.TestDatabase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is generated for entities makes a database that has what they want, and nothing is
 * found where Hibernate made it.
 */
@Tag("server")
class ConvergenceTests {

	@ParameterizedTest
	@EnumSource
	void nothingIsFoundInWhatHibernateCreated(Model model) {
		TestDatabase database = Postgres.newDatabase();
		model.byHand().forEach(database::execute);
		Hibernate.create(database, model.entities());

		assertThat(compare(database, model).differences().detected()).isEmpty();
	}

	@ParameterizedTest
	@EnumSource
	void theOrderInWhichHibernateSortsColumnsIsNoDifference(Model model) {
		TestDatabase database = Postgres.newDatabase();
		model.byHand().forEach(database::execute);
		Hibernate.createSorted(database, model.entities());

		assertThat(compare(database, model).differences().detected()).isEmpty();
	}

	@ParameterizedTest
	@EnumSource
	void whatIsGeneratedMakesWhatIsWanted(Model model) {
		TestDatabase database = Postgres.newDatabase();
		CatalogSnapshot empty = CatalogSnapshot.of(database);
		SqlRevisionBody body = SqlRevisionBody.of(compare(database, model).differences());

		run(database, body.upgrade());

		assertThat(compare(database, model).differences().detected()).as(body.upgrade()).isEmpty();
		Hibernate.validate(database, model.entities());
		run(database, body.downgrade());
		assertThat(CatalogSnapshot.of(database)).hasToString(empty.toString());
		run(database, body.upgrade());
		Hibernate.validate(database, model.entities());
	}

	@ParameterizedTest
	@EnumSource
	void javaDoesTheSame(Model model, @TempDir Path directory) throws Exception {
		Differences differences = compare(Postgres.newDatabase(), model).differences();

		JavaScript script = CompiledRevisions.of(directory, List.of(JavaRevisionBody.of(differences))).get(0);

		assertThat(script.operations(Direction.UPGRADE))
			.isEqualTo(differences.changes().stream().map(Change::operation).toList());
		assertThat(script.operations(Direction.DOWNGRADE)).isNotEmpty();
	}

	private static ModelDifferences compare(TestDatabase database, Model model) {
		return compare(database, model.entities());
	}

	static ModelDifferences compare(TestDatabase database, Class<?>... entities) {
		try (ServerConnection connection = ServerConnection.open(database.dataSource(), (notice) -> {
		})) {
			return new ModelComparison(ComparisonSettings.DEFAULT, List.of()).compare(connection,
					Hibernate.model(entities), Set.of());
		}
	}

	static void run(TestDatabase database, String sql) {
		try (Connection connection = database.dataSource().getConnection();
				Statement statement = connection.createStatement()) {
			connection.setAutoCommit(false);
			statement.execute(sql);
			connection.commit();
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex.getMessage() + " in " + sql, ex);
		}
	}

}
