package dev.migrator.internal.cli.drawing;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.migrator.internal.cli.Statuses;
import dev.migrator.internal.cli.output.RevisionFlags;
import dev.migrator.internal.cli.output.RevisionLine;
import dev.migrator.internal.cli.output.Styler;
import dev.migrator.result.RevisionStatus;
import dev.migrator.revision.RevisionGraph;
import org.junit.jupiter.api.Test;

import static dev.migrator.revision.Graphs.graph;
import static org.assertj.core.api.Assertions.assertThat;

class GraphDrawingTests {

	@Test
	void oneLine() {
		assertThat(draw(graph("a", "b <- a", "c <- b"))).isEqualTo("""
				* c (head)
				* b
				* a
				""");
	}

	@Test
	void branchesAreEachInOnePiece() {
		assertThat(draw(graph("a", "b <- a", "c1 <- b", "c2 <- b", "d1 <- c1", "d2 <- c2"))).isEqualTo("""
				* d2 (head)
				* c2
				| * d1 (head)
				| * c1
				|/
				* b (branchpoint)
				* a
				""");
	}

	@Test
	void mergeOfTwo() {
		assertThat(draw(graph("a", "b1 <- a", "b2 <- a", "m <- b1, b2", "n <- m"))).isEqualTo("""
				* n (head)
				* m (mergepoint)
				|\\
				| * b2
				* | b1
				|/
				* a (branchpoint)
				""");
	}

	@Test
	void mergeOfThree() {
		assertThat(draw(graph("a", "b <- a", "c <- a", "d <- a", "m <- b, c, d"))).isEqualTo("""
				* m (head) (mergepoint)
				|\\
				|\\ \\
				| | * d
				| * | c
				| |/
				* | b
				|/
				* a (branchpoint)
				""");
	}

	@Test
	void mergeWithARevisionBelowItsOtherSide() {
		assertThat(draw(graph("a", "b <- a", "c <- b", "m <- c, a"))).isEqualTo("""
				* m (head) (mergepoint)
				|\\
				* | c
				* | b
				|/
				* a (branchpoint)
				""");
	}

	@Test
	void mergeOfTwoBases() {
		assertThat(draw(graph("a", "x", "m <- a, x"))).isEqualTo("""
				* m (head) (mergepoint)
				|\\
				| * x
				* a
				""");
	}

	@Test
	void noLineSeemsToLeadFromABaseToTheNextHead() {
		assertThat(draw(graph("a", "x", "b <- a", "y <- x"))).isEqualTo("""
				* y (head)
				* x

				* b (head)
				* a
				""");
	}

	@Test
	void crissCross() {
		assertThat(draw(graph("a", "b", "c <- a, b", "d <- a, b"))).isEqualTo("""
				* d (head) (mergepoint)
				|\\
				| | * c (head) (mergepoint)
				| |/|
				|/| |
				| |/
				| * b (branchpoint)
				* a (branchpoint)
				""");
	}

	@Test
	void lineThatPassesOthers() {
		assertThat(draw(graph("a", "b", "c", "d", "e <- a, b, c, d", "f <- a"))).isEqualTo("""
				* f (head)
				| * e (head) (mergepoint)
				| |\\
				| |\\ \\
				|/| | |
				| | | * d
				| | * c
				| * b
				* a (branchpoint)
				""");
		assertThat(draw(graph("a", "b", "c", "d", "e <- a, b, c, d", "f <- d, a", "g <- c", "h <- b, a"))).isEqualTo("""
				* h (head) (mergepoint)
				|\\
				| | * g (head)
				| | | * f (head) (mergepoint)
				| | |/|
				| |/| |
				| | | | * e (head) (mergepoint)
				| | |_|/|
				| |/| | |
				| |_|_|/|
				|/| | | |
				| | | |/|
				| | |/| |
				| | | |/
				| | | * d (branchpoint)
				| | * c (branchpoint)
				* | b (branchpoint)
				 /
				* a (branchpoint)
				""");
	}

	@Test
	void dependenciesAreNamedAndNotDrawn() {
		assertThat(draw(graph("x1 as x", "x2 <- x1", "y1", "y2 <- y1 needs x", "x3 <- x2"))).isEqualTo("""
				* x3 (x) (head)
				* x2 (x)
				| * (x) -> y2 (head)
				| * y1
				* x1 (x)
				""");
	}

	@Test
	void linesToWhatIsNotShownEnd() {
		RevisionGraph graph = graph("a", "b <- a", "x <- a", "c <- b, x", "d <- c", "e <- b");
		List<RevisionStatus> shown = Statuses.of(graph)
			.stream()
			.filter((it) -> "bcde".contains(it.revision()))
			.toList();

		assertThat(draw(graph, shown)).isEqualTo("""
				* e (head)
				| * d (head)
				| * c (mergepoint)
				|/|
				| ~
				* b (branchpoint)
				~
				""");
	}

	@Test
	void longEntriesStandBesideTheLines() {
		RevisionGraph graph = graph("a", "b1 <- a", "b2 <- a");
		List<String> lines = new ArrayList<>();
		new GraphDrawing(graph, (revision) -> List.of("Rev: " + revision.revision(), "Path: x", ""), lines::add)
			.draw(Statuses.of(graph));

		assertThat(lines).containsExactly("* Rev: b2", "| Path: x", "|", "| * Rev: b1", "| | Path: x", "| |", "|/",
				"* Rev: a", "  Path: x", "");
	}

	@Test
	void thirtyBranchesNeedTwoLanes() {
		RevisionGraph graph = graph(
				Stream
					.concat(Stream.of("a"),
							IntStream.range(0, 60)
								.mapToObj((i) -> "b" + i + " <- " + ((i < 30) ? "a" : "b" + (i - 30))))
					.toArray(String[]::new));

		assertThat(draw(graph).lines()).hasSize(1 + 60 + 29).allMatch((line) -> line.matches("[*|][ /][* ]?.*"));
		assertThat(draw(graph)).startsWith("""
				* b59 (head)
				* b29
				| * b58 (head)
				| * b28
				|/
				| * b57 (head)
				""");
	}

	@Test
	void tensOfThousandsOfRevisionsAreDrawn() {
		RevisionGraph graph = graph(Stream
			.concat(Stream.of("0"), IntStream.range(1, 20_000).mapToObj((i) -> i + " <- " + Math.max(0, i - 2)))
			.toArray(String[]::new));

		assertThat(draw(graph).lines()).hasSize(20_001);
	}

	@Test
	void nothingIsDrawnOfNothing() {
		assertThat(draw(graph())).isEmpty();
	}

	private static String draw(RevisionGraph graph) {
		return draw(graph, Statuses.of(graph));
	}

	private static String draw(RevisionGraph graph, List<RevisionStatus> shown) {
		StringBuilder drawing = new StringBuilder();
		RevisionLine line = new RevisionLine(new RevisionFlags(graph, List.of(), Styler.PLAIN, null));
		new GraphDrawing(graph, (revision) -> List.of(line.drawn(revision)), (row) -> drawing.append(row).append('\n'))
			.draw(shown);
		return drawing.toString();
	}

}
