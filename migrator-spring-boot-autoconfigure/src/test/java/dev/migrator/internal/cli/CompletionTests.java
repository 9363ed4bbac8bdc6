package dev.migrator.internal.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import dev.migrator.internal.cli.application.TypedCommands;
import dev.migrator.internal.cli.completion.CompletedWord;
import dev.migrator.testing.Revisions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What bash, zsh and fish complete with the scripts that {@code completion} prints.
 */
class CompletionTests {

	/** What a shell would run, what a terminal would obey, and what would end a line. */
	private static final String HOSTILE = "it's \"a\" $(touch ran) `touch ran` %s \\n \t\u001B[31m\u202E \u00FC\u65E5\u672C";

	/** The same in one line, as it is shown. */
	private static final String SHOWN = "it's \"a\" $(touch ran) `touch ran` %s \\n \\t\\u001B[31m\\u202E \u00FC\u65E5\u672C";

	@TempDir
	private Path folder;

	private TypedCommands commands;

	private ShellProcess shell;

	@BeforeEach
	void setUp() throws IOException {
		ShellProcess.needs("bash");
		this.commands = TypedCommands.withoutADatabase(Revisions
			.in(Files.createDirectory(this.folder.resolve("scripts")))
			.add("abc123", "select 1;")
			.file("a.sql", "-- " + HOSTILE + "\n--\n-- revision: abd456\n-- revises: abc123\n-- migrator:upgrade\n")
			.file("x.sql",
					"-- add invoices\n--\n-- revision: f00\n-- revises: abc123\n-- branch-labels: billing\n-- migrator:upgrade\n"));
		this.shell = ShellProcess.in(Files.createDirectory(this.folder.resolve("project")));
		this.shell.program(this.commands.type("targets").out());
		for (String name : new String[] { "", "bash", "zsh", "fish" }) {
			this.shell.write("completion" + name, this.commands.type(("completion " + name).strip().split(" ")).out());
		}
	}

	@Test
	void theApplicationListsWhatItKnows() {
		assertThat(this.commands.type("targets").out()).isEqualTo("""
				f00	add invoices (head)
				billing	branch label of f00
				billing@head	head of the branch billing
				abd456	%s (head)
				abc123	make abc123
				""".replace("%s (head)", SHOWN + " (head)"));
		assertThat(this.commands.type("help").out()).doesNotContain("List what shells complete");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			upgrade ab       | abd456 abc123
			upgrade b        | base billing billing@head
			upgrade +        | +1
			downgrade --yes b | base billing billing@head
			downgrade ''     | head heads base -1 f00 billing billing@head abd456 abc123
			show c           | current
			edit f           | f00
			stamp --accept a | abd456 abc123
			merge abc123 abd | abd456
			resolve f        | f00
			history -r abc   | abc123
			history -r abc123 : abd | abd456
			history -r abc123 : | head heads base current f00 billing billing@head abd456 abc123
			history -r abc123:abd | abc123:abd456
			history -r billing @ head : abd | abd456
			history -r : abd | abd456
			upgrade billing @ h | head heads
			upgrade billing@h | billing@head billing@heads
			revision --head f | f00
			revision --head = f | f00
			revision -m x --depends-on bil | billing billing@head
			--migrator shop upgrade abd | abd456
			--color = never --spring.profiles.active = a upgrade abd | abd456
			upg              | upgrade
			upgrade --dry    | --dry-run
			downgrade --y    | --yes
			heads --verb     | --verbose
			history --format m | mermaid
			completion z     | zsh
			help sho         | show
			revision -m f    | ''
			""")
	void targetsAreCompletedWhereTheyGo(String typed, String completed) throws Exception {
		assertThat(bash("""
				COMP_WORDS=(./migrator %s)
				COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
				COMP_TYPE=37
				_migrator_bash
				echo "${COMPREPLY[*]}"
				""".formatted(typed))).isEqualTo(completed);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			migrator() { cat list; }                                        | migrator
			shopt -s expand_aliases; alias migrator='cat list #'            | migrator
			:                                                               | ./migrator
			:                                                               | ~/migrator
			""")
	void theApplicationIsAskedAsItIsTyped(String definition, String program) throws Exception {
		assertThat(this.shell.run("", "bash", "-c", """
				%1$s
				source ./completion
				%2$s
				COMP_WORDS=('%3$s' upgrade f) COMP_CWORD=2
				_migrator_bash
				echo "${COMPREPLY[*]}"
				""".formatted(definition, ShellProcess.untilAnswered("'" + program + "'"), program)).strip())
			.isEqualTo("f00");
	}

	@Test
	void commandThatIsCodeIsNotRun() throws Exception {
		this.shell.run("", "bash", "-c", """
				source ./completion
				_migrator_ask '$(touch ran)/migrator'
				_migrator_ask 'x;touch ran'
				""");

		assertThat(this.shell.files()).doesNotContain("ran");
	}

	@Test
	void bashShowsWhatEachOfSeveralWordsIs() throws Exception {
		assertThat(bash("""
				COMP_WORDS=(./migrator downgrade '') COMP_CWORD=2
				_migrator_bash
				printf '%s\\n' "${COMPREPLY[@]}"
				""")).isEqualTo("""
				head          (the only head)
				heads         (all heads)
				base          (before the first revision)
				-1            (the last revision is undone)
				f00           (add invoices (head))
				billing       (branch label of f00)
				billing@head  (head of the branch billing)
				abd456        (it's "a" $(touch ran) `touch ran` %s \\n ...)
				abc123        (make abc123)""");
		assertThat(this.shell.files()).doesNotContain("ran");
	}

	@Test
	void wideTextIsCutWhereTheTerminalEnds() throws Exception {
		assertThat(bash("""
				_migrator_cut 'abcdefghijk' 11; echo "$REPLY"
				_migrator_cut 'abcdefghijkl' 11; echo "$REPLY"
				_migrator_cut '\u65E5\u672C\u65E5\u672C\u65E5' 10; echo "$REPLY"
				_migrator_cut '\u65E5\u672C\u65E5\u672C\u65E5\u672C' 10; echo "$REPLY"
				""")).isEqualTo("abcdefghijk\nabcdefgh...\n\u65E5\u672C\u65E5\u672C\u65E5\n\u65E5\u672C\u65E5...");
	}

	@Test
	void bashOnATerminalInsertsOneWordAndListsSeveral() throws Exception {
		ShellProcess.needs("script");

		String screen = this.shell.run("""
				source <(cat completionbash)
				%s
				./migrator upgrade abd\t
				./migrator history -r abc123:abd\t
				./migrator upg\t--dr\t
				./migrator show ab\t\t
				exit
				""".formatted(ShellProcess.untilAnswered("./migrator")), "script", "-qc", "bash --norc --noprofile -i",
				"/dev/null");

		assertThat(screen).contains("<upgrade abd456>", "<history -r abc123:abd456>", "<upgrade --dry-run>",
				"abd456  (it's \"a\" $(touch ran) `touch ran` %s", "abc123  (make abc123)");
		assertThat(this.shell.files()).doesNotContain("ran");
	}

	@ParameterizedTest
	@ValueSource(strings = { "completion", "completionzsh" })
	void zshInsertsOneWordAndDescribesSeveral(String script) throws Exception {
		ShellProcess.needs("zsh");
		this.shell.write("dialogue",
				"""
						zmodload zsh/zpty
						zpty shell 'zsh -f -i'
						say() { zpty -w -n shell "$1"; zpty -r shell answer "*$2*"; print -r -- "$answer"; }
						say $'stty cols 100; PS1="> "; source ./%s; %s; print read""y\\n' ready
						say $'./migrator upgrade abd\\t\\n' '<*>'
						say $'./migrator history -r abc123:abd\\t\\n' '<*>'
						say $'./migrator revision --head=billing@hea\\t\\C-h\\t\\n' '<*>'
						say $'./migrator upg\\t--dr\\t\\n' '<*>'
						say $'./migrator history --format=m\\t\\n' '<*>'
						say $'setopt complete_aliases; alias migrator=./migrator; print read""y\\n' ready
						say $'migrator upgrade abd\\t\\n' '<*>'
						say $'for try in {1..500}; do (( $(cat $XDG_CACHE_HOME/migrator/* | grep -c abd456) == 2 )) && break; sleep 0.02; done\\n' '>'
						say $'migrator downgrade abd\\t\\n' '<*>'
						say $'./migrator --migrator x show ab\\t\\t' 'abc123*--*make abc123*'
						"""
					.formatted(script,
							ShellProcess.untilAnswered("./migrator").replace("\"", "\\\"").replace("'", "\\'")));

		String screen = this.shell.run("", "zsh", "-f", "dialogue");

		assertThat(screen).contains("<upgrade abd456>", "<history -r abc123:abd456>", "<upgrade --dry-run>",
				"<history --format=mermaid>", "<downgrade abd456>", "abd456  -- " + SHOWN.substring(0, 50),
				"abc123  -- make abc123");
		assertThat(this.shell.files()).doesNotContain("ran");
	}

	@Test
	void fishCompletesEachWordWithItsDescription() throws Exception {
		ShellProcess.needs("fish");

		String answer = this.shell.run("", "fish", "-c", """
				source ./completionfish
				function migrator
				    cat list
				end
				for program in migrator ./migrator '~/migrator'
				    for try in (seq 500)
				        complete -C "$program show f" | grep -q f00; and break
				        sleep 0.02
				    end
				end
				for typed in 'migrator upgrade a' './migrator history -r abc123:ab' '~/migrator revision --head=f' \\
				        './migrator --migrator x upgrade b' 'migrator history --format m' 'migrator upg' \\
				        'migrator help sho' 'migrator revision -m f' './migrator heads --verb'
				    echo "> $typed"
				    complete -C $typed
				end
				""");

		assertThat(answer).isEqualTo("""
				> migrator upgrade a
				abd456	SHOWN (head)
				abc123	make abc123
				> ./migrator history -r abc123:ab
				abc123:abd456	SHOWN (head)
				abc123:abc123	make abc123
				> ~/migrator revision --head=f
				--head=f00	add invoices (head)
				> ./migrator --migrator x upgrade b
				base	before the first revision
				billing	branch label of f00
				billing@head	head of the branch billing
				> migrator history --format m
				mermaid
				> migrator upg
				upgrade	Apply the pending revisions up to a target
				> migrator help sho
				show	Show a revision, or several
				> migrator revision -m f
				> ./migrator heads --verb
				--verbose	Show each revision in several lines
				""".replace("SHOWN", SHOWN));
		assertThat(this.shell.files()).doesNotContain("ran");
	}

	@Test
	void nameThatIsCodeIsNotRun() throws Exception {
		this.shell.program("ab$(touch${IFS}ran)\nabc123\n`touch ran`\n");

		assertThat(bash("""
				COMP_WORDS=(./migrator upgrade a) COMP_CWORD=2
				_migrator_bash
				echo "${#COMPREPLY[@]}"
				""")).isEqualTo("2");
		assertThat(this.shell.files()).doesNotContain("ran");
	}

	@Test
	void nameThatAShellCouldRunIsNotListed() throws Exception {
		TypedCommands hostile = TypedCommands
			.withoutADatabase(Revisions.in(Files.createDirectory(this.folder.resolve("other")))
				.file("x.sql", "-- revision: ab$(touch${IFS}x)\n-- migrator:upgrade\n"));

		assertThat(hostile.type("targets").out()).doesNotContain("touch");
	}

	@Test
	void lineHasOneTabAndNoControlCharacter() {
		assertThat(new CompletedWord("a", "b\nc\td\u001B[2J ").line()).isEqualTo("a\tb\\nc\\td\\u001B[2J");
		assertThat(new CompletedWord("a", "").line()).isEqualTo("a\t");
	}

	private String bash(String script) throws Exception {
		return this.shell
			.run("", "bash", "-c", "source ./completion\n" + ShellProcess.untilAnswered("./migrator") + "\n" + script)
			.strip();
	}

}
