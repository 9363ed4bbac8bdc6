package dev.migrator.internal.autogenerate.hibernate;

import java.util.List;

import dev.migrator.autogenerate.ComparisonSettings;
import dev.migrator.autogenerate.ProposedChanges;
import dev.migrator.autogenerate.Rename;
import dev.migrator.autogenerate.RenameCandidate;
import dev.migrator.internal.autogenerate.revision.SqlRevisionBody;
import dev.migrator.testing.Postgres;
import dev.migrator.testing.TestDatabase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The constants of an enum change, and the database follows.
 */
@Tag("server")
class EnumEvolutionTests {

	private final TestDatabase database = Postgres.newDatabase();

	@Test
	void valueOfAnEnumThatIsATypeHereAndATextThereIsAddedInPlace() {
		ConvergenceTests.run(this.database, body(Two.Paint.class).upgrade());
		this.database.execute("insert into paint (id, colour, text) values (1, 'RED', 'RED')");
		SqlRevisionBody body = body(Three.Paint.class);

		ConvergenceTests.run(this.database, body.upgrade());

		assertThat(body.upgrade()).contains("ALTER TYPE colour ADD VALUE 'BLACK';")
			.contains("ALTER TYPE colour ADD VALUE 'GREY';")
			.doesNotContain("RENAME", "USING");
		this.database.execute("insert into paint (id, colour, text) values (2, 'BLACK', 'GREY')");
		assertThat(ConvergenceTests.compare(this.database, Three.Paint.class).isEmpty()).isTrue();
		Hibernate.validate(this.database, Three.Paint.class);
		this.database.execute("delete from paint where id = 2");
		ConvergenceTests.run(this.database, body.downgrade());
		assertThat(ConvergenceTests.compare(this.database, Two.Paint.class).isEmpty()).isTrue();
	}

	@Test
	void valueOfATypeIsRenamedAsTold() {
		ConvergenceTests.run(this.database, body(Two.Paint.class).upgrade());
		this.database.execute("insert into paint (id, colour) values (1, 'RED')");

		assertThat(ConvergenceTests.compare(this.database, Renamed.Paint.class).differences().renameCandidates())
			.extracting(RenameCandidate::rename)
			.containsExactly(new Rename("colour.RED", "SCARLET"));
		SqlRevisionBody body = SqlRevisionBody.of(renaming("colour.RED=SCARLET"));
		ConvergenceTests.run(this.database, body.upgrade());

		assertThat(body.upgrade()).contains("ALTER TYPE colour RENAME VALUE 'RED' TO 'SCARLET';")
			.doesNotContain("USING");
		assertThat(ConvergenceTests.compare(this.database, Renamed.Paint.class).isEmpty()).isTrue();
		assertThat(this.database.value("select colour from paint")).isEqualTo("SCARLET");
		ConvergenceTests.run(this.database, body.downgrade());
		assertThat(ConvergenceTests.compare(this.database, Two.Paint.class).isEmpty()).isTrue();
	}

	private ProposedChanges renaming(String rename) {
		ComparisonSettings settings = ComparisonSettings.builder().renames(List.of(Rename.of(rename))).build();
		return ConvergenceTests.compare(this.database, settings, Renamed.Paint.class).differences();
	}

	private SqlRevisionBody body(Class<?>... entities) {
		return SqlRevisionBody.of(ConvergenceTests.compare(this.database, entities).differences());
	}

	static final class Two {

		enum Colour {

			GREEN, RED

		}

		@Entity(name = "Paint")
		@Table(name = "paint")
		static class Paint {

			@Id
			long id;

			@Enumerated(EnumType.STRING)
			@JdbcTypeCode(SqlTypes.NAMED_ENUM)
			@Column(nullable = false)
			@ColumnDefault("'RED'")
			Colour colour;

			@Enumerated(EnumType.STRING)
			Colour text;

		}

	}

	static final class Renamed {

		enum Colour {

			GREEN, SCARLET

		}

		@Entity(name = "Paint")
		@Table(name = "paint")
		static class Paint {

			@Id
			long id;

			@Enumerated(EnumType.STRING)
			@JdbcTypeCode(SqlTypes.NAMED_ENUM)
			@Column(nullable = false)
			@ColumnDefault("'SCARLET'")
			Colour colour;

			@Enumerated(EnumType.STRING)
			Colour text;

		}

	}

	static final class Three {

		enum Colour {

			GREEN, GREY, RED, BLACK

		}

		@Entity(name = "Paint")
		@Table(name = "paint")
		static class Paint {

			@Id
			long id;

			@Enumerated(EnumType.STRING)
			@JdbcTypeCode(SqlTypes.NAMED_ENUM)
			@Column(nullable = false)
			Colour colour;

			@Enumerated(EnumType.STRING)
			Colour text;

		}

	}

}
