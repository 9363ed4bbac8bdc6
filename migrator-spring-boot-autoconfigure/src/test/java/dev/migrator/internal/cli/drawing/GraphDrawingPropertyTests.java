package dev.migrator.internal.cli.drawing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import dev.migrator.internal.cli.DrawnEdges;
import dev.migrator.internal.cli.Statuses;
import dev.migrator.result.RevisionStatus;
import dev.migrator.revision.RandomGraphs;
import dev.migrator.revision.Revision;
import dev.migrator.revision.RevisionGraph;
import dev.migrator.testing.Strength;
import dev.migrator.testing.property.ForAll;
import dev.migrator.testing.property.Generator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is drawn is the graph, whatever it is: the drawing is read back.
 */
@Tag("strength")
class GraphDrawingPropertyTests {

	private static final Generator<RevisionGraph> GRAPHS = RandomGraphs.inAnyOrder().map(RevisionGraph::of);

	@Test
	void theLinesOfTheDrawingAreTheDownRevisions() {
		Generator<List<String>> hidden = Generator.integers(0, 13).map((number) -> "r" + number).list(0, 8);

		ForAll.of((random) -> new Excerpt(RandomGraphs.inAnyOrder().next(random), hidden.next(random)))
			.tries(Strength.of(500, 5000))
			.check((excerpt) -> {
				DrawnEdges drawn = DrawnEdges.in(draw(excerpt.graph(), excerpt.shown(), List.of("")));

				assertThat(drawn.edges()).isEqualTo(excerpt.edges());
				assertThat(drawn.cut()).isEqualTo(excerpt.cut());
				assertThat(drawn.revisions()).containsExactlyInAnyOrderElementsOf(excerpt.ids());
			});
	}

	@Test
	void linesGoOnBesideLongEntries() {
		ForAll.of(GRAPHS).tries(Strength.of(200, 1000)).check((graph) -> {
			List<RevisionStatus> shown = Statuses.of(graph);

			Set<String> edges = DrawnEdges.in(draw(graph, shown, List.of("", "more", ""))).edges();

			assertThat(edges).isEqualTo(DrawnEdges.in(draw(graph, shown, List.of(""))).edges());
		});
	}

	@Test
	void noRevisionComesBeforeOneThatStandsOnIt() {
		ForAll.of(GRAPHS).tries(Strength.of(200, 1000)).check((graph) -> {
			List<String> drawn = DrawnEdges.in(draw(graph, Statuses.of(graph), List.of(""))).revisions();

			Set<String> seen = new HashSet<>();
			for (String id : drawn) {
				assertThat(seen).containsAll(graph.above(id));
				seen.add(id);
			}
		});
	}

	private static List<String> draw(RevisionGraph graph, List<RevisionStatus> shown, List<String> beside) {
		List<String> lines = new ArrayList<>();
		new GraphDrawing(graph, (revision) -> beside.stream().map((text) -> revision.revision() + text).toList(),
				lines::add)
			.draw(shown);
		return lines;
	}

	/**
	 * A graph of which some revisions are not shown.
	 */
	private record Excerpt(List<Revision> revisions, List<String> hidden) {

		RevisionGraph graph() {
			return RevisionGraph.of(this.revisions);
		}

		List<RevisionStatus> shown() {
			return Statuses.of(graph()).stream().filter((revision) -> isShown(revision.revision())).toList();
		}

		boolean isShown(String id) {
			return !this.hidden.contains(id);
		}

		Set<String> ids() {
			return shown().stream().map(RevisionStatus::revision).collect(Collectors.toSet());
		}

		Set<String> edges() {
			return shown().stream()
				.flatMap((revision) -> revision.downRevisions()
					.stream()
					.filter(this::isShown)
					.map((down) -> revision.revision() + "-" + down))
				.collect(Collectors.toSet());
		}

		Set<String> cut() {
			return shown().stream()
				.filter((revision) -> !revision.downRevisions().stream().allMatch(this::isShown))
				.map(RevisionStatus::revision)
				.collect(Collectors.toSet());
		}

	}

}
