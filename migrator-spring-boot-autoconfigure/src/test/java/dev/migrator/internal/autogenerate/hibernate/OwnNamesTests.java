package dev.migrator.internal.autogenerate.hibernate;

import java.util.List;

import dev.migrator.autogenerate.ComparisonSettings;
import dev.migrator.autogenerate.ProposedChanges;
import dev.migrator.autogenerate.Rename;
import dev.migrator.internal.autogenerate.revision.JavaRevisionBody;
import dev.migrator.internal.autogenerate.revision.SqlRevisionBody;
import dev.migrator.testing.CatalogSnapshot;
import dev.migrator.testing.Postgres;
import dev.migrator.testing.TestDatabase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A database in which constraints, indexes and sequences have names of their own, or
 * those that something had before, follows its entities.
 */
@Tag("server")
class OwnNamesTests {

	private final TestDatabase database = Postgres.newDatabase();

	@Test
	void aCheckWithANameOfItsOwnGetsTheNewValue() {
		this.database.execute("""
				create table plans (id bigint primary key,
				    kind varchar(255) constraint ck_kind check (kind in ('NEW', 'OLD')))""");
		this.database.execute("create sequence plans_seq increment by 50");

		follow(List.of(), Plan.class);

		this.database.execute("insert into plans values (1, 'OTHER')");
	}

	@Test
	void aCheckOfARenamedTableAndColumnGetsTheNewValue() {
		this.database.execute("""
				create table plans (id bigint primary key,
				    status varchar(255) check (status in ('NEW', 'OLD')))""");
		this.database.execute("create sequence plans_seq increment by 50");

		follow(List.of("plans=programmes", "programmes.status=programmes.kind"), Programme.class);

		this.database.execute("insert into programmes values (1, 'OTHER')");
	}

	@Test
	void theSequenceOfARenamedEntityGoesOn() {
		this.database.execute("create table plans (id bigint primary key, kind varchar(255))");
		this.database.execute("create sequence plans_seq increment by 50 start 101");

		assertThat(follow(List.of("plans=programmes"), Programme.class).detected())
			.contains("Detected renamed sequence 'plans_seq' to 'programmes_seq'")
			.doesNotContain("Detected added sequence 'programmes_seq'");

		assertThat(this.database.value("select nextval('programmes_seq')")).isEqualTo("101");
	}

	@Test
	void aSequenceThatIsUsedByADefaultIsRenamed() {
		this.database.execute("create sequence numbers increment by 50 start 101");
		this.database
			.execute("create table programmes (id bigint primary key default nextval('numbers'), kind varchar(255))");

		assertThat(follow(List.of("numbers=programmes_seq"), Programme.class).detected())
			.contains("Detected renamed sequence 'numbers' to 'programmes_seq'");

		assertThat(this.database.value("select nextval('programmes_seq')")).isEqualTo("101");
	}

	@Test
	void aNewSequenceOfATableGoesOnBehindItsRows() {
		this.database.execute("create table programmes (id bigint primary key, kind varchar(255))");
		this.database.execute("insert into programmes values (7, 'OLD')");

		ProposedChanges differences = compare(List.of(), Programme.class);

		String upgrade = SqlRevisionBody.of(differences).upgrade();
		assertThat(upgrade).doesNotContain("TODO")
			.startsWith(
					"""
							CREATE SEQUENCE programmes_seq INCREMENT BY 50;

							SELECT setval('programmes_seq', GREATEST(max(id), pg_sequence_last_value('programmes_seq'))) FROM programmes \
							HAVING GREATEST(max(id), pg_sequence_last_value('programmes_seq')) >= 1;""");
		this.database.execute(upgrade);
		assertThat(this.database.value("select nextval('programmes_seq')")).isEqualTo("57");
		assertThat(JavaRevisionBody.of(differences).upgrade()).startsWith("op.createSequence(\"programmes_seq\"")
			.contains("SELECT setval('programmes_seq'");
	}

	@Test
	void aNewEntityWithTheNameOfARenamedOneTakesFreeNames() {
		this.database.execute("create table plans (id bigint primary key, kind varchar(255))");
		this.database.execute("create sequence plans_seq increment by 50");

		follow(List.of("plans=programmes"), Programme.class);
		follow(List.of(), Programme.class, Plan.class);

		assertThat(this.database
			.column("select conname from pg_constraint where conrelid = 'plans'::regclass and contype = 'p'"))
			.containsExactly("plans_pkey1");
	}

	@Test
	void aNewColumnWithTheNameOfARenamedOneTakesFreeNames() {
		this.database.execute("create table people (id bigint primary key, mail varchar(255) unique)");

		follow(List.of("people.mail=people.email"), Person.class);
		follow(List.of(), PersonWithTwo.class);

		assertThat(this.database.column(
				"select conname from pg_constraint where conrelid = 'people'::regclass and contype = 'u' order by 1"))
			.containsExactly("people_mail_key", "people_mail_key1");
	}

	@Test
	void anIndexOfAnOperatorKeepsItsName() {
		this.database.execute("create table people (id bigint primary key, email varchar(255))");
		this.database.execute("create unique index people_email_key on people (lower(email))");

		follow(List.of(), Person.class);

		assertThat(this.database.column("select relname from pg_class where relname like 'people_email%' order by 1"))
			.containsExactly("people_email_key", "people_email_key1");
	}

	/**
	 * The database has what is wanted afterwards, and is what it was after the way back.
	 */
	private ProposedChanges follow(List<String> renames, Class<?>... entities) {
		CatalogSnapshot before = CatalogSnapshot.of(this.database).withoutColumnOrder();
		ProposedChanges differences = compare(renames, entities);
		SqlRevisionBody body = SqlRevisionBody.of(differences);
		ConvergenceTests.run(this.database, body.upgrade());
		assertThat(compare(List.of(), entities).detected()).as(body.upgrade()).isEmpty();
		Hibernate.validate(this.database, entities);
		ConvergenceTests.run(this.database, body.downgrade());
		assertThat(CatalogSnapshot.of(this.database).withoutColumnOrder()).as(body.downgrade())
			.hasToString(before.toString());
		ConvergenceTests.run(this.database, body.upgrade());
		return differences;
	}

	private ProposedChanges compare(List<String> renames, Class<?>... entities) {
		ComparisonSettings settings = ComparisonSettings.builder()
			.renames(renames.stream().map(Rename::of).toList())
			.build();
		return ConvergenceTests.compare(this.database, settings, entities).differences();
	}

	enum Kind {

		NEW, OLD, OTHER

	}

	@Entity
	@Table(name = "plans")
	static class Plan {

		@Id
		@GeneratedValue
		long id;

		@Enumerated(EnumType.STRING)
		Kind kind;

	}

	@Entity
	@Table(name = "people")
	static class Person {

		@Id
		long id;

		@Column(unique = true)
		String email;

	}

	@Entity
	@Table(name = "people")
	static class PersonWithTwo {

		@Id
		long id;

		@Column(unique = true)
		String email;

		@Column(unique = true)
		String mail;

	}

	@Entity
	@Table(name = "programmes")
	static class Programme {

		@Id
		@GeneratedValue
		long id;

		@Enumerated(EnumType.STRING)
		Kind kind;

	}

}
