package dev.migrator.internal.cli;

import java.nio.file.Path;

import dev.migrator.internal.cli.application.TypedCommands;
import dev.migrator.testing.Postgres;
import dev.migrator.testing.Revisions;
import dev.migrator.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Where an application has several migrators, each line says which one it is about.
 */
class SeveralMigratorsTests {

	private final TestDatabase database = Postgres.newDatabase();

	private TypedCommands commands;

	@BeforeEach
	void setUp(@TempDir Path folder) {
		this.commands = TypedCommands
			.on(this.database, Revisions.in(folder).add("a", "create table a ();").add("b <- a", "create table b ();"))
			.withMigrators("billing", "shop");
	}

	@ParameterizedTest
	@ValueSource(strings = { "upgrade +1", "upgrade --dry-run", "downgrade base", "current", "current -c",
			"check --no-model", "heads", "history", "history -i --graph", "stamp a", "seed", "show nobody" })
	void eachLineSaysWhich(String typed) {
		TypedCommands.Answer answer = this.commands.type((typed + " --migrator shop").split(" "));

		assertThat(answer.out() + answer.err()).isNotEmpty();
		assertThat((answer.out() + answer.err()).lines()).allMatch(
				(line) -> line.startsWith("shop: ") || line.contains(" [shop]") || line.isEmpty() || line.equals("|"));
	}

	@Test
	void aLineOfRevisionsBeginsWithTheIdAllTheSame() {
		this.commands.type("upgrade", "a", "--migrator", "shop");

		TypedCommands.Answer current = this.commands.type("current", "--migrator", "shop");

		assertThat(current.out()).isEqualTo("a [shop]\n");
		assertThat(current.err())
			.isEqualTo("shop: 1 revision is pending; `migrator --migrator shop upgrade heads` applies it\n");
		assertThat(this.commands.type("history", "--migrator", "shop").out()).isEqualTo("""
				a -> b (head) [shop], make b
				<base> -> a [shop], make a
				""");
		assertThat(this.commands.type("show", "a", "--migrator", "shop").out()).startsWith("Rev: a [shop]\n");
		assertThat(this.commands.type("current", "-v", "--migrator", "shop").out()).endsWith("""
				shop: 1 revision is pending; `migrator --migrator shop upgrade heads` applies it:
				    b [shop], make b
				""");
	}

	@Test
	void whatIsAdvisedIsForTheSameMigrator(@TempDir Path folder) {
		Revisions revisions = Revisions.in(folder).add("a", "create table a ();");
		TypedCommands several = TypedCommands.on(this.database, revisions).withMigrators("billing", "shop");
		several.type("upgrade", "--migrator", "shop");
		revisions.file("0001_a.sql", "-- revision: a\n-- migrator:upgrade\ncreate table b ();");

		assertThat(several.type("upgrade", "--migrator", "shop").err())
			.contains("shop: If the database has what the script says now, accept it: "
					+ "migrator --migrator shop stamp --accept a\n");
		assertThat(several.type("--migrator", "shop", "stamp", "--accept", "a").exitCode()).isZero();
	}

	@Test
	void aScriptForPsqlStaysAsItIs() {
		assertThat(this.commands.type("upgrade", "--sql", "--migrator", "shop").out())
			.isEqualTo(this.commands.type("upgrade", "--sql", "--migrator", "billing").out())
			.doesNotContain("shop");
	}

	@Test
	void oneHasToBeChosen() {
		assertThat(this.commands.type("current").err()).isEqualTo("""
				The application has several migrators: billing, shop. Choose one: --migrator billing
				""");
	}

}
