package dev.migrator.internal.execution.statement;

import java.io.StringReader;
import java.io.StringWriter;
import java.util.List;

import dev.migrator.execution.PartialRevisionException;
import dev.migrator.execution.Scripts;
import dev.migrator.internal.dialect.connection.SqlPiece.CopyPiece;
import dev.migrator.internal.dialect.connection.SqlPieces;
import dev.migrator.internal.execution.state.LastEntries;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Where a revision without a transaction goes on. The hashes are those that every version
 * of the migrator has to find again in the histories of the earlier ones.
 */
class DoneStatementsTests {

	/** Of {@code create table t ()} and a zero byte. */
	private static final String CREATED = "9fdeb489eeef228dd46a11c80372cdc6989278ce404473c0ca39ac943f08d99b";

	/** The same, followed by {@code vacuum t} and a zero byte. */
	private static final String VACUUMED = "b78e1410444fc2ed7dd5c829de6011f969651f586f8f2ea36a8afaf6f59f2496";

	/** Of {@code copy t from stdin}, a zero byte, and the hash of two rows. */
	private static final String COPIED = "8d12e7549bdb58008f2bf6e6afff7164b633c742dbbc86ac8688952204255f1b";

	private final DoneStatements done = new DoneStatements();

	@Test
	void hashIsThatOfTheStatementsEachWithAZeroByteBehindIt() {
		RevisionStatements units = units("create table t ();\n\n-- why\nvacuum t;");

		this.done.add(units.next());
		assertThat(this.done.hash()).isEqualTo(CREATED);
		this.done.add(units.next());
		assertThat(this.done.hash()).isEqualTo(VACUUMED).isEqualTo(this.done.hash());
		assertThat(this.done.count()).isEqualTo(2);
	}

	@Test
	void lookingAheadChangesNothing() {
		RevisionStatements units = units("create table t (); vacuum t;");
		this.done.add(units.next());

		DoneStatements ahead = this.done.copy();
		ahead.add(units.next());

		assertThat(ahead.hash()).isEqualTo(VACUUMED);
		assertThat(ahead.count()).isEqualTo(2);
		assertThat(this.done.hash()).isEqualTo(CREATED);
		assertThat(this.done.count()).isEqualTo(1);
	}

	@Test
	void dataOfACopyBelongsToIt() throws Exception {
		CopyPiece copy = (CopyPiece) new SqlPieces(new StringReader("copy t from stdin;\n1\tx\n2\ty\n\\.\n")).next();
		StringWriter sent = new StringWriter();

		this.done.hashed(copy).writeTo(sent);
		this.done.add(RevisionStatement.copy(0, 1, 1, copy));

		assertThat(sent).hasToString("1\tx\n2\ty\n");
		assertThat(this.done.hash()).isEqualTo(COPIED);
	}

	@Test
	void characterThatComesInTwoHalvesIsOne() throws Exception {
		CopyPiece copy = (CopyPiece) new SqlPieces(new StringReader("copy t from stdin;\n\\.\n")).next();

		this.done.hashed((writer) -> {
			writer.write("😀".charAt(0));
			writer.write("😀\n".substring(1));
		}).writeTo(new StringWriter());
		this.done.add(RevisionStatement.copy(0, 1, 1, copy));

		assertThat(this.done.hash()).isEqualTo("8e15a06ec43eb6c50eac1d1c8d9bfbdc22d88bc5eb50114738ceee1fe7f47590");
	}

	@Test
	void goesOnAfterWhatIsDoneWhateverFollows() {
		RevisionStatements units = units("create table t (); vacuum t; create table edited ();");

		assertThat(resume(units, 2, VACUUMED)).isEmpty();

		assertThat(units.next()).extracting("text", "number").containsExactly("create table edited ()", 3);
		assertThat(this.done.count()).isEqualTo(2);
		assertThat(this.done.recorded()).isEqualTo(2);
	}

	@Test
	void copyThatIsDoneIsPassedOverWithItsData() {
		RevisionStatements units = units("copy t from stdin;\n1\tx\n2\ty\n\\.\nvacuum t;");

		resume(units, 1, COPIED);

		assertThat(units.next().text()).isEqualTo("vacuum t");
	}

	@Test
	void settingsOfWhatIsDoneAreToBeSetAgain() {
		RevisionStatements units = units(
				"create schema s; set search_path = s; select set_config('work_mem', '64kB', false); vacuum;");

		assertThat(resume(units, 3, "00cfaf6cc047e1e8d597796630d5a9169aaa0bd69a2c2a88a9f4a4b361fecf08"))
			.containsExactly("set search_path = s", "select set_config('work_mem', '64kB', false)");
	}

	@Test
	void ofNothingThatIsDoneTheHashIsNotAsked() {
		RevisionStatements units = units("create table t ();");

		assertThat(resume(units, 0, null)).isEmpty();

		assertThat(units.next().number()).isEqualTo(1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "create table t (id int); vacuum t; select 1;", "vacuum t; create table t (); select 1;",
			"create table t (); select 1; vacuum t;", "create table t ();" })
	void otherBeginningIsRefused(String edited) {
		assertThatExceptionOfType(PartialRevisionException.class).isThrownBy(() -> resume(units(edited), 2, VACUUMED))
			.satisfies((ex) -> assertThat(ex.description())
				.isEqualTo("Revision b (b.sql) stopped after 2 of its statements, and the script no longer begins with "
						+ "these statements."))
			.satisfies((ex) -> assertThat(ex.action()).startsWith("Restore the first 2 statements: they were run."));
	}

	@Test
	void otherDataOfACopyIsRefused() {
		RevisionStatements units = units("copy t from stdin;\n1\tx\n2\tz\n\\.\n");

		assertThatExceptionOfType(PartialRevisionException.class).isThrownBy(() -> resume(units, 1, COPIED));
	}

	@Test
	void whatIsDoneWithoutAHashIsRefused() {
		assertThatExceptionOfType(PartialRevisionException.class)
			.isThrownBy(() -> resume(units("create table t ();"), 1, null));
	}

	private List<String> resume(RevisionStatements units, int statementsDone, @Nullable String hash) {
		return this.done.resume(Scripts.withoutTransaction("b <- a", "select 1;"), units,
				LastEntries.halfWay(statementsDone, hash));
	}

	private static RevisionStatements units(String sql) {
		return new RevisionStatements(Scripts.body(sql), RevisionSummary.of(Scripts.body(sql)).total());
	}

}
