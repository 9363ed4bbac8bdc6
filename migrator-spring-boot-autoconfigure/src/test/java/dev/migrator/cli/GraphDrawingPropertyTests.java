package dev.migrator.cli;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import dev.migrator.RevisionStatus;
import dev.migrator.revision.RandomGraphs;
import dev.migrator.revision.Revision;
import dev.migrator.revision.RevisionGraph;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is drawn is the graph, whatever it is: the drawing is read back.
 */
class GraphDrawingPropertyTests {

	@Provide
	Arbitrary<List<Revision>> revisions() {
		return RandomGraphs.inAnyOrder();
	}

	@Provide
	Arbitrary<Set<String>> hidden() {
		return Arbitraries.integers().between(0, 13).map((number) -> "r" + number).set().ofMaxSize(8);
	}

	@Property(tries = 5000)
	void theLinesOfTheDrawingAreTheDownRevisions(@ForAll("revisions") List<Revision> revisions,
			@ForAll("hidden") Set<String> hidden) {
		RevisionGraph graph = RevisionGraph.of(revisions);
		List<RevisionStatus> shown = Statuses.of(graph)
			.stream()
			.filter((revision) -> !hidden.contains(revision.revision()))
			.toList();
		Set<String> ids = new HashSet<>(shown.stream().map(RevisionStatus::revision).toList());
		Set<String> edges = new HashSet<>();
		Set<String> cut = new HashSet<>();
		for (RevisionStatus revision : shown) {
			for (String down : revision.downRevisions()) {
				if (ids.contains(down)) {
					edges.add(revision.revision() + "-" + down);
				}
				else {
					cut.add(revision.revision());
				}
			}
		}

		DrawnEdges drawn = DrawnEdges.in(draw(graph, shown, List.of("")));

		assertThat(drawn.edges()).isEqualTo(edges);
		assertThat(drawn.cut()).isEqualTo(cut);
		assertThat(drawn.revisions()).containsExactlyInAnyOrderElementsOf(ids);
	}

	@Property
	void linesGoOnBesideLongEntries(@ForAll("revisions") List<Revision> revisions) {
		RevisionGraph graph = RevisionGraph.of(revisions);
		List<RevisionStatus> shown = Statuses.of(graph);

		Set<String> edges = DrawnEdges.in(draw(graph, shown, List.of("", "more", ""))).edges();

		assertThat(edges).isEqualTo(DrawnEdges.in(draw(graph, shown, List.of(""))).edges());
	}

	@Property
	void noRevisionComesBeforeOneThatStandsOnIt(@ForAll("revisions") List<Revision> revisions) {
		RevisionGraph graph = RevisionGraph.of(revisions);

		List<String> drawn = DrawnEdges.in(draw(graph, Statuses.of(graph), List.of(""))).revisions();

		Set<String> seen = new HashSet<>();
		for (String id : drawn) {
			assertThat(seen).containsAll(graph.above(id));
			seen.add(id);
		}
	}

	private static List<String> draw(RevisionGraph graph, List<RevisionStatus> shown, List<String> beside) {
		List<String> lines = new ArrayList<>();
		new GraphDrawing(graph, (revision) -> beside.stream().map((text) -> revision.revision() + text).toList(),
				lines::add)
			.draw(shown);
		return lines;
	}

}
