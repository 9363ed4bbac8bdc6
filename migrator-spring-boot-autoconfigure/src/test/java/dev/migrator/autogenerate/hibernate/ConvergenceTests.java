package dev.migrator.autogenerate.hibernate;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;

import dev.migrator.autogenerate.ComparisonSettings;
import dev.migrator.autogenerate.ModelComparison;
import dev.migrator.autogenerate.ModelDifferences;
import dev.migrator.autogenerate.SqlRevisionBody;
import dev.migrator.autogenerate.hibernate.model.Columns;
import dev.migrator.autogenerate.hibernate.model.Inheritance;
import dev.migrator.autogenerate.hibernate.model.Relations;
import dev.migrator.dialect.ServerConnection;
import dev.migrator.testing.CatalogSnapshot;
import dev.migrator.testing.Postgres;
import dev.migrator.testing.TestDatabase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is generated for entities makes a database that has what they want, and nothing is
 * found where Hibernate made it.
 */
@Tag("server")
class ConvergenceTests {

	enum Model {

		INHERITANCE(Inheritance.ENTITIES), RELATIONS(Relations.ENTITIES), COLUMNS(Columns.ENTITIES);

		private final Class<?>[] entities;

		Model(Class<?>[] entities) {
			this.entities = entities;
		}

	}

	@ParameterizedTest
	@EnumSource
	void nothingIsFoundInWhatHibernateCreated(Model model) {
		TestDatabase database = Postgres.newDatabase();
		Hibernate.create(database, model.entities);

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
		Hibernate.validate(database, model.entities);
		run(database, body.downgrade());
		assertThat(CatalogSnapshot.of(database)).hasToString(empty.toString());
		run(database, body.upgrade());
		Hibernate.validate(database, model.entities);
	}

	private static ModelDifferences compare(TestDatabase database, Model model) {
		try (ServerConnection connection = ServerConnection.open(database.dataSource(), (notice) -> {
		})) {
			return new ModelComparison(ComparisonSettings.DEFAULT, List.of()).compare(connection,
					Hibernate.model(model.entities), Set.of());
		}
	}

	private static void run(TestDatabase database, String sql) {
		try (Connection connection = database.dataSource().getConnection();
				Statement statement = connection.createStatement()) {
			connection.setAutoCommit(false);
			statement.execute(sql);
			connection.commit();
		}
		catch (SQLException ex) {
			throw new IllegalStateException(sql, ex);
		}
	}

}
