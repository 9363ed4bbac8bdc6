package dev.migrator.revision;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.migrator.problem.MigratorException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Cases that Alembic 1.19 answered: the same steps, the same rows at the end, and an
 * error where it has one. The order may be another, as long as it is topological.
 */
class TraversalConformanceTests {

	@ParameterizedTest
	@MethodSource("cases")
	void goesWhereAlembicGoes(Case given) {
		RevisionGraph graph = given.graph();
		if (given.expectsError()) {
			assertThatExceptionOfType(MigratorException.class).isThrownBy(() -> given.plan(graph));
			return;
		}
		Plan plan = given.plan(graph);

		assertThat(new HashSet<>(plan.to())).isEqualTo(given.expectedRows());
		assertThat(PlanAssert.rowsAfter(plan, plan.steps().size())).isEqualTo(given.expectedRows());
		if (plan.direction() == Direction.STAMP) {
			return;
		}
		Naive naive = new Naive(graph.revisions());
		assertThat(PlanAssert.ids(plan)).containsExactlyInAnyOrderElementsOf(given.expectedSteps());
		assertThat(naive.isTopological(plan)).isTrue();
		assertThat(IntStream.rangeClosed(1, plan.steps().size()).mapToObj((step) -> PlanAssert.rowsAfter(plan, step)))
			.containsExactlyElementsOf(naive.rowsAfterEachStep(plan));
	}

	@Test
	void allCasesAreThere() {
		assertThat(cases()).hasSize(487);
	}

	static Stream<Case> cases() {
		try (InputStream json = TraversalConformanceTests.class.getResourceAsStream("/conformance/traversal.json")) {
			return JsonMapper.shared().readTree(Objects.requireNonNull(json)).valueStream().map(Case::new);
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	record Case(JsonNode json) {

		RevisionGraph graph() {
			List<Revision> revisions = new ArrayList<>();
			for (JsonNode node : this.json.get("graph")) {
				String id = node.get("id").asString();
				revisions.add(new Revision(id, strings(node.get("down")), strings(node.get("depends")),
						strings(node.get("labels")), "", id + ".sql"));
			}
			return RevisionGraph.of(revisions);
		}

		Plan plan(RevisionGraph graph) {
			Planner planner = new Planner(graph);
			List<String> rows = strings(this.json.get("rows"));
			String target = this.json.get("target").asString();
			String command = this.json.get("command").asString();
			return switch (command) {
				case "upgrade" -> planner.upgrade(rows, target);
				case "downgrade" -> planner.downgrade(rows, target);
				case "stamp" -> planner.stamp(rows, List.of(target));
				default -> throw new IllegalStateException(command);
			};
		}

		boolean expectsError() {
			return this.json.get("expect").has("error");
		}

		Set<String> expectedRows() {
			return Set.copyOf(strings(this.json.get("expect").get("rows")));
		}

		List<String> expectedSteps() {
			return this.json.get("expect")
				.get("steps")
				.valueStream()
				.map((step) -> step.get("revision").asString())
				.toList();
		}

		private static List<String> strings(JsonNode array) {
			return array.valueStream().map(JsonNode::asString).toList();
		}

		@Override
		public String toString() {
			return this.json.get("id").asString() + ": " + this.json.get("command").asString() + " "
					+ this.json.get("target").asString();
		}

	}

}
