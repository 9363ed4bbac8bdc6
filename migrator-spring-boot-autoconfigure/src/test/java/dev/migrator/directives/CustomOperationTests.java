package dev.migrator.directives;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

import dev.migrator.Migrator;
import dev.migrator.internal.dialect.ddl.CustomAnswer;
import dev.migrator.internal.script.IrreversibleRevisionException;
import dev.migrator.internal.script.JavaRevisionException;
import dev.migrator.internal.script.JavaRevisionScript;
import dev.migrator.operation.CustomOperation;
import dev.migrator.operation.ExecuteSql;
import dev.migrator.operation.Operation;
import dev.migrator.operation.SequenceDirective.AlterSequence;
import dev.migrator.operation.source.JavaCode;
import dev.migrator.result.Finding;
import dev.migrator.revision.Direction;
import dev.migrator.schema.DataType;
import dev.migrator.schema.InvalidDefinitionException;
import dev.migrator.schema.ObjectName;
import dev.migrator.schema.SequenceOptions;
import dev.migrator.schema.Types;
import dev.migrator.script.Operations;
import dev.migrator.testing.LambdaRevision;
import dev.migrator.testing.Postgres;
import dev.migrator.testing.PrintedSql;
import dev.migrator.testing.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

/**
 * Operations of a user's own: they are used like those that there are, and a mistake in
 * one is told with its class.
 */
class CustomOperationTests {

	private static final String REVISION = "dev.migrator.testing.LambdaRevision$InTransaction";

	private static final String ODD = "dev.migrator.directives.CustomOperationTests$Odd";

	private static final Supplier<List<String>> ONE = () -> List.of("select 1");

	private static final String POLICIES = "select polname from pg_policy";

	private final TestDatabase database = Postgres.newDatabase();

	@Test
	void isRunAndReversedInItsPlace() {
		Migrator migrator = migrator(CustomOperationTests::secured);

		migrator.upgrade();
		assertThat(this.database.column(POLICIES)).containsExactly("own");

		migrator.downgrade("base");
		assertThat(this.database.has("users")).isFalse();
		assertThat(this.database.versionRows()).isEmpty();
	}

	@Test
	void isPrintedWithTheRest() {
		Migrator custom = migrator(CustomOperationTests::secured);
		Migrator executed = migrator((op) -> {
			op.createTable("users", (t) -> t.column("name", Types.text()));
			op.execute("""
					ALTER TABLE users ENABLE ROW LEVEL SECURITY;
					CREATE POLICY own ON users USING (name = current_user);""", """
					DROP POLICY own ON users;
					ALTER TABLE users DISABLE ROW LEVEL SECURITY;""");
			op.commentOnTable("users", "secured", null);
		});

		assertThat(PrintedSql.ofUpgrade(custom, "base:a")).isEqualTo(PrintedSql.ofUpgrade(executed, "base:a"))
			.contains("""
					\\set QUIET :migrator_quiet
					CREATE TABLE users (
					    name text
					);
					ALTER TABLE users ENABLE ROW LEVEL SECURITY;
					CREATE POLICY own ON users USING (name = current_user);
					COMMENT ON TABLE users IS 'secured';
					\\set QUIET on
					""");
		assertThat(PrintedSql.ofDowngrade(custom, "a:base")).isEqualTo(PrintedSql.ofDowngrade(executed, "a:base"))
			.contains("""
					\\set QUIET :migrator_quiet
					COMMENT ON TABLE users IS NULL;
					DROP POLICY own ON users;
					ALTER TABLE users DISABLE ROW LEVEL SECURITY;
					DROP TABLE users;
					\\set QUIET on
					""");
	}

	@Test
	void isShown() {
		assertThat(migrator(CustomOperationTests::secured).show("a").upgrade()).isEqualTo("""
				CREATE TABLE users (
				    name text
				);
				ALTER TABLE users ENABLE ROW LEVEL SECURITY;
				CREATE POLICY own ON users USING (name = current_user);
				COMMENT ON TABLE users IS 'secured';""");
		assertThat(migrator(CustomOperationTests::secured).show("a").downgrade()).isEqualTo("""
				COMMENT ON TABLE users IS NULL;
				DROP POLICY own ON users;
				ALTER TABLE users DISABLE ROW LEVEL SECURITY;
				DROP TABLE users;""");
	}

	@Test
	void isTriedAndRolledBack() {
		Migrator migrator = migrator(CustomOperationTests::secured);

		assertThat(migrator.tryUpgrade("heads").tried()).hasSize(1);
		assertThat(this.database.has("users")).isFalse();
	}

	@Test
	void isCheckedWithTheRest() {
		assertThat(migrator(CustomOperationTests::secured).checkScripts()).isEmpty();
		assertThat(migrator((op) -> op.invoke(own("vacuum"))).checkScripts())
			.containsExactly(new Finding(Finding.Kind.REFUSED_SCRIPT, List.of("a"),
					REVISION + ":1: PostgreSQL does not run VACUUM in a transaction",
					"set transactional = false in its @RevisionScript"));
		assertThat(migrator((op) -> op.invoke(own())).checkScripts()).extracting(Finding::kind, Finding::action)
			.containsExactly(tuple(Finding.Kind.REFUSED_SCRIPT,
					"Return the SQL that it runs from statements().\nNothing has been run."));
	}

	@Test
	void endsEachStatementByItself() {
		JavaRevisionScript script = LambdaRevision
			.inTransaction((op) -> op.invoke(own("select 1;", " select 2 -- two", "select 3; select ';'\n")));

		assertThat(CustomOperationTests.sql(script)).isEqualTo("""
				select 1;
				select 2 -- two
				;
				select 3; select ';';""");
	}

	@Test
	void runsOutsideOfATransactionWhereItSaysSo() {
		CustomOperation vacuum = new Odd(() -> List.of("vacuum"), Optional::empty, () -> "vacuum", () -> true);

		refused((op) -> op.invoke(vacuum),
				"PostgreSQL cannot run \"vacuum\" in a transaction, but this revision is one.",
				"Set transactional = false in its @RevisionScript.");
		Migrator migrator = migrator(LambdaRevision.withoutTransaction((op) -> op.invoke(vacuum)));
		migrator.upgrade();

		assertThat(this.database.versionRows()).containsExactly("a");
	}

	@Test
	void withoutAReverseItIsIrreversible() {
		JavaRevisionScript script = LambdaRevision.inTransaction((op) -> op.invoke(new Plain("t")));

		assertThatExceptionOfType(IrreversibleRevisionException.class)
			.isThrownBy(() -> script.body(Direction.DOWNGRADE))
			.satisfies((ex) -> {
				assertThat(ex.description()).isEqualTo(
						"Revision a (InTransaction) cannot be undone: The operation \"analyze t\" has no reverse.");
				assertThat(ex.action()).isEqualTo("Return the reverse from reverse() of Plain. Or: Override "
						+ "downgrade(Operations) in " + REVISION + ".\nNothing has been run.");
			});
	}

	@Test
	void emptyOrBrokenSqlIsRefused() {
		refused((op) -> op.invoke(own()), "The operation " + ODD + " has no statements.",
				"Return the SQL that it runs from statements().");
		for (String empty : Arrays.asList("  ;", "-- nothing", null)) {
			refused((op) -> op.invoke(own("select 1", empty)), "Statement 2 of the operation " + ODD + " is empty.",
					"Write its SQL, or remove it.");
		}
		refused((op) -> op.invoke(own("select 1,\n  'a")),
				"Statement 1 of the operation " + ODD
						+ " cannot be read, line 2: the string that begins in column 3 is never closed.",
				"Close it with ' (a quote that belongs to the string is written twice).");
		refused((op) -> op.invoke(own("select '\0'")),
				"Statement 1 of the operation " + ODD + " contains a NUL, which PostgreSQL cannot store.",
				"Leave it out, or use bytea and a byte[].");
	}

	@Test
	void whatFailsIsToldWithTheClass() {
		refused((op) -> op.invoke(odd(() -> {
			throw new IllegalStateException("no table");
		}, Optional::empty, () -> "odd")),
				"The operation " + ODD + " fails in statements() (CustomOperationTests.java:0):\n"
						+ "  java.lang.IllegalStateException: no table",
				"Fix that class.");
		refused((op) -> op.invoke(odd(ONE, () -> {
			throw new UnsupportedOperationException();
		}, () -> "odd")), "The operation " + ODD + " fails in reverse() (CustomOperationTests.java:0):\n"
				+ "  java.lang.UnsupportedOperationException", "Fix that class.");
		refused((op) -> op.invoke(odd(ONE,
				() -> Optional.of(new AlterSequence(ObjectName.of("s"), SequenceOptions.DEFAULT, null)), () -> "odd")),
				"The operation " + ODD + " fails in reverse(): No change of the sequence s is given.",
				"Give at least one: incrementBy(50), maxValue(1000), as(bigint()), ownedBy(\"table\", \"column\").");
	}

	@Test
	void nullIsToldWithTheClass() {
		refused((op) -> op.invoke(odd(() -> null, Optional::empty, () -> "odd")),
				"The operation " + ODD + " returns null from statements().",
				"Return a value as the Javadoc of CustomOperation describes.");
		refused((op) -> op.invoke(odd(ONE, () -> null, () -> "odd")),
				"The operation " + ODD + " returns null from reverse().",
				"Return Optional.empty() if nothing can undo it.");
		refused((op) -> op.invoke(odd(ONE, Optional::empty, () -> null)),
				"The operation " + ODD + " returns null from describe().",
				"Return a value as the Javadoc of CustomOperation describes.");
	}

	@Test
	void recordIsWrittenInJavaByItself() {
		JavaCode java = new JavaCode();

		assertThat(new EnableRowSecurity("users", "it's \"own\"", "name").java(java))
			.isEqualTo("op.invoke(new EnableRowSecurity(\"users\", \"it's \\\"own\\\"\", \"name\"))");
		assertThat(new Values(1, 2L, true, null, Values.Kind.FAST, Duration.ofSeconds(1), new BigDecimal("1.0"),
				Types.varchar(3), List.of(Values.Kind.SLOW), Arrays.asList("a", null), new Plain("t"))
			.java(java))
			.isEqualTo("op.invoke(new CustomOperationTests.Values(1, 2L, true, null, "
					+ "CustomOperationTests.Values.Kind.FAST, Duration.parse(\"PT1S\"), new BigDecimal(\"1.0\"), varchar(3), "
					+ "List.of(CustomOperationTests.Values.Kind.SLOW), Arrays.asList(\"a\", null), "
					+ "new CustomOperationTests.Plain(\"t\")))");
		assertThat(java.imports()).containsExactly("dev.migrator.directives.CustomOperationTests",
				"dev.migrator.directives.EnableRowSecurity", "java.math.BigDecimal", "java.time.Duration",
				"java.util.Arrays", "java.util.List", "static dev.migrator.schema.Types.varchar");
	}

	@Test
	void classIsWrittenInJavaByWhatItSays() {
		assertThat(new Written("a", 1).java(new JavaCode()))
			.isEqualTo("op.invoke(new CustomOperationTests.Written(\"a\", 1))");
	}

	@Test
	void secondClassOfANameIsWrittenWithItsPackage() {
		JavaCode java = new JavaCode();

		assertThat(List.of(java.name(List.class), java.name(java.awt.List.class), java.name(List.class)))
			.containsExactly("List", "java.awt.List", "List");
		assertThat(java.imports()).containsExactly("java.util.List");
	}

	@Test
	void whatIsNotWrittenByItselfIsTold() {
		refusedJava(new Unwritten(),
				"The operation dev.migrator.directives.CustomOperationTests$Unwritten fails in java(JavaCode): "
						+ "it is not a record, and does not define its Java source.",
				"Make it a record, or override java(JavaCode).");
		refusedJava(new Holder(new Object()),
				"The operation dev.migrator.directives.CustomOperationTests$Holder fails in java(JavaCode): "
						+ "a value of type java.lang.Object cannot be written in Java automatically.",
				"Override java(JavaCode), and write java.invoke(...) with the source of each argument.");
	}

	private static void secured(Operations op) {
		op.createTable("users", (t) -> t.column("name", Types.text()));
		op.invoke(new EnableRowSecurity("users", "own", "name"));
		op.commentOnTable("users", "secured", null);
	}

	private static String sql(JavaRevisionScript script) {
		return ((ExecuteSql) script.body(Direction.UPGRADE).operations().get(0)).source().text();
	}

	private Migrator migrator(Consumer<Operations> upgrade) {
		return migrator(LambdaRevision.inTransaction(upgrade));
	}

	private Migrator migrator(JavaRevisionScript script) {
		return Migrator.builder(this.database.dataSource())
			.locations(List.of())
			.javaRevisions(List.of(script))
			.application("app")
			.build();
	}

	private static void refused(Consumer<Operations> upgrade, String description, String action) {
		JavaRevisionScript script = LambdaRevision.inTransaction(upgrade);

		assertThatExceptionOfType(JavaRevisionException.class).isThrownBy(() -> script.body(Direction.UPGRADE))
			.satisfies((ex) -> {
				assertThat(ex.description().replaceAll("\\.java:\\d+", ".java:0")).isEqualTo("""
						Revision a (%s) has an impossible directive in upgrade(Operations):

						    op.invoke(...) at upgrade (LambdaRevision.java:0)

						  %s""".formatted(REVISION, description));
				assertThat(ex.action()).isEqualTo(action + "\nNothing has been run.");
			});
	}

	private static void refusedJava(CustomOperation operation, String description, String action) {
		assertThatExceptionOfType(InvalidDefinitionException.class)
			.isThrownBy(() -> CustomAnswer.of(operation, "java(JavaCode)", () -> operation.java(new JavaCode())))
			.satisfies((ex) -> {
				assertThat(ex.description()).isEqualTo(description);
				assertThat(ex.action()).isEqualTo(action);
			});
	}

	private static CustomOperation own(@Nullable String... statements) {
		return odd(() -> new ArrayList<>(Arrays.asList(statements)), Optional::empty, () -> "own");
	}

	private static CustomOperation odd(Supplier<List<String>> statements, Supplier<Optional<Operation>> reverse,
			Supplier<String> describe) {
		return new Odd(statements, reverse, describe, () -> false);
	}

	private record Odd(Supplier<List<String>> sql, Supplier<Optional<Operation>> undo, Supplier<String> words,
			Supplier<Boolean> alone) implements CustomOperation {

		@Override
		public List<String> statements() {
			return this.sql.get();
		}

		@Override
		public Optional<Operation> reverse() {
			return this.undo.get();
		}

		@Override
		public String describe() {
			return this.words.get();
		}

		@Override
		public boolean outsideTransaction() {
			return this.alone.get();
		}

	}

	private record Plain(String table) implements CustomOperation {

		@Override
		public List<String> statements() {
			return List.of("ANALYZE " + this.table);
		}

		@Override
		public String describe() {
			return "analyze " + this.table;
		}

	}

	private record Values(int number, long large, Boolean flag, @Nullable String nothing, Kind kind, Duration time,
			BigDecimal exact, DataType type, List<Kind> kinds, List<@Nullable String> texts,
			Plain plain) implements CustomOperation {

		@Override
		public List<String> statements() {
			return List.of("SELECT 1");
		}

		@Override
		public String describe() {
			return "values";
		}

		private enum Kind {

			FAST, SLOW

		}

	}

	private record Holder(Object value) implements CustomOperation {

		@Override
		public List<String> statements() {
			return List.of("SELECT 1");
		}

		@Override
		public String describe() {
			return "holder";
		}

	}

	private static class Unwritten implements CustomOperation {

		@Override
		public List<String> statements() {
			return List.of("SELECT 1");
		}

		@Override
		public String describe() {
			return "unwritten";
		}

	}

	private static final class Written extends Unwritten {

		private final String name;

		private final int number;

		Written(String name, int number) {
			this.name = name;
			this.number = number;
		}

		@Override
		public String java(JavaCode java) {
			return java.invoke(Written.class, java.text(this.name), java.literal(this.number));
		}

	}

}
