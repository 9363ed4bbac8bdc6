package dev.migrator.internal.autogenerate.hibernate;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

import dev.migrator.autogenerate.ComparisonSettings;
import dev.migrator.autogenerate.Droppable;
import dev.migrator.autogenerate.ModelDifferences;
import dev.migrator.autogenerate.NamePatterns;
import dev.migrator.internal.autogenerate.comparison.ModelComparison;
import dev.migrator.internal.autogenerate.revision.RevisionTrial;
import dev.migrator.internal.autogenerate.revision.SqlRevisionBody;
import dev.migrator.internal.autogenerate.revision.TriedRevision;
import dev.migrator.internal.dialect.address.ServerLogin;
import dev.migrator.internal.dialect.connection.ServerConnection;
import dev.migrator.testing.CatalogSnapshot;
import dev.migrator.testing.Postgres;
import dev.migrator.testing.Strength;
import dev.migrator.testing.TestDatabase;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.TableGenerator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The numbers of entities go on where another strategy makes them: no key is given twice,
 * on the way back neither.
 */
@Tag("server")
@Tag("strength")
class GeneratorsTests {

	private static final ComparisonSettings REMOVING_ALL = ComparisonSettings.builder()
		.removals(EnumSet.allOf(Droppable.class))
		.build();

	private final TestDatabase database = Postgres.newDatabase();

	static Stream<Removing> removing() {
		return Strength.some(Stream.of(Removing.values()));
	}

	private enum Removing {

		DEFAULT(ComparisonSettings.DEFAULT), ALL(REMOVING_ALL);

		private final ComparisonSettings settings;

		Removing(ComparisonSettings settings) {
			this.settings = settings;
		}

	}

	@ParameterizedTest
	@MethodSource("removing")
	void identityGoesOnWhereASequenceWasAndBack(Removing removing) {
		goesOn(removing, BySequence.class, BySequence::new, ByIdentity.class, ByIdentity::new);
	}

	@ParameterizedTest
	@MethodSource("removing")
	void sequenceGoesOnWhereAnIdentityWasAndBack(Removing removing) {
		goesOn(removing, ByIdentity.class, ByIdentity::new, BySequence.class, BySequence::new);
	}

	/**
	 * No name says whose it is, but the entity.
	 */
	@ParameterizedTest
	@MethodSource("removing")
	void sequenceOfAnyNameGoesOnWhereAnIdentityWasAndBack(Removing removing) {
		goesOn(removing, ByIdentity.class, ByIdentity::new, ByNamedSequence.class, ByNamedSequence::new);
	}

	@ParameterizedTest
	@MethodSource("removing")
	void sequenceOfAnyNameGoesOnWhereATableWas(Removing removing) {
		goesOn(removing, ByTable.class, ByTable::new, ByNamedSequence.class, ByNamedSequence::new);
	}

	@ParameterizedTest
	@MethodSource("removing")
	void sequenceGoesOnWhereATableWasAndBack(Removing removing) {
		goesOn(removing, ByTable.class, ByTable::new, BySequence.class, BySequence::new);
	}

	@ParameterizedTest
	@MethodSource("removing")
	void identityGoesOnWhereATableWasAndBack(Removing removing) {
		goesOn(removing, ByTable.class, ByTable::new, ByIdentity.class, ByIdentity::new);
	}

	@ParameterizedTest
	@MethodSource("removing")
	void tableGoesOnWhereASequenceWasAndBack(Removing removing) {
		goesOn(removing, BySequence.class, BySequence::new, ByTable.class, ByTable::new);
	}

	@ParameterizedTest
	@MethodSource("removing")
	void tableGoesOnWhereAnIdentityWasAndBack(Removing removing) {
		goesOn(removing, ByIdentity.class, ByIdentity::new, ByTable.class, ByTable::new);
	}

	@ParameterizedTest
	@MethodSource("removing")
	void otherSequenceGoesOnWhereOneWasAndBack(Removing removing) {
		goesOn(removing, BySequence.class, BySequence::new, ByNamedSequence.class, ByNamedSequence::new);
	}

	/**
	 * Rows that are gone had numbers too.
	 */
	@Test
	void otherSequenceGoesOnBehindWhereOneWasAndBack() {
		Hibernate.create(this.database, BySequence.class);
		Hibernate.insert(this.database, BySequence.class, BySequence::new, 300);
		this.database.execute("delete from items where id > 10");

		SqlRevisionBody body = body(ComparisonSettings.DEFAULT, ByNamedSequence.class);
		this.database.execute(body.upgrade());
		Hibernate.insert(this.database, ByNamedSequence.class, ByNamedSequence::new, 1);
		assertThat(number("select max(id) from items")).as(body.upgrade()).isGreaterThan(300);
		Hibernate.insert(this.database, ByNamedSequence.class, ByNamedSequence::new, 300);
		long last = number("select max(id) from items");
		this.database.execute("delete from items where id > 10");
		this.database.execute(body.downgrade());
		Hibernate.insert(this.database, BySequence.class, BySequence::new, 1);
		assertThat(number("select max(id) from items")).as(body.downgrade()).isGreaterThan(last);
	}

	/**
	 * It is there from before the entity counted in a table, and nothing says that it is
	 * behind but the rows.
	 */
	@Test
	void sequenceThatIsLeftOverGoesOnWhereATableWasAndBack() {
		Hibernate.create(this.database, ByTable.class);
		this.database.execute("create sequence items_seq increment by 50");
		goesOn(Removing.DEFAULT, ByTable.class, ByTable::new, BySequence.class, BySequence::new);
	}

	@Test
	void nothingIsSaidOfASequenceThatNothingTookNumbersFrom() {
		Hibernate.create(this.database, ByTable.class);
		this.database.execute("create sequence items_seq increment by 50");

		assertThat(body(ComparisonSettings.DEFAULT, ByIdentity.class).upgrade()).doesNotContain("any more");
	}

	@Test
	void tableThatGoesWithItsRightsHasTheTodoOfItsRowsToo() {
		Hibernate.create(this.database, ByTable.class);
		Hibernate.insert(this.database, ByTable.class, ByTable::new, 60);
		String table = String.valueOf(this.database.value("select relname from pg_class where relkind = 'r' "
				+ "and relnamespace = 'public'::regnamespace and relname <> 'items'"));
		this.database.execute("grant select on %s to public".formatted(table));

		assertThat(body(REMOVING_ALL, ByIdentity.class).downgrade()).contains("-- TODO", "-- INSERT INTO " + table)
			.contains("-- not restored with the table: the rights of PUBLIC");
	}

	@Test
	void sequenceThatTheTableTakesThePlaceOfIsNamed() {
		Hibernate.create(this.database, BySequence.class);

		assertThat(body(ComparisonSettings.DEFAULT, ByTable.class).upgrade())
			.contains("-- the sequence items_seq is not used any more; it is kept unless");
	}

	/**
	 * Sequences of entities that stay as they are stand where they are.
	 */
	@Test
	void sequenceThatIsBeforeNoRowStaysWhereATableGoes() {
		Hibernate.create(this.database, BySequence.class, OtherByTable.class);
		Hibernate.insert(this.database, BySequence.class, BySequence::new, 60);

		assertThat(body(ComparisonSettings.DEFAULT, BySequence.class).upgrade()).doesNotContain("setval", "items");
	}

	/**
	 * Nothing of the schema differs: another entity counts in the table already.
	 */
	@Test
	void rowThatIsMissingInATableThatOthersCountInIsADifference() {
		Hibernate.create(this.database, BySequence.class, OtherByTable.class);
		Hibernate.insert(this.database, OtherByTable.class, OtherByTable::new, 5);
		assertThat(compare(ComparisonSettings.DEFAULT, ByTable.class, OtherByTable.class).differences().isEmpty())
			.isTrue();
		Hibernate.insert(this.database, BySequence.class, BySequence::new, 60);

		ModelDifferences found = compare(ComparisonSettings.DEFAULT, ByTable.class, OtherByTable.class);

		assertThat(found.differences().detected())
			.containsExactly("Detected missing row of table 'counters' for the numbers of 'items.id'");
		assertTried(ComparisonSettings.DEFAULT, found);
		SqlRevisionBody body = SqlRevisionBody.of(found.differences());
		this.database.execute(body.upgrade());
		assertThat(compare(ComparisonSettings.DEFAULT, ByTable.class, OtherByTable.class).differences().isEmpty())
			.isTrue();
		Hibernate.insert(this.database, ByTable.class, ByTable::new, 130);
		this.database.execute(body.downgrade());
		Hibernate.insert(this.database, BySequence.class, BySequence::new, 130);
		assertThat(number("select count(*) from items")).isEqualTo(320);
	}

	/**
	 * A role that may read the catalog and no rows compares what it may.
	 */
	@Test
	void rowsThatMayNotBeReadAreNotLookedAt() {
		String role = "compares_" + this.database.name();
		Hibernate.create(this.database, BySequence.class, OtherByTable.class);
		Hibernate.insert(this.database, BySequence.class, BySequence::new, 60);
		this.database.execute("create role " + role + " login password 'x'; grant usage on schema public to " + role);
		PGSimpleDataSource dataSource = this.database.newDataSource();
		dataSource.setUser(role);
		dataSource.setPassword("x");

		try (ServerConnection connection = ServerConnection.open(dataSource, (notice) -> {
		})) {
			assertThat(new ModelComparison(ComparisonSettings.DEFAULT, List.of())
				.compare(connection, Hibernate.model(ByTable.class, OtherByTable.class), Set.of())
				.differences()
				.isEmpty()).isTrue();
		}
		finally {
			this.database.execute("drop owned by " + role + "; drop role " + role);
		}
	}

	/**
	 * The default of a column names its sequence, and stays.
	 */
	@Test
	void sequenceGoesOnWhereThatOfADefaultWasAndBack() {
		this.database.execute(
				"create table items (id bigserial primary key); insert into items select from generate_series(1, 60);"
						+ " delete from items where id > 55");

		SqlRevisionBody body = body(ComparisonSettings.DEFAULT, BySequence.class);
		this.database.execute(body.upgrade());
		Hibernate.insert(this.database, BySequence.class, BySequence::new, 130);
		assertThat(number("select min(id) from items where id > 55")).as(body.upgrade()).isGreaterThan(60);
		this.database.execute(body.downgrade());
		this.database.execute("insert into items select from generate_series(1, 130)");
		assertThat(number("select count(*) from items")).isEqualTo(315);
	}

	/**
	 * Which of its rows gave the numbers, nobody knows.
	 */
	@ParameterizedTest
	@ValueSource(classes = { BySequence.class, ByIdentity.class })
	void rowOfATableThatOthersCountInIsForTheAuthorOnTheWayBack(Class<?> to) {
		Hibernate.create(this.database, ByTable.class, OtherByTable.class);
		Hibernate.insert(this.database, ByTable.class, ByTable::new, 60);

		SqlRevisionBody body = body(ComparisonSettings.DEFAULT, to, OtherByTable.class);
		this.database.execute(body.upgrade());
		this.database.execute("insert into items (id) select generate_series(61, 300)");
		this.database.execute(filled(body.downgrade(), ByTable.class));
		Hibernate.insert(this.database, ByTable.class, ByTable::new, 60);
		assertThat(number("select count(*) from items")).isEqualTo(360);
	}

	/**
	 * A revision about something else is tried in a database in which no application
	 * counts.
	 */
	@Test
	void rowsOfTheTrialLackNoNumbers() {
		Hibernate.create(this.database, ByTable.class);
		Hibernate.insert(this.database, ByTable.class, ByTable::new, 5);
		this.database.execute("alter table items add other int");

		assertTried(ComparisonSettings.DEFAULT, compare(ComparisonSettings.DEFAULT, ByTable.class));
	}

	/**
	 * Its name only begins like that of a sequence of the table.
	 */
	@ParameterizedTest
	@ValueSource(classes = { ByIdentity.class, ByTable.class, ByNamedSequence.class })
	void sequenceOfSomethingElseIsLeftAlone(Class<?> to) {
		Hibernate.create(this.database, BySequence.class);
		this.database.execute("create sequence items_invoice_no; select setval('items_invoice_no', 7)");

		SqlRevisionBody body = body(ComparisonSettings.DEFAULT, to);

		assertThat(body.upgrade() + body.downgrade()).doesNotContain("items_invoice_no").contains("items_seq");
	}

	/**
	 * Where it would begin is further than the rows.
	 */
	@Test
	void sequenceThatWasRestartedIsNotTakenBack() {
		Hibernate.create(this.database, ByIdentity.class);
		Hibernate.insert(this.database, ByIdentity.class, ByIdentity::new, 60);
		this.database.execute("create sequence items_seq increment by 50 start with 1000");

		this.database.execute(body(ComparisonSettings.DEFAULT, BySequence.class).upgrade());

		assertThat(this.database.value("select nextval('items_seq')")).isEqualTo("1000");
	}

	/**
	 * The numbers of a sequence are handed out by fifty. What rows were given by hand
	 * counts too.
	 */
	@Test
	void sequenceGoesOnBehindTheGreatestNumberOfARow() {
		Hibernate.create(this.database, ByIdentity.class);
		this.database.execute("insert into items (id) values (1000)");

		SqlRevisionBody body = body(ComparisonSettings.DEFAULT, BySequence.class);

		assertThat(body.upgrade()).doesNotContain("TODO")
			.isEqualTo(
					"""
							CREATE SEQUENCE items_seq INCREMENT BY 50;

							SELECT setval('items_seq', GREATEST(max(id), pg_sequence_last_value('items_seq'), \
							pg_sequence_last_value(pg_get_serial_sequence('items', 'id')))) FROM items HAVING GREATEST(max(id), \
							pg_sequence_last_value('items_seq'), pg_sequence_last_value(pg_get_serial_sequence('items', 'id'))) >= 1;

							ALTER TABLE items ALTER COLUMN id DROP IDENTITY;""");
		this.database.execute(body.upgrade());
		Hibernate.insert(this.database, BySequence.class, BySequence::new, 1);
		assertThat(this.database.value("select max(id) from items")).isEqualTo("1001");
	}

	@Test
	void numbersBeginAtTheFirstWhereThereAreNoRows() {
		Hibernate.create(this.database, ByIdentity.class);

		this.database.execute(body(ComparisonSettings.DEFAULT, BySequence.class).upgrade());

		assertThat(this.database.value("select nextval('items_seq')")).isEqualTo("1");
	}

	/**
	 * The sequence stays where it is not to be dropped, and is behind the rows when the
	 * entity goes back to it.
	 */
	@Test
	void sequenceThatIsLeftOverGoesOnBehindTheRows() {
		Hibernate.create(this.database, BySequence.class);
		Hibernate.insert(this.database, BySequence.class, BySequence::new, 3);
		SqlRevisionBody there = body(ComparisonSettings.DEFAULT, ByIdentity.class);
		assertThat(there.upgrade()).startsWith("""
				-- the sequence items_seq is not used any more; it is kept unless migrator.autogenerate.drop has \
				sequences
				ALTER TABLE items ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY;""");
		this.database.execute(there.upgrade());
		Hibernate.insert(this.database, ByIdentity.class, ByIdentity::new, 200);

		ModelDifferences found = compare(ComparisonSettings.DEFAULT, BySequence.class);
		assertThat(found.differences().detected()).containsExactly("Detected identity on column 'items.id'");
		assertTried(ComparisonSettings.DEFAULT, found);
		SqlRevisionBody back = SqlRevisionBody.of(found.differences());
		this.database.execute(back.upgrade());
		assertThat(compare(ComparisonSettings.DEFAULT, BySequence.class).differences().isEmpty()).isTrue();
		Hibernate.insert(this.database, BySequence.class, BySequence::new, 60);
		this.database.execute(back.downgrade());
		Hibernate.insert(this.database, ByIdentity.class, ByIdentity::new, 60);
		assertThat(this.database.value("select count(*) from items")).isEqualTo("323");
	}

	/**
	 * What Hibernate takes from the row is the end of a block of fifty: none of it may be
	 * a number that a row has.
	 */
	@ParameterizedTest
	@ValueSource(classes = { BySequence.class, ByIdentity.class, ByHand.class })
	void tableThatIsCountedInGoesOnBehindTheRows(Class<?> from) {
		Hibernate.create(this.database, from);
		this.database.execute("insert into items (id) select generate_series(1, 75)");

		SqlRevisionBody body = body(ComparisonSettings.DEFAULT, ByTable.class);

		assertThat(body.upgrade()).doesNotContain("TODO")
			.containsPattern(
					"INSERT INTO counters \\(what, last\\) SELECT 'an item', [^;]*max\\(id\\)[^;]* \\+ 49 FROM items "
							+ "HAVING [^;]* > 0 ON CONFLICT \\(what\\) DO UPDATE SET last = GREATEST\\(counters.last, EXCLUDED.last\\);");
		this.database.execute(body.upgrade());
		assertThat(compare(ComparisonSettings.DEFAULT, ByTable.class).differences().isEmpty()).isTrue();
		Hibernate.insert(this.database, ByTable.class, ByTable::new, 130);
		assertThat(this.database.value("select count(*) || ' up to ' || max(id) from items"))
			.isEqualTo("205 up to 205");
	}

	@Test
	void tableThatIsThereGoesOnBehindTheRowsWhereAnIdentityGoes() {
		Hibernate.create(this.database, ByTable.class);
		this.database.execute("alter table items alter id add generated by default as identity;"
				+ "insert into items (id) select generate_series(1, 75)");

		SqlRevisionBody body = body(ComparisonSettings.DEFAULT, ByTable.class);

		assertThat(body.upgrade()).doesNotContain("TODO")
			.startsWith("INSERT INTO counters (what, last) SELECT 'an item', GREATEST(max(id), "
					+ "pg_sequence_last_value(pg_get_serial_sequence('items', 'id'))) + 49 FROM items")
			.endsWith("DROP IDENTITY;");
		this.database.execute(body.upgrade());
		Hibernate.insert(this.database, ByTable.class, ByTable::new, 130);
	}

	/**
	 * An identity that the entity says nothing of stays where it numbers nothing itself.
	 */
	@Test
	void identityThatIsLeftOpenStays() {
		this.database.execute("create table items (id bigint generated by default as identity primary key)");

		assertThat(compare(ComparisonSettings.DEFAULT, ByHand.class).differences().isEmpty()).isTrue();
		assertThat(
				compare(ComparisonSettings.builder().objects(new NamePatterns(List.of(), List.of("items_seq"))).build(),
						BySequence.class)
					.differences()
					.isEmpty())
			.isTrue();
	}

	private <A, B> void goesOn(Removing removing, Class<A> from, Supplier<A> one, Class<B> to, Supplier<B> other) {
		if (this.database.value("select to_regclass('items')") == null) {
			Hibernate.create(this.database, from);
		}
		Hibernate.insert(this.database, from, one, 60);
		this.database.execute("delete from items where id > 55");
		CatalogSnapshot before = CatalogSnapshot.of(this.database);

		ModelDifferences found = compare(removing.settings, to);
		assertTried(removing.settings, found);
		SqlRevisionBody body = SqlRevisionBody.of(found.differences());
		ConvergenceTests.run(this.database, body.upgrade());

		assertThat(compare(removing.settings, to).differences().detected()).as(body.upgrade()).isEmpty();
		Hibernate.insert(this.database, to, other, 130);
		ConvergenceTests.run(this.database, filled(body.downgrade(), from));
		assertThat(CatalogSnapshot.of(this.database)).as(body.downgrade()).hasToString(before.toString());
		Hibernate.insert(this.database, from, one, 130);
		assertThat(number("select count(*) from items")).isEqualTo(315);
	}

	/**
	 * What the rows of a table were that counted, is for the author to say.
	 */
	private static String filled(String downgrade, Class<?> to) {
		assertThat(downgrade.contains("-- TODO")).as(downgrade).isEqualTo(to == ByTable.class);
		return downgrade.replace("-- INSERT", "INSERT").replace("'...'", "'an item'");
	}

	private long number(String sql) {
		return Long.parseLong(String.valueOf(this.database.value(sql)));
	}

	private SqlRevisionBody body(ComparisonSettings settings, Class<?>... entities) {
		return SqlRevisionBody.of(compare(settings, entities).differences());
	}

	private ModelDifferences compare(ComparisonSettings settings, Class<?>... entities) {
		return ConvergenceTests.compare(this.database, settings, entities);
	}

	private void assertTried(ComparisonSettings settings, ModelDifferences found) {
		ServerLogin login = ServerLogin.of(this.database.newDataSource()).orElseThrow();
		assertThat(
				new RevisionTrial((dataSource) -> Optional.of(login), "UTC", new ModelComparison(settings, List.of()))
					.of(this.database.dataSource(), List.of(new TriedRevision(found.differences().changes(), true)),
							found)
					.lines())
			.first()
			.asString()
			.startsWith("Tried in a scratch database: the upgrade and the downgrade, with rows");
	}

	@Entity
	@Table(name = "items")
	static class BySequence {

		@Id
		@GeneratedValue(strategy = GenerationType.SEQUENCE)
		Long id;

	}

	@Entity
	@Table(name = "items")
	static class ByNamedSequence {

		@Id
		@GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "numbers")
		@SequenceGenerator(name = "numbers", sequenceName = "all_numbers", allocationSize = 20)
		Long id;

	}

	@Entity
	@Table(name = "items")
	static class ByIdentity {

		@Id
		@GeneratedValue(strategy = GenerationType.IDENTITY)
		Long id;

	}

	@Entity
	@Table(name = "items")
	static class ByTable {

		@Id
		@GeneratedValue(strategy = GenerationType.TABLE, generator = "counted")
		@TableGenerator(name = "counted", table = "counters", pkColumnName = "what", pkColumnValue = "an item",
				valueColumnName = "last")
		Long id;

	}

	@Entity
	@Table(name = "others")
	static class OtherByTable {

		@Id
		@GeneratedValue(strategy = GenerationType.TABLE, generator = "others")
		@TableGenerator(name = "others", table = "counters", pkColumnName = "what", pkColumnValue = "another",
				valueColumnName = "last")
		Long id;

	}

	@Entity
	@Table(name = "items")
	static class ByHand {

		@Id
		Long id;

	}

}
