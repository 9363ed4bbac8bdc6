package dev.migrator.autogenerate;

import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;

import dev.migrator.Migrator;
import dev.migrator.internal.autogenerate.online.OnlineChanges;
import dev.migrator.internal.autogenerate.revision.SqlRevisionBody;
import dev.migrator.testing.CatalogSnapshot;
import dev.migrator.testing.Revisions;
import dev.migrator.testing.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Changes in two SQL revisions, to be run by the migrator.
 *
 * @param first what runs in a transaction
 * @param second what follows without one
 */
record OnlineRevisions(SqlRevisionBody first, SqlRevisionBody second) {

	static OnlineRevisions of(OnlineChanges changes) {
		return new OnlineRevisions(SqlRevisionBody.of(changes.inTransaction(), List.of()),
				SqlRevisionBody.withoutTransaction(changes.after(), List.of()))
			.filledIn(GeneratedSqlServerTests::answered);
	}

	OnlineRevisions filledIn(UnaryOperator<String> author) {
		return new OnlineRevisions(filledIn(this.first, author), filledIn(this.second, author));
	}

	private static SqlRevisionBody filledIn(SqlRevisionBody body, UnaryOperator<String> author) {
		return new SqlRevisionBody(author.apply(body.upgrade()), author.apply(body.downgrade()));
	}

	Migrator migrator(TestDatabase database, Path folder) {
		Revisions revisions = Revisions.in(folder)
			.add("a", this.first.upgrade(), this.first.downgrade())
			.addWithoutTransaction("b <- a", this.second.upgrade(), this.second.downgrade());
		return Migrator.builder(database.dataSource()).locations(revisions.location()).build();
	}

	/**
	 * Runs both on a database, which has to become equal to the wanted one, and takes
	 * them back.
	 */
	void assertLeadThereAndBack(TestDatabase database, TestDatabase wanted, Path folder) {
		List<String> before = lines(database);
		Migrator migrator = migrator(database, folder);

		migrator.upgrade();
		assertThat(lines(database)).as(toString()).isEqualTo(lines(wanted));

		migrator.downgrade("base");
		assertThat(lines(database)).as(toString()).isEqualTo(before);
	}

	/**
	 * What the changes are about, in a database with the tables of the migrator. Since 18
	 * NOT NULL has a name, which keeps that of a renamed table.
	 */
	static List<String> lines(TestDatabase database) {
		return CatalogSnapshot.of(database)
			.withoutColumnOrder()
			.lines()
			.stream()
			.filter((line) -> !line.contains("migrator_"))
			.map((line) -> line.replaceFirst("constraint \\S+ (on \\S+: NOT NULL)", "constraint $1"))
			.sorted()
			.toList();
	}

}
