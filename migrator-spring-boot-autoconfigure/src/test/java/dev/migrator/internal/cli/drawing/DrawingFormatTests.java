package dev.migrator.internal.cli.drawing;

import java.util.List;

import dev.migrator.internal.cli.Statuses;
import dev.migrator.result.RevisionStatus;
import dev.migrator.revision.RevisionGraph;
import org.junit.jupiter.api.Test;

import static dev.migrator.revision.Graphs.graph;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The formats for documents.
 */
class DrawingFormatTests {

	private static final RevisionGraph GRAPH = graph("x as shop", "a", "b <- a", "c <- a needs shop", "m <- b, c");

	@Test
	void mermaid() {
		assertThat(new MermaidDrawing(GRAPH).lines(Statuses.of(GRAPH))).containsExactly("flowchart BT", //
				"    r4[\"x (shop)\"]", //
				"    r3[\"a\"]", //
				"    r2[\"b\"]", //
				"    r1[\"c\"]", //
				"    r0[\"m\"]", //
				"    r3 --> r2", //
				"    r3 --> r1", //
				"    r4 -.-> r1", //
				"    r2 --> r0", //
				"    r1 --> r0");
	}

	@Test
	void dot() {
		assertThat(new DotDrawing(GRAPH).lines(Statuses.of(GRAPH))).containsExactly("digraph revisions {", //
				"    rankdir=BT;", //
				"    node [shape=box];", //
				"    \"x\" [label=\"x (shop)\"];", //
				"    \"a\" [label=\"a\"];", //
				"    \"b\" [label=\"b\"];", //
				"    \"c\" [label=\"c\"];", //
				"    \"m\" [label=\"m\"];", //
				"    \"a\" -> \"b\";", //
				"    \"a\" -> \"c\";", //
				"    \"x\" -> \"c\" [style=dashed];", //
				"    \"b\" -> \"m\";", //
				"    \"c\" -> \"m\";", //
				"}");
	}

	@Test
	void messageIsTextAndNothingElse() {
		RevisionStatus revision = Statuses.of(GRAPH, "a", null, "say \"x\" \\ <b>#1;`\n_é");

		assertThat(new MermaidDrawing(GRAPH).lines(List.of(revision))).containsExactly("flowchart BT",
				"    r0[\"a<br>say #34;x#34; #92; #60;b#62;#35;1#59;#96;#92;n#95;é\"]");
		assertThat(new DotDrawing(GRAPH).lines(List.of(revision)))
			.contains("    \"a\" [label=\"a\\nsay \\\"x\\\" \\\\ <b>#1;`\\\\n_é\"];");
	}

	@Test
	void arrowsToWhatIsNotShownAreLeftOut() {
		List<RevisionStatus> shown = Statuses.of(GRAPH).subList(0, 2);

		assertThat(new MermaidDrawing(GRAPH).lines(shown)).containsExactly("flowchart BT", "    r1[\"c\"]",
				"    r0[\"m\"]", "    r1 --> r0");
	}

}
