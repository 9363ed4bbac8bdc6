package dev.migrator.internal.cli.output;

import java.util.List;

import dev.migrator.internal.cli.Statuses;
import dev.migrator.result.RevisionState;
import dev.migrator.result.RevisionStatus;
import dev.migrator.revision.RevisionGraph;
import org.junit.jupiter.api.Test;

import static dev.migrator.revision.Graphs.graph;
import static org.assertj.core.api.Assertions.assertThat;

class RevisionLineTests {

	private static final RevisionGraph GRAPH = graph("x as shop, store", "a", "b <- a as billing", "c <- b needs shop",
			"d <- b", "m <- c, d needs x");

	@Test
	void historySaysEverything() {
		RevisionLine line = line(List.of("m"), Styler.PLAIN);

		assertThat(line.history(status("a", "begin"))).isEqualTo("<base> -> a (billing), begin");
		assertThat(line.history(status("b", ""))).isEqualTo("a -> b (billing) (branchpoint)");
		assertThat(line.history(status("c", "third"))).isEqualTo("b (shop) -> c (billing), third");
		assertThat(line.history(status("m", "unite")))
			.isEqualTo("c, d (x) -> m (billing) (head) (current) (mergepoint), unite");
		assertThat(line.history(status("x", ""))).isEqualTo("<base> -> x (shop, store)");
	}

	@Test
	void drawingSaysWhatItsLinesDoNot() {
		RevisionLine line = line(List.of(), Styler.PLAIN);

		assertThat(line.drawn(status("b", "second"))).isEqualTo("b (billing) (branchpoint), second");
		assertThat(line.drawn(status("c", "third"))).isEqualTo("(shop) -> c (billing), third");
	}

	@Test
	void headsSaysTheLabels() {
		RevisionGraph graph = graph("a", "b <- a as one", "c <- a as two", "d needs two");
		RevisionLine line = new RevisionLine(new RevisionFlags(graph, List.of("b"), Styler.PLAIN, null));

		assertThat(line.head(Statuses.of(graph, "b", null, "message"))).isEqualTo("b (one) (head)");
		assertThat(line.head(Statuses.of(graph, "c", null, "message"))).isEqualTo("c (two)");
	}

	@Test
	void currentSaysWhereInTheTreeTheDatabaseIs() {
		RevisionLine line = line(List.of("m"), Styler.PLAIN);

		assertThat(line.current(status("m", "unite"))).isEqualTo("m (billing) (head) (mergepoint)");
		assertThat(line.current(status("b", ""))).isEqualTo("b (billing) (branchpoint)");
	}

	@Test
	void branchesSaysWhatFollowsABranchPoint() {
		RevisionLine line = line(List.of(), Styler.PLAIN);

		assertThat(line.branches(status("b", ""), List.of(status("d", ""), status("c", ""))))
			.containsExactly("b (billing) (branchpoint)", "  -> d (billing)", "  -> c (billing)", "");
	}

	@Test
	void branchesStandBehindTheColumnsOfTheirBranchPoint() {
		RevisionGraph graph = graph("東京e\u0301\uD83D\uDE80", "b <- 東京e\u0301\uD83D\uDE80",
				"c <- 東京e\u0301\uD83D\uDE80");
		RevisionLine line = new RevisionLine(new RevisionFlags(graph, List.of(), Styler.PLAIN, null));

		assertThat(line.branches(Statuses.of(graph, "東京e\u0301\uD83D\uDE80", null, ""),
				List.of(Statuses.of(graph, "b", null, ""))))
			.element(1)
			.isEqualTo(" ".repeat(7) + " -> b (head)");
	}

	@Test
	void whatIsWrongInTheDatabaseIsSaidEverywhere() {
		RevisionLine line = line(List.of("gone"), Styler.PLAIN);
		RevisionStatus gone = new RevisionStatus("gone", List.of(), List.of(), List.of(), "", "", null, null,
				RevisionState.UNKNOWN, null, null, null, null, null);

		assertThat(line.current(gone)).isEqualTo("gone (unknown)");
		assertThat(line.history(Statuses.of(GRAPH, "d", RevisionState.CHANGED, "")))
			.isEqualTo("b -> d (billing) (changed)");
		assertThat(line.head(Statuses.of(GRAPH, "m", RevisionState.PARTIAL, "")))
			.isEqualTo("m (billing) (head) (partial)");
		assertThat(line.history(Statuses.of(GRAPH, "d", RevisionState.APPLIED, ""))).isEqualTo("b -> d (billing)");
		assertThat(line.history(Statuses.of(GRAPH, "d", RevisionState.PENDING, ""))).isEqualTo("b -> d (billing)");
	}

	@Test
	void terminalGetsColoursAndThePipeTheSameTextWithout() {
		RevisionStatus revision = Statuses.of(GRAPH, "m", RevisionState.CHANGED, "unite");
		String coloured = line(List.of("m"), Styler.ANSI).history(revision);

		assertThat(coloured)
			.isEqualTo("c, d (x) -> \u001b[33mm\u001b[0m \u001b[35m(billing)\u001b[0m \u001b[32m(head)\u001b[0m "
					+ "\u001b[36m(current)\u001b[0m (mergepoint) \u001b[31m(changed)\u001b[0m, unite");
		assertThat(coloured.replaceAll("\u001b\\[\\d+m", ""))
			.isEqualTo(line(List.of("m"), Styler.PLAIN).history(revision));
	}

	@Test
	void messageStaysOnItsLineAndDoesNotSteerTheTerminal() {
		assertThat(line(List.of(), Styler.PLAIN).history(status("d", "one\r\n  two\u001b[2J")))
			.isEqualTo("b -> d (billing), one\\r\\n  two\\u001B[2J");
		assertThat(line(List.of(), Styler.PLAIN).history(status("d", "one\u009b2Jtwo\u2028\u202Ethree \uD83D\uDE80")))
			.isEqualTo("b -> d (billing), one\\u009B2Jtwo\\u2028\\u202Ethree \uD83D\uDE80");
	}

	private static RevisionStatus status(String id, String message) {
		return Statuses.of(GRAPH, id, null, message);
	}

	private static RevisionLine line(List<String> current, Styler paint) {
		return new RevisionLine(new RevisionFlags(GRAPH, current, paint, null));
	}

}
