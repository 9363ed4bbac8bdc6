package dev.migrator.revision;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import static dev.migrator.revision.Graphs.graph;
import static dev.migrator.revision.Graphs.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class RevisionGraphTests {

	private static final RevisionGraph GRAPH = graph("a1", "b1 <- a1", "c1 <- b1 as one", "c2 <- b1 as two", "d2 <- c2",
			"z1", "z2 <- z1 needs c1");

	@Test
	void headsAreWhatNobodyFollowsOrDependsOn() {
		assertThat(GRAPH.heads()).containsExactly("d2", "z2");
	}

	@Test
	void basesFollowNobody() {
		assertThat(GRAPH.bases()).containsExactly("a1", "z1");
	}

	@Test
	void branchPointsAreFollowedByMoreThanOne() {
		assertThat(GRAPH.branchPoints()).containsExactly("b1");
		assertThat(GRAPH.children("b1")).extracting(Revision::id).containsExactly("c1", "c2");
		assertThat(GRAPH.children("c1")).isEmpty();
		assertThatExceptionOfType(UnknownRevisionException.class).isThrownBy(() -> GRAPH.children("b"));
	}

	@Test
	void aRevisionIsFoundByItsFullIdOnly() {
		assertThat(GRAPH.find("c1")).map(Revision::branchLabels).contains(List.of("one"));
		assertThat(GRAPH.find("one")).isEmpty();
		assertThat(GRAPH.find("c")).isEmpty();
	}

	@Test
	void targetsNameRevisionsWithoutADatabase() {
		assertThat(GRAPH.resolveAll("heads")).extracting(Revision::id).containsExactly("d2", "z2");
		assertThat(GRAPH.resolveAll("one")).extracting(Revision::id).containsExactly("c1");
		assertThat(GRAPH.resolveAll("base")).isEmpty();
		assertThatExceptionOfType(InvalidTargetException.class).isThrownBy(() -> GRAPH.resolveAll("+1"))
			.withMessageContaining("counts from the state of a database");
	}

	@Test
	void whatIsAppliedIsBelowTheRows() {
		assertThat(GRAPH.applied(rows("z2"))).containsExactly("a1", "b1", "c1", "z1", "z2");
		assertThat(GRAPH.applied(rows())).isEmpty();
		assertThatExceptionOfType(UnknownRowsException.class).isThrownBy(() -> GRAPH.applied(rows("z2", "gone")));
	}

	@Test
	void whatFollowsOrDependsOnARevisionIsAboveIt() {
		assertThat(GRAPH.above("b1")).containsExactly("c1", "c2", "d2", "z2");
		assertThat(GRAPH.above("d2")).isEmpty();
	}

	@Test
	void versionRowsAreTheUppermostOfWhatIsApplied() {
		assertThat(GRAPH.versionRows(rows("z2", "c1", "a1", "c2"))).containsExactly("c2", "z2");
	}

	@Test
	void anEmptyGraphHasNothing() {
		assertThat(graph().isEmpty()).isTrue();
		assertThat(graph().size()).isZero();
		assertThat(graph().heads()).isEmpty();
		assertThat(graph().revisions()).isEmpty();
	}

	@Test
	void laterChangesOfTheListsChangeNothing() {
		List<String> down = new ArrayList<>(List.of("a"));
		Revision revision = new Revision("b", down, List.of(), List.of(), "", "b.sql");
		down.clear();

		assertThat(revision.downRevisions()).containsExactly("a");
	}

}
