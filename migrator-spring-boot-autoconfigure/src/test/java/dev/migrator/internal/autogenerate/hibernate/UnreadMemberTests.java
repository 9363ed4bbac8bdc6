package dev.migrator.internal.autogenerate.hibernate;

import dev.migrator.autogenerate.ModelDifferences;
import dev.migrator.internal.autogenerate.revision.SqlRevisionBody;
import dev.migrator.testing.Postgres;
import dev.migrator.testing.TestDatabase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.Table;
import org.hibernate.annotations.Array;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Reads all of a model but a member that cannot be read, which is named.
 */
class UnreadMemberTests {

	private static final String WHY = "Unable to determine SQL type name for column 'place' of table 'documents' "
			+ "because there is no type mapping for org.hibernate.type.SqlTypes code: 10000 (VECTOR)";

	private final TestDatabase database = Postgres.newDatabase();

	@Test
	void theApplicationStartsWithTheColumn() {
		Hibernate.start(this.database, "none", "default", Document.class);
	}

	@Test
	void ofAColumnOfAnUnknownTypeAllElseIsCompared() {
		this.database.execute("""
				create table documents (id bigint primary key, place point, title varchar(255) unique);
				create index ix_documents_place on documents using gist (place)""");

		ModelDifferences found = ConvergenceTests.compare(this.database, Document.class);

		assertThat(found.differences().detected()).containsExactly("Detected added column 'documents.pages'",
				"Detected NOT NULL on column 'documents.place'");
		assertThat(found.model().leftOut()).containsExactly("the type of the column documents.place: " + WHY);
	}

	@Test
	void aColumnOfAnUnknownTypeThatIsNotThereIsNamed() {
		ModelDifferences found = ConvergenceTests.compare(this.database, Document.class);

		assertThat(found.model().leftOut())
			.containsExactly("the column documents.place, which the database does not have: " + WHY);
		ConvergenceTests.run(this.database, SqlRevisionBody.of(found.differences()).upgrade());
		assertThat(this.database.column("""
				select attname from pg_attribute where attrelid = 'documents'::regclass and attnum > 0
				order by attnum""")).containsExactly("id", "pages", "title");
	}

	@Entity
	@Table(name = "documents", indexes = @Index(name = "ix_documents_place", columnList = "place"))
	static class Document {

		@Id
		long id;

		int pages;

		@JdbcTypeCode(SqlTypes.VECTOR)
		@Array(length = 3)
		@Column(nullable = false)
		float[] place;

		@Column(unique = true)
		String title;

	}

}
